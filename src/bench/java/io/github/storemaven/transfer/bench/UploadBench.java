package io.github.storemaven.transfer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All contenders over the same line, one after the other. The table stands in target/bench/table.md too. */
@Tag("bench")
class UploadBench {
    private static final long SIZE = Long.getLong("bench.bytes", 1_000_000_000L);
    /** What the system may put down to a process that writes nothing. */
    private static final long NOISE = 1_000_000;

    private static final Path FOLDER = Path.of("target", "bench");

    private static Sources sources;
    private final List<String> table = new ArrayList<>();

    @BeforeAll
    static void makeSources() throws IOException {
        sources = Sources.make(FOLDER, SIZE);
    }

    @Test
    void sideBySide() throws Exception {
        Map<Contender, Lap.Measured> shaped = run(BlobSink.Line.SHAPED);
        Map<Contender, Lap.Measured> unshaped = run(BlobSink.Line.UNSHAPED);
        String text = String.join("\n", table) + "\n";
        Files.writeString(FOLDER.resolve("table.md"), text);
        System.out.println(text);
        Lap.Measured ours = shaped.get(Contender.OURS);
        assertThat(ours.written()).isLessThan(NOISE);
        assertThat(ours.heap()).isLessThan(128_000_000);
        assertThat(ours.seconds()).isLessThan(1.05 * BlobSink.Line.SHAPED.limit(size()));
        assertThat(unshaped.get(Contender.OURS).seconds())
                .isLessThan(unshaped.get(Contender.AZURE).seconds());
    }

    @Test
    void fiveGigabytesGoThroughASmallHeap() throws Exception {
        Sources large = Sources.makeSparse(FOLDER.resolve("large"), 5_000_000_000L);
        try (BlobSink sink = new BlobSink(BlobSink.Line.UNSHAPED)) {
            Lap.Measured measured = lap(Contender.OURS, large, sink);
            System.out.println(measured.row("5 GB, -Xmx128m, unshaped", 0));
            assertThat(sink.received()).isGreaterThanOrEqualTo(5_000_000_000L);
            assertThat(measured.heap()).isLessThan(128_000_000);
            assertThat(measured.written()).isLessThan(NOISE);
        }
    }

    @Test
    void littleIsSentAgainAfterAKill() throws Exception {
        try (BlobSink sink = new BlobSink(BlobSink.Line.SHAPED)) {
            Process killed = start(Contender.OURS, sources, sink);
            while (sink.received() < size() / 2) {
                assertThat(killed.isAlive()).isTrue();
                Thread.sleep(1);
            }
            killed.destroyForcibly().waitFor();
            Lap.Measured rest = lap(Contender.OURS, sources, sink);
            double again = (double) (sink.received() - size()) / size();
            System.out.println(rest.row("the rest after kill -9 at half", BlobSink.Line.SHAPED.limit(size())));
            System.out.printf(Locale.ROOT, "sent again after kill -9 at half: %.1f %%%n", again * 100);
            assertThat(again).isBetween(0.0, 0.05);
        }
    }

    private static long size() throws IOException {
        return Files.size(sources.readyArchive());
    }

    private Map<Contender, Lap.Measured> run(BlobSink.Line line) throws Exception {
        table.add("");
        table.add("**" + line.name() + "**, " + size() + " bytes");
        table.add("");
        table.add("| | seconds | × the line's limit | peak heap | written to disk | CPU seconds |");
        table.add("|---|---|---|---|---|---|");
        Map<Contender, Lap.Measured> results = new EnumMap<>(Contender.class);
        try (BlobSink sink = new BlobSink(line)) {
            for (Contender contender : Contender.values()) {
                sink.forget();
                Lap.Measured measured = lap(contender, sources, sink);
                assertThat(sink.received()).as(contender + " sends all").isGreaterThanOrEqualTo(size() - 10_000);
                results.put(contender, measured);
                table.add(measured.row(contender.title, line.limit(size())));
                System.out.println(table.get(table.size() - 1));
            }
        }
        return results;
    }

    private static Lap.Measured lap(Contender contender, Sources from, BlobSink sink) throws Exception {
        Process process = start(contender, from, sink);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(contender + ": " + said).isZero();
        return Lap.Measured.parse(
                said.strip().lines().reduce((first, last) -> last).orElseThrow());
    }

    private static Process start(Contender contender, Sources from, BlobSink sink) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lap.class.getName(),
                        contender.name(),
                        from.folder().toString(),
                        sink.address())
                .redirectErrorStream(true)
                .start();
    }
}
