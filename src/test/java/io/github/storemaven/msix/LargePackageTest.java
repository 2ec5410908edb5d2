package io.github.storemaven.msix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.testing.ZipBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargePackageTest {
    @TempDir
    Path folder;

    @Test
    void readsZip64AsMakeappxWritesIt() throws Exception {
        Path file = Zip64Fixture.write(
                folder.resolve("a.msix"), MsixBuilder.app().compressed().bytes(), 0);
        assertThat(new PackageReader().read(file).identity().name()).isEqualTo("ExampleHarbour.TideTable");
    }

    @Test
    void walksOverMoreEntriesThanAClassicZipHas() throws Exception {
        MsixBuilder app = MsixBuilder.app().blockMap(map -> "<BlockMap HashMethod=\"sha\"/>");
        for (int i = 0; i < 70_000; i++) {
            app.file("files/" + i, new byte[0]);
        }
        PackageInfo facts = new PackageReader().read(app.write(folder.resolve("a.msix")));
        assertThat(facts.manifests().get(0).files().names()).hasSizeGreaterThan(70_000);
    }

    @Test
    void readsALargeBlockMap() throws Exception {
        MsixBuilder app =
                MsixBuilder.app().blockMap(map -> map.replace("</BlockMap>", "<File/>".repeat(20_000) + "</BlockMap>"));
        PackageInfo facts = new PackageReader().read(app.write(folder.resolve("a.msix")));
        assertThat(facts.manifests().get(0).blockMap())
                .hasValueSatisfying(map -> assertThat(map.hashMethod()).endsWith("sha256"));
    }

    /** The inner package is larger than what is kept at hand of an entry that is unpacked on the way. */
    @Test
    void goesBackAndForthInACompressedContainer() throws Exception {
        byte[] noise = new byte[6 * 1024 * 1024];
        new Random(1).nextBytes(noise);
        Path file = upload(
                MsixBuilder.app().file("noise", noise),
                MsixBuilder.app().architecture("arm64").file("noise", noise));
        assertThat(new PackageReader().read(file).manifests())
                .extracting(manifest -> manifest.identity().architecture())
                .containsExactly("x64", "arm64");
    }

    /** What is in front of such a package is more than is kept at hand, and each step back starts from the beginning. */
    @Test
    void takesAnHonestContainerWhoseManifestsComeFirst() throws Exception {
        MsixBuilder[] packages = new MsixBuilder[8];
        for (int i = 0; i < packages.length; i++) {
            byte[] noise = new byte[7 * 1024 * 1024];
            new Random(i).nextBytes(noise);
            packages[i] = MsixBuilder.app()
                    .identity("ResourceId", "split" + i)
                    .manifestFirst()
                    .replace("noise", noise);
        }
        assertThat(new PackageReader().read(upload(packages)).manifests()).hasSize(8);
    }

    private Path upload(MsixBuilder... packages) throws IOException {
        byte[] upload = ZipBuilder.deflatedNoise()
                .with("b.msixbundle", MsixBuilder.bundle(packages).bytes())
                .bytes();
        return Files.write(folder.resolve("a.msixupload"), upload);
    }

    @Test
    @Tag("bench")
    void takesNoLongerForATenGigabytePackage() throws Exception {
        byte[] app = MsixBuilder.app().bytes();
        Path file = Zip64Fixture.write(folder.resolve("a.msix"), app, 10L * 1024 * 1024 * 1024);
        PackageInfo facts = Assertions.assertTimeout(Duration.ofSeconds(1), () -> new PackageReader().read(file));
        assertThat(facts.manifests()).hasSize(1);
    }
}
