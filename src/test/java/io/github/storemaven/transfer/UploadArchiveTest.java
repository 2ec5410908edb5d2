package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.zip.FileContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadArchiveTest {
    @TempDir
    Path directory;

    private final Map<String, byte[]> contents = new TreeMap<>();
    private final List<UploadArchive.Entry> entries = new ArrayList<>();

    @BeforeEach
    void makeFiles() throws IOException {
        add("app.msix", 3001);
        add("images/Screenshot/größe-日本.png", 700);
        add("none.txt", 0);
        add("one.bin", 1);
    }

    private void add(String name, int size) throws IOException {
        Path file = Contents.file(directory, "source" + entries.size(), size);
        contents.put(name, Files.readAllBytes(file));
        entries.add(new UploadArchive.Entry(name, file));
    }

    @Test
    void zipFileReadsIt() throws IOException {
        Path written = directory.resolve("written.zip");
        Contents.write(UploadArchive.of(entries), written);
        Map<String, byte[]> read = new TreeMap<>();
        try (ZipFile zip = new ZipFile(written.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                read.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        assertThat(read).containsExactlyInAnyOrderEntriesOf(contents);
    }

    @Test
    void zipInputStreamReadsItByTheLocalHeadersAlone() throws IOException {
        Map<String, byte[]> read = new TreeMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Contents.all(UploadArchive.of(entries))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(read).containsExactlyInAnyOrderEntriesOf(contents);
    }

    /** A header's checksum is known without a look at the file, which is gone. */
    @Test
    void whatWasReadAheadIsNotReadAgain() throws IOException {
        byte[] whole = Contents.all(UploadArchive.of(entries));
        UploadArchive archive = UploadArchive.of(entries);
        archive.readAhead(() -> true);
        Files.delete(entries.get(0).file());
        assertThat(Contents.range(archive, 0, 30)).isEqualTo(Arrays.copyOf(whole, 30));
    }

    @Test
    void nothingIsReadAheadThatIsNotWanted() throws IOException {
        UploadArchive archive = UploadArchive.of(entries);
        archive.readAhead(() -> false);
        Files.delete(entries.get(0).file());
        assertThatThrownBy(() -> Contents.range(archive, 0, 30)).isInstanceOf(FileChangedException.class);
    }

    /** Ranges that overlap those that were read ahead, of the same beginning too. */
    @Test
    void whatWasReadAheadInPartFitsToAllThatIsReadLater() throws IOException {
        add("large.msix", 1_000_000);
        byte[] whole = Contents.all(UploadArchive.of(entries));
        for (int chunks = 0; chunks < 9; chunks++) {
            UploadArchive archive = UploadArchive.of(entries);
            AtomicInteger left = new AtomicInteger(chunks);
            archive.readAhead(() -> left.getAndDecrement() > 0);
            assertThat(Contents.range(archive, 4_000, 300_000)).isEqualTo(Arrays.copyOfRange(whole, 4_000, 304_000));
            assertThat(Contents.all(archive)).isEqualTo(whole);
        }
    }

    @Test
    void everyRangeIsTheSameWhateverIsReadFirst() throws IOException {
        byte[] whole = Contents.all(UploadArchive.of(entries));
        for (int length : new int[] {1, 7, 64, 1000}) {
            UploadArchive forwards = UploadArchive.of(entries);
            UploadArchive backwards = UploadArchive.of(entries);
            for (int at = 0; at + length <= whole.length; at++) {
                assertRange(forwards, whole, at, length);
                assertRange(backwards, whole, whole.length - length - at, length);
            }
        }
    }

    private static void assertRange(UploadArchive archive, byte[] whole, int at, int length) throws IOException {
        assertThat(Contents.range(archive, at, length)).isEqualTo(java.util.Arrays.copyOfRange(whole, at, at + length));
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        byte[] before = Contents.all(UploadArchive.of(entries));
        for (UploadArchive.Entry entry : entries) {
            Files.setLastModifiedTime(entry.file(), FileTime.fromMillis(1_000_000));
        }
        Collections.reverse(entries);
        assertThat(Contents.all(UploadArchive.of(entries))).isEqualTo(before);
    }

    @Test
    void rangesWithAHeaderDependOnTheRestAndOthersDoNot() throws IOException {
        UploadArchive archive = UploadArchive.of(entries);
        int header = 30 + "app.msix".length();
        assertThat(archive.needsChecksums(header - 1, 100)).isTrue();
        assertThat(archive.needsChecksums(header, 3001)).isFalse();
        assertThat(archive.needsChecksums(header, 3002)).isTrue();
        assertThat(archive.needsChecksums(archive.size() - 23, 23)).isTrue();
    }

    @Test
    void whatWasReadBeforeIsReadOnceMoreOnlyInWhateverOrder() throws IOException {
        byte[] unread = Contents.all(UploadArchive.of(entries));
        List<UploadArchive.Entry> read = new ArrayList<>();
        for (UploadArchive.Entry entry : entries) {
            read.add(new UploadArchive.Entry(entry.name(), FileContent.of(entry.file(), Long.MAX_VALUE)));
        }
        UploadArchive archive = UploadArchive.of(read);
        assertThat(archive.needsChecksums(0, archive.size())).isFalse();
        assertRange(archive, unread, 0, unread.length);
        for (UploadArchive.Entry entry : entries) {
            Files.delete(entry.file());
        }
        int header = 30 + "app.msix".length();
        assertRange(archive, unread, 0, header);
    }

    @Test
    void aFileThatHasChangedSinceItWasReadStopsTheRun() throws IOException {
        Path file = Contents.file(directory, "image", 100);
        UploadArchive.Entry image = new UploadArchive.Entry("image.png", FileContent.of(file, 100));
        Files.write(file, new byte[100]);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        UploadArchive archive = UploadArchive.of(List.of(image));
        assertThatThrownBy(() -> Contents.all(archive)).isInstanceOf(FileChangedException.class);
    }

    @Test
    void aFileThatChangesWhileItIsReadStopsTheRun() throws IOException {
        UploadArchive archive = UploadArchive.of(entries);
        Path file = entries.get(0).file();
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertThatThrownBy(() -> Contents.all(archive))
                .isInstanceOf(FileChangedException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFileThatShrinksOrGoesAwayStopsTheRun() throws IOException {
        UploadArchive archive = UploadArchive.of(entries);
        Files.write(entries.get(0).file(), new byte[10]);
        assertThatThrownBy(() -> Contents.all(archive)).isInstanceOf(FileChangedException.class);
        Files.delete(entries.get(0).file());
        assertThatThrownBy(() -> Contents.all(archive)).isInstanceOf(FileChangedException.class);
    }

    @Test
    void twoFilesCannotHaveOneName() {
        entries.add(new UploadArchive.Entry("images\\Screenshot\\größe-日本.png", directory));
        assertThatThrownBy(() -> UploadArchive.of(entries)).hasMessageContaining("images/Screenshot/größe-日本.png");
    }
}
