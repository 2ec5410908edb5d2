package io.github.storemaven.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentTest {
    private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void oneReadingGivesStartDigestAndChecksum() throws Exception {
        Path file = Files.write(folder.resolve("digits"), DIGITS);
        FileContent content = FileContent.of(file, 9, (byte) '1', (byte) '2');
        assertThat(content.start()).isEqualTo(DIGITS);
        assertThat(content.size()).isEqualTo(9);
        assertThat(content.modified()).isEqualTo(Files.getLastModifiedTime(file));
        assertThat(content.crc32()).hasValue(0xCBF43926);
        assertThat(content.sha256()).hasValue("15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225");
        assertThat(content.sha256()).hasValue(FileContent.sha256(DIGITS));
    }

    @Test
    void contentBehindTheStartCountsToo() throws Exception {
        byte[] bytes = new byte[200_000];
        bytes[150_000] = 1;
        FileContent content = FileContent.of(Files.write(folder.resolve("long"), bytes), 200_000);
        assertThat(content.start()).hasSize(64);
        assertThat(content.sha256()).hasValue(FileContent.sha256(bytes));
    }

    @Test
    void ofAnotherKindOnlyTheStartIsRead() throws Exception {
        FileContent content = FileContent.of(Files.write(folder.resolve("digits"), DIGITS), 9, (byte) 'P');
        assertThat(content.startsWith((byte) 'P')).isFalse();
        assertThat(content.sha256()).isEmpty();
        assertThat(content.crc32()).isEmpty();
    }

    /** 4 GB of holes: whoever reads them is at it for minutes (faults of hostile input: a picture with a hole). */
    @Test
    void ofAnOverlargeFileOnlyTheStartIsRead() throws Exception {
        Path file = folder.resolve("hole");
        try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(4L << 30);
        }
        FileContent content = FileContent.of(file, 50 << 20);
        assertThat(content.size()).isEqualTo(4L << 30);
        assertThat(content.sha256()).isEmpty();
    }
}
