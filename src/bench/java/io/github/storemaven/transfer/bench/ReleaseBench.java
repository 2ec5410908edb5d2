package io.github.storemaven.transfer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a release takes from the create to the last byte, which a slow service does not make longer than its own time. */
@Tag("bench")
class ReleaseBench {
    private static final long MEGA = 1_000_000;
    private static final long LARGE = 400 * MEGA;
    private static final List<Long> SIZES = List.of(25 * MEGA, 100 * MEGA, LARGE, 1000 * MEGA);

    /** Of update and of read, by field report 3 a modest one. */
    private static final Duration SLOW = Duration.ofSeconds(6);

    private static final double BOTH_CALLS = 2 * SLOW.toSeconds();

    private static final Path FOLDER = Path.of("target", "bench", "release");

    @Test
    void theLongerHalfIsWhatItTakes() throws Exception {
        Files.createDirectories(FOLDER);
        List<String> table = new ArrayList<>();
        table.add(
                "| archive | the line's limit | create to last byte | both halves, slow service | of the longer half |");
        table.add("|---|---|---|---|---|");
        List<Row> rows = new ArrayList<>();
        for (long size : SIZES) {
            Path file = packageFile(size);
            Row row = new Row(size, lap(file, Duration.ZERO)[0], lap(file, SLOW)[1]);
            rows.add(row);
            table.add(row.line());
            System.out.println(row.line());
        }
        Files.write(FOLDER.resolve("table.md"), table);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.seconds()).isLessThan(row.most());
            assertThat(row.slowSeconds()).isLessThan(1.1 * row.longerHalf());
        });
    }

    /** A package of zeros that takes no room on the disk. */
    private static Path packageFile(long size) throws IOException {
        Path file = FOLDER.resolve(size / MEGA + ".msix");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(size);
        }
        return file;
    }

    private static double[] lap(Path file, Duration slowness) throws Exception {
        try (BlobSink sink = new BlobSink(BlobSink.Line.SHAPED)) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-Dsun.net.httpserver.nodelay=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ReleaseLap.class.getName(),
                            file.toString(),
                            sink.address(),
                            slowness.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(sink.received()).as("all is sent").isGreaterThanOrEqualTo(Files.size(file));
            String[] last = said.strip()
                    .lines()
                    .reduce((first, next) -> next)
                    .orElseThrow()
                    .split(" ", -1);
            return new double[] {Double.parseDouble(last[0]), Double.parseDouble(last[1])};
        }
    }

    /**
     * What was measured for a size.
     *
     * @param seconds from the create to the last byte
     * @param slowSeconds from the create to the end of both halves, with a slow service
     */
    private record Row(long size, double seconds, double slowSeconds) {
        double limit() {
            return BlobSink.Line.SHAPED.limit(size);
        }

        double most() {
            return size < LARGE ? limit() + 0.4 : 1.05 * limit();
        }

        double longerHalf() {
            return Math.max(BOTH_CALLS, limit());
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %d MB | %.1f s | %.2f s (at most %.2f) | %.2f s | %.2f |",
                    size / MEGA,
                    limit(),
                    seconds,
                    most(),
                    slowSeconds,
                    slowSeconds / longerHalf());
        }
    }
}
