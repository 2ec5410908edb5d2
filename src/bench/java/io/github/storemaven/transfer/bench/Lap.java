package io.github.storemaven.transfer.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Runs one contender in a Java of its own and tells what it took, as its last line. */
final class Lap {
    private static final int SAMPLE_MILLIS = 10;

    private Lap() {}

    /** Arguments: contender, folder of the sources, address. */
    public static void main(String[] arguments) throws Exception {
        Contender contender = Contender.valueOf(arguments[0]);
        Sources sources = new Sources(Path.of(arguments[1]));
        AtomicLong heap = watchHeap();
        long written = written();
        long cpu = cpu();
        long start = System.nanoTime();
        contender.way.send(sources, arguments[2]);
        double seconds = (System.nanoTime() - start) / 1e9;
        Measured measured = new Measured(seconds, heap.get(), written() - written, (cpu() - cpu) / 1e9);
        System.out.println();
        System.out.println(measured.line());
        Runtime.getRuntime().halt(0);
    }

    private static AtomicLong watchHeap() {
        AtomicLong most = new AtomicLong();
        Thread watch = new Thread(() -> {
            while (true) {
                long used =
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                most.accumulateAndGet(used, Math::max);
                try {
                    Thread.sleep(SAMPLE_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        watch.setDaemon(true);
        watch.start();
        return most;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** What this process has written to disk, by Linux; 0 elsewhere. */
    private static long written() throws IOException {
        Path io = Path.of("/proc/self/io");
        if (!Files.isReadable(io)) {
            return 0;
        }
        return Files.readAllLines(io).stream()
                .filter(line -> line.startsWith("write_bytes:"))
                .mapToLong(line -> Long.parseLong(line.substring(12).strip()))
                .sum();
    }

    /**
     * What a contender took.
     *
     * @param heap the most that was in use at any time, in bytes, garbage included
     * @param written to disk, in bytes; negative where the system does not tell
     */
    record Measured(double seconds, long heap, long written, double cpuSeconds) {
        private static final double MEGA = 1e6;

        String line() {
            return seconds + " " + heap + " " + written + " " + cpuSeconds;
        }

        static Measured parse(String line) {
            String[] parts = line.split(" ", -1);
            return new Measured(
                    Double.parseDouble(parts[0]),
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    Double.parseDouble(parts[3]));
        }

        /** A row of the table. */
        String row(String title, double limit) {
            String ratio = limit > 0 ? String.format(Locale.ROOT, "%.2f", seconds / limit) : "–";
            String disk = written < 0 ? "?" : String.format(Locale.ROOT, "%.0f MB", written / MEGA);
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %s | %.0f MB | %s | %.1f |",
                    title,
                    seconds,
                    ratio,
                    heap / MEGA,
                    disk,
                    cpuSeconds);
        }
    }
}
