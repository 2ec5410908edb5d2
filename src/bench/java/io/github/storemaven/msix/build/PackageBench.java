package io.github.storemaven.msix.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.MsixBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The package writer beside a plain packer, and beside the least that hashing and deflating take; medians of a run. The
 * ratios of time need a machine that does nothing else; the time of the processors is printed beside them.
 */
@Tag("bench")
class PackageBench {
    private static final int ROUNDS = 5;
    private static final int BLOCK = 65_536;
    private static final long TWO_GB = 2_000_000_000;

    /** How much more MakeAppx writes than Python's zipfile, for an image of this kind: reference of packages, section 9. */
    private static final double MAKEAPPX_TO_PLAIN = 61_142_302.0 / 59_323_499;

    private static final Path FOLDER = Path.of("target", "bench", "package").toAbsolutePath();
    private static final Path IMAGE = FOLDER.resolve("image");
    private static final String PYTHON = "import sys,os,zipfile\n"
            + "z=zipfile.ZipFile(sys.argv[2],'w',zipfile.ZIP_DEFLATED,compresslevel=6)\n"
            + "for d,_,fs in os.walk(sys.argv[1]):\n"
            + "  for f in sorted(fs):\n"
            + "    p=os.path.join(d,f); z.write(p,os.path.relpath(p,sys.argv[1]))\n"
            + "z.close()\n";

    /** Something that is timed. */
    private interface Contender {
        void run() throws Exception;
    }

    /** The JDK's own modules, with locale data, and the jars of this build up to 16 MB. */
    @BeforeAll
    static void makeImage() throws Exception {
        if (Files.isDirectory(IMAGE)) {
            return;
        }
        Files.createDirectories(IMAGE.resolve("app"));
        run(
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "--add-modules",
                "java.se,jdk.localedata",
                "--output",
                IMAGE.resolve("runtime").toString());
        long jars = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar") && jars < 16_000_000) {
                jars += Files.size(jar);
                Files.copy(jar, IMAGE.resolve("app").resolve(jar.getFileName()));
            }
        }
    }

    @Test
    void takesLittleLongerThanTheLeastAndLessThanOneThread() throws Exception {
        List<PackagePart> parts = parts(IMAGE);
        Path ours = FOLDER.resolve("a.msix");
        Path plain = FOLDER.resolve("a.zip");
        boolean python = hasPython();
        List<Long> written = new ArrayList<>();
        List<Long> writtenCpu = new ArrayList<>();
        List<Long> single = new ArrayList<>();
        List<Long> least = new ArrayList<>();
        List<Long> leastCpu = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpuMillis();
            written.add(millis(() -> PackageWriter.write(parts, ours)));
            writtenCpu.add(cpuMillis() - start);
            single.add(millis(() -> plain(plain, python)));
            start = cpuMillis();
            least.add(millis(PackageBench::hashAndDeflate));
            leastCpu.add(cpuMillis() - start);
        }
        double toSingle = (double) median(written) / median(single);
        double toLeast = (double) median(written) / median(least);
        double size = Files.size(ours) / (Files.size(plain) * MAKEAPPX_TO_PLAIN);
        System.out.printf(
                "Package of %d files, %d bytes: %d ms (processors: %d ms), %d bytes%n",
                parts.size(), bytes(IMAGE), median(written), median(writtenCpu), Files.size(ours));
        System.out.printf(
                "One thread (%s): %d ms, %d bytes; ratio %.2f%n",
                python ? "Python's zipfile" : "Java's ZipOutputStream", median(single), Files.size(plain), toSingle);
        System.out.printf(
                "Hash and deflate only: %d ms (processors: %d ms); ratio %.2f (processors: %.2f)%n",
                median(least), median(leastCpu), toLeast, (double) median(writtenCpu) / median(leastCpu));
        System.out.printf("Size beside MakeAppx, by the reference's figures: %.4f%n", size);
        assertThat(toSingle).isLessThan(0.65);
        assertThat(toLeast).isLessThan(1.15);
        assertThat(size).isLessThan(1.005);
    }

    @Test
    void twoGigabytesFitInAHeapOf128MB() throws Exception {
        Path image = FOLDER.resolve("large");
        Files.createDirectories(image);
        try (RandomAccessFile file = new RandomAccessFile(image.resolve("data").toFile(), "rw")) {
            file.setLength(TWO_GB);
        }
        run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                PackageBench.class.getName(),
                image.toString(),
                FOLDER.resolve("large.msix").toString());
        assertThat(FOLDER.resolve("large.msix")).exists();
    }

    /** Packs a folder, in a JVM of its own. */
    public static void main(String[] arguments) throws Exception {
        PackageWriter.write(parts(Path.of(arguments[0])), Path.of(arguments[1]));
    }

    private static List<PackagePart> parts(Path image) throws IOException {
        List<PackagePart> parts = new ArrayList<>();
        for (Path file : files(image)) {
            parts.add(PackagePart.of(image.relativize(file).toString().replace(File.separatorChar, '/'), file));
        }
        byte[] manifest = MsixBuilder.app().parts().get("AppxManifest.xml");
        parts.add(PackagePart.of("AppxManifest.xml", manifest));
        return parts;
    }

    private static List<Path> files(Path image) throws IOException {
        try (Stream<Path> all = Files.walk(image)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static long bytes(Path image) throws IOException {
        long bytes = 0;
        for (Path file : files(image)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static void plain(Path target, boolean python) throws Exception {
        if (python) {
            run("python3", "-c", PYTHON, IMAGE.toString(), target.toString());
            return;
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            zip.setLevel(6);
            for (Path file : files(IMAGE)) {
                zip.putNextEntry(new ZipEntry(IMAGE.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
    }

    /** One plain thread a core, each with the next block that nobody has. */
    private static void hashAndDeflate() throws Exception {
        List<Path> files = files(IMAGE);
        List<long[]> blocks = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            for (long at = 0; at < Files.size(files.get(i)); at += BLOCK) {
                blocks.add(new long[] {i, at});
            }
        }
        List<FileChannel> channels = new ArrayList<>();
        for (Path file : files) {
            channels.add(FileChannel.open(file));
        }
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(() -> work(channels, blocks, next));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (FileChannel channel : channels) {
            channel.close();
        }
    }

    private static void work(List<FileChannel> channels, List<long[]> blocks, AtomicInteger next) {
        Deflater deflater = new Deflater(6, true);
        byte[] content = new byte[BLOCK];
        byte[] packed = new byte[BLOCK + 64];
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int i = next.getAndIncrement(); i < blocks.size(); i = next.getAndIncrement()) {
                long[] block = blocks.get(i);
                int length = channels.get((int) block[0]).read(ByteBuffer.wrap(content), block[1]);
                digest.update(content, 0, length);
                digest.digest();
                deflater.reset();
                deflater.setInput(content, 0, length);
                deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            deflater.end();
        }
    }

    private static boolean hasPython() {
        try {
            run("python3", "-c", "import zipfile");
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as(Arrays.toString(command) + ": " + said)
                    .isZero();
        }
    }

    private static long millis(Contender contender) throws Exception {
        long start = System.nanoTime();
        contender.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }
}
