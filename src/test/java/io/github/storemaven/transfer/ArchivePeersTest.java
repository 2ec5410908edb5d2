package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.ExternalProgram;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our archives in Info-ZIP's unzip and in Python's zipfile. */
@Tag("peers")
class ArchivePeersTest {
    private static final long LARGE = (4L << 30) + 100_000_000;
    private static final String LIST =
            "import zipfile,sys; sys.stdout.reconfigure(encoding='utf-8'); z=zipfile.ZipFile('a.zip');"
                    + " assert z.testzip() is None; [print(i.filename, i.file_size) for i in z.infolist()]";

    @TempDir
    Path directory;

    @Test
    void bothReadIt() throws Exception {
        UploadArchive archive = UploadArchive.of(List.of(
                new UploadArchive.Entry("app.msix", Contents.file(directory, "app", 3_000_000)),
                new UploadArchive.Entry("img/größe-日本.png", Contents.file(directory, "1", 2_000)),
                new UploadArchive.Entry("none", Contents.file(directory, "none", 0))));
        Contents.write(archive, directory.resolve("a.zip"));
        assertThat(ExternalProgram.run(directory, "unzip", "-t", "a.zip")).contains("No errors detected");
        assertThat(ExternalProgram.run(directory, "python3", "-c", LIST).lines())
                .containsExactly("app.msix 3000000", "img/größe-日本.png 2000", "none 0");
        assertThat(ExternalProgram.run(
                        directory, "python3", "-c", "import zipfile; zipfile.ZipFile('a.zip').extractall('x')"))
                .isEmpty();
        assertThat(directory.resolve("x/app.msix")).hasSameBinaryContentAs(directory.resolve("app"));
    }

    @Test
    void bothReadEntriesAndOffsetsAbove4GiB() throws Exception {
        try (RandomAccessFile sparse =
                new RandomAccessFile(directory.resolve("large").toFile(), "rw")) {
            sparse.setLength(LARGE);
            sparse.seek(LARGE / 2);
            sparse.write("in the middle".getBytes(StandardCharsets.UTF_8));
        }
        UploadArchive archive = UploadArchive.of(List.of(
                new UploadArchive.Entry("a.msix", directory.resolve("large")),
                new UploadArchive.Entry("b.png", Contents.file(directory, "1", 2_000))));
        writeSparse(archive, directory.resolve("a.zip"));
        assertThat(ExternalProgram.run(directory, "unzip", "-t", "a.zip")).contains("No errors detected");
        assertThat(ExternalProgram.run(directory, "python3", "-c", LIST).lines())
                .containsExactly("a.msix " + LARGE, "b.png 2000");
    }

    /** Writes all but what is zero. */
    private static void writeSparse(UploadArchive archive, Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
        ByteBuffer zeros = ByteBuffer.allocate(1 << 20);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long at = 0; at < archive.size(); at += buffer.capacity()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), archive.size() - at));
                archive.read(at, buffer);
                if (!buffer.flip().equals(zeros)) {
                    assertThat(out.write(buffer, at)).isEqualTo(buffer.limit());
                }
            }
        }
        assertThat(Files.size(file)).isEqualTo(archive.size());
    }
}
