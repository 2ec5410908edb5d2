package io.github.storemaven.msix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.MsixBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image that stands for an app whose listing has no icon. */
class PackageLogoTest {
    @TempDir
    Path folder;

    private static MsixBuilder app() {
        return MsixBuilder.app().file("assets/150.png", bytes("usual")).file("assets/logo.png", bytes("logo"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Optional<String> logo(Path file) throws IOException {
        return PackageLogo.read(new PackageReader().read(file))
                .map(image -> new String(image, StandardCharsets.US_ASCII));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void isTheTileInItsLargestScale() throws IOException {
        Path one = app().write(file("one.msix"));
        Path scaled = app().file("assets/150.scale-200.png", bytes("two"))
                .file("Assets/150.scale-400.png", bytes("four"))
                .file("assets/150.scale-400_contrast-black.png", bytes("black"))
                .file("assets/1500.png", bytes("other"))
                .compressed()
                .write(file("scaled.msix"));

        assertThat(logo(one)).contains("usual");
        assertThat(logo(scaled)).contains("four");
    }

    @Test
    void isThatOfThePropertiesWhereThereIsNoTile() throws IOException {
        assertThat(logo(app().without("assets/150.png").write(file("one.msix"))))
                .contains("logo");
    }

    @Test
    void isInAPackageOfABundle() throws IOException {
        Path bundle = MsixBuilder.bundle(app(), app().architecture("arm64")).write(file("both.msixbundle"));

        assertThat(logo(bundle)).contains("usual");
    }

    @Test
    void isNotFoundWhereOnlyAnIndexKnowsIt() throws IOException {
        assertThat(logo(app().without("assets/150.png")
                        .without("assets/logo.png")
                        .write(file("one.msix"))))
                .isEmpty();
    }
}
