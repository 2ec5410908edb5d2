package io.github.storemaven.msix.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.msix.InvalidPackageException;
import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.testing.ZipBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateCostTest {
    private static final int BLOCK = 65_536;

    @TempDir
    Path folder;

    private final byte[] noise = WrittenPackage.noise(1, 5 * BLOCK + 100);

    @Test
    void theSameFilesCostManifestAndBlockMapOnly() throws Exception {
        Path old = write("1.msix", app("1.0.0.0").file("a", noise).file("b", WrittenPackage.text(1, 300_000)));
        Path now = write("2.msix", app("2.0.0.0").file("a", noise).file("b", WrittenPackage.text(1, 300_000)));
        UpdateCost cost = UpdateCost.between(old, now);
        assertThat(cost).isEqualTo(new UpdateCost(always(now), always(now), Files.size(now)));
    }

    @Test
    void aBlockThatChangedCostsWhatItHasInThePackage() throws Exception {
        byte[] changed = noise.clone();
        changed[2 * BLOCK + 5]++;
        changed[noise.length - 1]++;
        Path old = write("1.msix", app("1.0.0.0").file("a", noise));
        Path now = write("2.msix", app("2.0.0.0").file("a", changed).file("A new file", new byte[0]));
        assertThat(UpdateCost.between(old, now).bytes()).isEqualTo(always(now) + BLOCK + 100);
        assertThat(UpdateCost.between(old, now).atLeast()).isEqualTo(always(now) + BLOCK + 100);
    }

    @Test
    void deflatedBlocksCountAsTheyAreDeflated() throws Exception {
        Path old = write("1.msix", app("1.0.0.0"));
        Path now = write("2.msix", app("2.0.0.0").file("text", WrittenPackage.text(1, 300_000)));
        long packed;
        try (ZipFile zip = new ZipFile(now.toFile())) {
            packed = zip.getEntry("text").getCompressedSize();
        }
        assertThat(packed).isLessThan(150_000);
        assertThat(UpdateCost.between(old, now).bytes()).isEqualTo(always(now) + packed - 2);
    }

    @Test
    void aRenamedFileCostsAllByNameAndNothingByHash() throws Exception {
        Path old = write("1.msix", app("1.0.0.0").file("lib-1.jar", noise));
        Path now = write("2.msix", app("2.0.0.0").file("lib-2.jar", noise));
        assertThat(UpdateCost.between(old, now))
                .isEqualTo(new UpdateCost(always(now) + noise.length, always(now), Files.size(now)));
    }

    @Test
    void theNameIsComparedWithoutCase() throws Exception {
        Path old = write("1.msix", app("1.0.0.0").file("App/Lib.jar", noise));
        Path now = write("2.msix", app("2.0.0.0").file("app/lib.jar", noise));
        assertThat(UpdateCost.between(old, now).bytes()).isEqualTo(always(now));
    }

    /** A device downloads one package of a bundle; the dearest one counts, with the bundle's own files. */
    @Test
    void packagesOfOneArchitectureAreComparedInBundles() throws Exception {
        byte[] arm = WrittenPackage.noise(2, 3 * BLOCK);
        Path old = bundle("1.msixbundle", "1.0.0.0", noise, arm);
        byte[] changed = noise.clone();
        changed[0]++;
        Path now = bundle("2.msixbundle", "2.0.0.0", changed, arm);
        Path x64 = folder.resolve("2.0.0.0-x64.msix");
        assertThat(UpdateCost.between(old, now))
                .isEqualTo(new UpdateCost(
                        bundleFiles(now) + always(x64) + BLOCK,
                        bundleFiles(now) + always(x64) + BLOCK,
                        bundleFiles(now) + Files.size(x64)));
        assertThat(UpdateCost.between(old, folder.resolve("2.0.0.0-arm64.msix")).bytes())
                .isEqualTo(always(folder.resolve("2.0.0.0-arm64.msix")));
        assertThat(UpdateCost.between(x64, now).bytes()).isGreaterThan(BLOCK);
    }

    @Test
    void anArchitectureThatIsAddedIsNewAltogether() throws Exception {
        Path old = bundle("1.msixbundle", "1.0.0.0", noise, noise);
        Path x86 = write("x86.msix", app("2.0.0.0").architecture("x86").file("data", noise));
        assertThat(UpdateCost.between(old, x86).bytes()).isGreaterThan(always(x86) + noise.length);
    }

    @Test
    void readsThroughAnUploadContainer() throws Exception {
        Path old = write("1.msix", app("1.0.0.0").file("a", noise));
        Path upload = Files.write(
                folder.resolve("1.msixupload"),
                ZipBuilder.deflated().with("1.msix", Files.readAllBytes(old)).bytes());
        Path now = write("2.msix", app("2.0.0.0").file("a", noise));
        assertThat(UpdateCost.between(upload, now).bytes()).isEqualTo(always(now));
    }

    @Test
    void anotherHashMethodMakesAllNew() throws Exception {
        Path now = write("2.msix", app("2.0.0.0").file("a", noise));
        Path old = app("1.0.0.0")
                .file("a", noise)
                .blockMap(map -> map.replace("xmlenc#sha256", "xmlenc#sha512"))
                .write(folder.resolve("1.msix"));
        assertThat(UpdateCost.between(old, now).atLeast()).isGreaterThan(noise.length);
    }

    @Test
    void withoutABlockMapNothingCanBeTold() throws Exception {
        Path old = app("1.0.0.0").replace("AppxBlockMap.xml", null).write(folder.resolve("1.msix"));
        Path now = write("2.msix", app("2.0.0.0"));
        assertThatThrownBy(() -> UpdateCost.between(old, now))
                .isInstanceOf(InvalidPackageException.class)
                .hasMessageContainingAll("1.msix", "has no AppxBlockMap.xml");
    }

    private Path bundle(String name, String version, byte[] x64, byte[] arm64) throws Exception {
        Path one = write(version + "-x64.msix", app(version).file("data", x64));
        Path other = write(
                version + "-arm64.msix", app(version).architecture("arm64").file("data", arm64));
        BundleWriter.write(List.of(one, other), folder.resolve(name));
        return folder.resolve(name);
    }

    private static MsixBuilder app(String version) {
        return MsixBuilder.app().version(version);
    }

    private Path write(String name, MsixBuilder app) throws Exception {
        return WrittenPackage.write(app, folder.resolve(name));
    }

    private static long always(Path file) throws Exception {
        return packed(file, "AppxManifest.xml", "AppxBlockMap.xml");
    }

    private static long bundleFiles(Path file) throws Exception {
        return packed(file, "AppxMetadata/AppxBundleManifest.xml", "AppxBlockMap.xml");
    }

    private static long packed(Path file, String... names) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return Arrays.stream(names)
                    .mapToLong(name -> zip.getEntry(name).getCompressedSize())
                    .sum();
        }
    }
}
