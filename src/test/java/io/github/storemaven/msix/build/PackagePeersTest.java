package io.github.storemaven.msix.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.testing.ExternalProgram;
import io.github.storemaven.testing.MsixBuilder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our packages in Info-ZIP's unzip and in Python's zipfile, and one beyond 4 GiB. */
@Tag("peers")
class PackagePeersTest {
    private static final long LARGE = (4L << 30) + 100_000;
    private static final String TEST = "import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None;"
            + " print(len(z.infolist()))";

    @TempDir
    Path folder;

    @Test
    void bothReadAPackageAndABundle() throws Exception {
        Path x64 = WrittenPackage.write(app("x64"), folder.resolve("a-x64.msix"));
        Path arm64 = WrittenPackage.write(app("arm64"), folder.resolve("a-arm64.msix"));
        BundleWriter.write(List.of(x64, arm64), folder.resolve("a.msixbundle"));
        assertRead("a-x64.msix", 11);
        assertRead("a.msixbundle", 5);
        assertThat(ExternalProgram.run(
                        folder, "python3", "-c", "import zipfile; zipfile.ZipFile('a-x64.msix').extractall('x')"))
                .isEmpty();
        assertThat(folder.resolve("x/docs/text.txt")).hasBinaryContent(WrittenPackage.text(1, 300_000));
        assertThat(folder.resolve("x/with%20blank")).hasBinaryContent(WrittenPackage.noise(1, 70_000));
    }

    /** Its sizes are behind its data. */
    @Test
    void bothReadAFileAbove4GiB() throws Exception {
        List<PackagePart> parts = WrittenPackage.parts(MsixBuilder.app());
        parts.add(PackagePart.of("a", sparse()));
        PackageWriter.write(parts, folder.resolve("a.msix"));
        assertRead("a.msix", 8);
        AppxManifest read =
                WrittenPackage.read(folder.resolve("a.msix")).manifests().get(0);
        assertThat(read.blockMap()).hasValueSatisfying(map -> {
            assertThat(map.otherSize()).hasToString("");
            assertThat(map.otherBlocks()).hasToString("");
            assertThat(map.otherHeader()).hasToString("");
        });
        assertThat(read.form().shortDescriptors()).hasToString("");
        assertThat(read.form().twoVersions()).hasToString("");
    }

    /** What is behind a stored package of a bundle has its offset in the field of ZIP64. */
    @Test
    void bothReadOffsetsAbove4GiB() throws Exception {
        try (PackageArchive archive = new PackageArchive(folder.resolve("a.msixbundle"), PackageWriter.FIRST_TIME, 1)) {
            archive.addPackage(PackagePart.of("large.msix", sparse()));
            archive.add(PackagePart.of("small", WrittenPackage.text(1, 1_000)));
            archive.finish(ContentTypes.ofBundle(List.of("large.msix")));
        }
        assertRead("a.msixbundle", 4);
    }

    private void assertRead(String file, int entries) throws Exception {
        assertThat(ExternalProgram.run(folder, "unzip", "-t", file)).contains("No errors detected");
        assertThat(ExternalProgram.run(folder, "python3", "-c", TEST, file))
                .isEqualToIgnoringNewLines(String.valueOf(entries));
    }

    private static MsixBuilder app(String architecture) {
        return MsixBuilder.app()
                .architecture(architecture)
                .file("docs/text.txt", WrittenPackage.text(1, 300_000))
                .file("with blank", WrittenPackage.noise(1, 70_000))
                .file("empty", new byte[0])
                .file("[x]", WrittenPackage.text(3, 10));
    }

    private Path sparse() throws IOException {
        Path file = folder.resolve("large");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(LARGE);
            sparse.seek(LARGE / 2);
            sparse.write("in the middle".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
