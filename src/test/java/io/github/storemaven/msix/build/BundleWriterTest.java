package io.github.storemaven.msix.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.msix.Bundle;
import io.github.storemaven.msix.InvalidPackageException;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.testing.ZipBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWriterTest {
    @TempDir
    Path folder;

    @Test
    void bothReadersFindAGoodBundle() throws Exception {
        Path x64 = write("Tide Table-x64.msix", app("x64"));
        Path arm64 = write("Tide Table-arm64.msix", app("arm64"));
        Path bundle = folder.resolve("Tide.msixbundle");
        BundleWriter.write(List.of(x64, arm64), bundle);
        assertThat(PackageVerifier.readBundle(bundle)).containsOnlyKeys("Tide Table-arm64.msix", "Tide Table-x64.msix");
        PackageInfo info = WrittenPackage.read(bundle);
        assertThat(info.identity().version().text()).isEqualTo("1.2.3.0");
        assertThat(info.manifests())
                .extracting(manifest -> manifest.identity().architecture())
                .containsExactly("arm64", "x64");
        Bundle read = info.bundle().orElseThrow();
        assertThat(Stream.of(
                                read.missing(),
                                read.notListed(),
                                read.compressed(),
                                read.form().withoutType())
                        .map(Object::toString))
                .containsOnly("");
        read.packages().forEach(each -> {
            assertThat(each.listed().attribute("Offset")).isEqualTo(String.valueOf(each.start()));
            assertThat(each.listed().attribute("Size")).isEqualTo(String.valueOf(each.size()));
        });
        assertThat(read.blockMap().orElseThrow().manifestChanged()).isFalse();
    }

    @Test
    void onePackageIsABundleTooAndTheOrderOfTheFilesDoesNotMatter() throws Exception {
        Path x86 = write("a-x86.msix", app("x86"));
        Path x64 = write("a-x64.msix", app("x64"));
        BundleWriter.write(List.of(x86), folder.resolve("one.msixbundle"));
        assertThat(PackageVerifier.readBundle(folder.resolve("one.msixbundle"))).containsOnlyKeys("a-x86.msix");
        BundleWriter.write(List.of(x86, x64), folder.resolve("1.msixbundle"));
        BundleWriter.write(List.of(x64, x86), folder.resolve("2.msixbundle"));
        assertThat(folder.resolve("1.msixbundle")).hasSameBinaryContentAs(folder.resolve("2.msixbundle"));
    }

    /** As Visual Studio wraps them: the manifests are read through two layers of compression. */
    @Test
    void aCompressedUploadContainerOfItIsNoZipBomb() throws Exception {
        Path x64 = write("a-x64.msix", app("x64").file("noise", WrittenPackage.noise(1, 5_000_000)));
        Path arm64 = write("a-arm64.msix", app("arm64").file("noise", WrittenPackage.noise(2, 5_000_000)));
        Path x86 = write("a-x86.msix", app("x86").file("noise", WrittenPackage.noise(3, 5_000_000)));
        Path bundle = folder.resolve("a.msixbundle");
        BundleWriter.write(List.of(x64, arm64, x86), bundle);
        byte[] container = ZipBuilder.deflated()
                .with("a.msixbundle", Files.readAllBytes(bundle))
                .bytes();
        assertThat(WrittenPackage.read(Files.write(folder.resolve("a.msixupload"), container))
                        .manifests())
                .hasSize(3);
    }

    @Test
    void packagesThatDoNotFitTogetherAreAllNamed() throws Exception {
        Path x64 = write("a.msix", app("x64"));
        Path again = write("b.msix", app("x64"));
        Path newer = write("c.msix", app("arm64").version("1.3.0.0"));
        Path other = write("d.msix", app("x86").capability("internetClient"));
        Path neutral = write("e.msix", app("neutral").publisher("CN=other"));
        Path foreign = write("f.msix", app("arm").name("Another.App"));
        Path bundle = folder.resolve("bundle.msixbundle");
        assertThatThrownBy(() -> BundleWriter.write(List.of(x64, again, newer, other, neutral, foreign), bundle))
                .isInstanceOf(InvalidPackageException.class)
                .hasMessageContainingAll(
                        "bundle.msixbundle: ",
                        "a.msix and b.msix are both for x64",
                        "a.msix and c.msix differ in their version",
                        "a.msix and d.msix differ in more of their manifests than the architecture",
                        "a.msix and e.msix are for x64 and neutral",
                        "a.msix and e.msix differ in their publisher",
                        "a.msix and f.msix differ in their name");
        assertThat(bundle).doesNotExist();
    }

    @Test
    void resourcesAndBundlesAreNoMembers() throws Exception {
        Path resources = write("r.msix", app("neutral").resourcePackage("split.fr"));
        assertThatThrownBy(() -> BundleWriter.write(List.of(resources), folder.resolve("a.msixbundle")))
                .hasMessageContaining("r.msix has no app");
        Path bundle = folder.resolve("b.msixbundle");
        BundleWriter.write(List.of(write("x.msix", app("x64"))), bundle);
        assertThatThrownBy(() -> BundleWriter.write(List.of(bundle), folder.resolve("a.msixbundle")))
                .hasMessageContaining("b.msixbundle: is not a single package");
    }

    private static MsixBuilder app(String architecture) {
        return MsixBuilder.app().architecture(architecture).languages("en-us", "de-DE");
    }

    private Path write(String name, MsixBuilder app) throws Exception {
        return WrittenPackage.write(app, folder.resolve(name));
    }
}
