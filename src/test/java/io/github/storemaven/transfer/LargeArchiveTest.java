package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.zip.ZipHeaders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that need ZIP64, by number of entries or by size; what needs the checksum of 5 GiB is in the peers profile. */
class LargeArchiveTest {
    private static final long FIVE_GIB = 5L << 30;
    private static final int HEADER = 30 + 6 + 20;
    private static final int FIRST_RECORD = 46 + 6 + 20;

    @TempDir
    Path directory;

    @Test
    void moreThan65535Entries() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty"));
        List<UploadArchive.Entry> entries = IntStream.range(0, 65_600)
                .mapToObj(i -> new UploadArchive.Entry("files/" + i, empty))
                .toList();
        Path written = directory.resolve("many.zip");
        Contents.write(UploadArchive.of(entries), written);
        try (ZipFile zip = new ZipFile(written.toFile())) {
            assertThat(zip.size()).isEqualTo(65_600);
            assertThat(zip.getEntry("files/65599")).isNotNull();
        }
    }

    @Test
    void contentsAndRecordsBeyond4GiBLieWhereTheyShould() throws IOException {
        Path small = Contents.file(directory, "small", 100);
        UploadArchive archive = UploadArchive.of(
                List.of(new UploadArchive.Entry("a.msix", sparse()), new UploadArchive.Entry("b.png", small)));
        long second = HEADER + FIVE_GIB;
        long records = second + 30 + 5 + 100;
        assertThat(Contents.range(archive, second - 3, 3)).containsExactly(7, 8, 9);
        assertThat(little(Contents.range(archive, second, 4)).getInt(0)).isEqualTo(0x04034B50);
        assertThat(Contents.range(archive, second + 35, 100)).isEqualTo(Files.readAllBytes(small));
        long afterFirst = records + FIRST_RECORD;
        ByteBuffer rest = little(Contents.range(archive, afterFirst, (int) (archive.size() - afterFirst)));
        assertThat(rest.getInt(42)).isEqualTo(-1);
        assertThat(rest.getLong(46 + 5 + 4)).isEqualTo(second);
        assertEnd(rest.position(46 + 5 + 12).slice().order(ByteOrder.LITTLE_ENDIAN), records);
    }

    private static void assertEnd(ByteBuffer end, long records) {
        long length = FIRST_RECORD + 46 + 5 + 12;
        assertThat(end.getInt(0)).isEqualTo(0x06064B50);
        assertThat(end.getLong(32)).isEqualTo(2);
        assertThat(end.getLong(40)).isEqualTo(length);
        assertThat(end.getLong(48)).isEqualTo(records);
        assertThat(end.getLong(56 + 8)).isEqualTo(records + length);
    }

    @Test
    void theRecordsOfALargeEntryHaveItsSizeInTheirExtraField() {
        ZipHeaders.Entry entry = ZipHeaders.Entry.stored("a.msix", 42, FIVE_GIB, 0);
        ByteBuffer header = little(entry.localHeader());
        assertThat(header.capacity()).isEqualTo(HEADER);
        assertThat(header.getInt(14)).isEqualTo(42);
        assertThat(List.of(header.getInt(18), header.getInt(22))).containsOnly(-1);
        assertThat(List.of(header.getLong(40), header.getLong(48))).containsOnly(FIVE_GIB);
        ByteBuffer record = little(entry.centralRecord());
        assertThat(record.capacity()).isEqualTo(FIRST_RECORD);
        assertThat(List.of(record.getLong(56), record.getLong(64))).containsOnly(FIVE_GIB);
    }

    /** A file of zeros with a few other bytes at its end, which takes no room on the disk. */
    private Path sparse() throws IOException {
        Path file = directory.resolve("sparse");
        try (SeekableByteChannel out = Files.newByteChannel(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            out.position(FIVE_GIB - 3).write(ByteBuffer.wrap(new byte[] {7, 8, 9}));
        }
        return file;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
