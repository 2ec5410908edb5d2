package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.document.Difference;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.installer.InstallerRequestReader;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.msix.PackageReader;
import io.github.storemaven.submission.AddonFolders;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.testing.CpuTime;
import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.transfer.UploadArchive;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How cost grows with work: ratios and exponents, which no machine makes better or worse. */
@Tag("bench")
class GrowthBench {
    private static final int RUNS = 7;

    /** The smallest that an upload is cut into, where most images lie across a border. */
    private static final int BLOCK = 512 << 10;

    private static final Path READ_BY_THIS_THREAD = Path.of("/proc/thread-self/io");

    /**
     * Some 510 classes of ours and 800 of their lambdas, 250 forms that the JDK makes for these, 270 of its HTTP client, 50 of
     * its server, 150 of Maven for any goal, 70 of the JSON library; the rest is XML, dates, digests and sockets.
     */
    private static final int MOST_CLASSES = 3200;

    /** Work that grows with the square of its input has 2; the rest is noise of a busy machine. */
    private static final double LINEAR = 1.3;

    /** One look and the comparison of names; two looks have 3 and more. */
    private static final double ONE_LOOK = 2.5;

    @TempDir
    private Path folder;

    @Test
    void comparingAllocatesInProportionToTheDocument() {
        String text = document(115);
        JsonObject from = json(text);
        JsonObject to = json(text.replace("Text 7 ", "Text seven "));
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Difference.between(from, to);
        long before = thread.getCurrentThreadAllocatedBytes();
        assertThat(Difference.between(from, to)).hasSize(115);
        show(
                "comparing, bytes allocated / document",
                thread.getCurrentThreadAllocatedBytes() - before,
                text.length(),
                10);
    }

    @Test
    void comparingLooksAtDeepNodesOnce() throws Exception {
        long deep = cost(chains(24));
        show("comparing, time at depth 24 / depth 4, equal nodes", deep, cost(chains(4)), 2);
    }

    @Test
    void littleOfAPackageIsRead() throws Exception {
        MsixBuilder app = MsixBuilder.app();
        for (int i = 0; i < 100; i++) {
            app.file("data/" + i + ".bin", noise(i, 1_000_000));
        }
        Path file = app.write(folder.resolve("a.msix"));
        new PackageReader().read(file);
        long bytes = bytesRead(() -> new PackageReader().read(file));
        show("validate, bytes read / package", bytes, Files.size(file), 0.01);
    }

    /** Ten images more, since checking reads some kilobytes of our own besides. */
    @Test
    void imagesAreReadOnceToCheckAndOnceToSend() throws Exception {
        Path store = folder.resolve("src/store");
        images(store, 0, 10);
        checkedAndSent(store);
        Reads few = checkedAndSent(store);
        long more = images(store, 10, 20);
        Reads many = checkedAndSent(store);
        long checked = many.checked() - few.checked();
        show("validate, bytes read / bytes of images", checked, more, 1.001);
        show("submit, bytes read / bytes of images", checked + many.sent() - few.sent(), more, 2.001);
    }

    /** Those of an MSI or EXE product come from the same folder; its second reading is that of the upload. */
    @Test
    void imagesOfAnInstallerProductAreReadOnceToCheck() throws Exception {
        Path store = folder.resolve("src/store");
        images(store, 0, 10);
        readInstaller(store);
        long few = readInstaller(store);
        long more = images(store, 10, 20);
        show("installer, bytes read / bytes of images", readInstaller(store) - few, more, 1.001);
    }

    private long readInstaller(Path store) throws Exception {
        InstallerRequestReader reader = new InstallerRequestReader(
                folder, TextSource.asWritten(), TextSource.asWritten(), new FindingCollector(), notice -> {});
        return bytesRead(() -> reader.read(Optional.empty(), Optional.empty(), store));
    }

    @Test
    void foldersOfAddonsAreLookedAtOnce() throws Exception {
        long few = addons(300);
        show("folders of add-ons, exponent from 300 to 3,000", Math.log10((double) addons(3000) / few), 1, LINEAR);
    }

    private long addons(int count) throws Exception {
        Path store = folder.resolve("addons-" + count);
        for (int i = 0; i < count; i++) {
            Path addon = Files.createDirectories(store.resolve("addons/coins-" + i));
            Files.writeString(addon.resolve("submission.json"), "{\"tag\": \"autumn\"}");
        }
        return least(() -> new AddonFolders(store, List.of(), Optional.empty()).find(new ConfigurationProblems()));
    }

    private record Reads(long checked, long sent) {}

    private Reads checkedAndSent(Path store) throws Exception {
        List<UploadArchive.Entry> entries = new ArrayList<>();
        StoreFolder.readApp(store, TextSource.asWritten(), problem -> {})
                .files()
                .forEach((name, content) -> entries.add(new UploadArchive.Entry(name, content)));
        long checked = bytesRead(() -> new ValidateFixture(folder, ProductType.APP).findings());
        return new Reads(checked, bytesRead(() -> send(entries)));
    }

    private static long images(Path store, int from, int to) throws IOException {
        long size = 0;
        for (int i = from; i < to; i++) {
            size += Files.size(image(store, i));
        }
        return size;
    }

    @Test
    void theBuildDirectoryIsLookedThroughOnce() throws Exception {
        long few = entries(1000);
        long many = entries(10_000);
        show("build directory, exponent from 1,000 to 10,000 entries", Math.log10((double) many / few), 1, LINEAR);
        show(
                "build directory, exponent from 10,000 to 100,000 entries",
                Math.log10((double) entries(100_000) / many),
                1,
                LINEAR);
        long looks = least(() -> {
            try (Stream<Path> all = Files.find(folder.resolve("100000"), 2, (file, attributes) -> true)) {
                assertThat(all.count()).isGreaterThan(100_000);
            }
        });
        show("build directory, time / one look at each of 100,000 entries", entries(100_000), looks, ONE_LOOK);
    }

    @Test
    void filteringIsLinear() throws Exception {
        for (String repeated : List.of("${", "${a", "${}", "a\n")) {
            String few = repeated.repeat(50_000);
            String many = repeated.repeat(500_000);
            TextSource filter = ValidateFixture.filter();
            double ratio = (double) least(() -> filter.text(many, (line, problem) -> {}))
                    / least(() -> filter.text(few, (line, problem) -> {}));
            show("filtering \"" + repeated.strip() + "\", exponent", Math.log10(ratio), 1, LINEAR);
        }
    }

    @Test
    void aRehearsalLoadsFewClasses() throws Exception {
        FirstUseBench.makeProject();
        MsixBuilder.app().write(FirstUseBench.FOLDER.resolve("app.msix"));
        String[] rehearsal = {
            FirstUseBench.SUBMIT,
            "-Dstore.rehearse=true",
            "-Dstore.applicationId=9PAPPDEMO001",
            "-Dstore.packages=app.msix"
        };
        long own = classes(rehearsal) - classes("validate");
        System.out.printf("growth: small rehearsal, classes loaded beyond Maven's: %d (limit %d)%n", own, MOST_CLASSES);
        assertThat(own).isBetween(1L, (long) MOST_CLASSES);
    }

    private static String document(int languages) {
        String texts = IntStream.range(0, 20)
                .mapToObj(i -> "\"member" + i + "\": \"Text " + i + " " + "x".repeat(3000) + "\"")
                .collect(Collectors.joining(", "));
        return IntStream.range(0, languages)
                .mapToObj(language -> "\"l" + language + "\": {\"baseListing\": {" + texts + "}}")
                .collect(Collectors.joining(", ", "{\"listings\": {", "}}"));
    }

    /** Some 100,000 nodes in chains of that depth, which differ at their ends. */
    private static String chains(int depth) {
        return IntStream.range(0, 96_000 / depth)
                .mapToObj(i -> "\"c" + i + "\": " + "{\"x\": ".repeat(depth - 1) + "\"from\"" + "}".repeat(depth - 1))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static long cost(String chains) throws Exception {
        JsonObject from = json(chains);
        JsonObject to = json(chains.replaceFirst("from", "to"));
        return least(() -> Difference.between(from, to));
    }

    private static JsonObject json(String text) {
        try {
            return ParsedJson.of("document", text.getBytes(StandardCharsets.UTF_8))
                    .object();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path image(Path store, int number) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(noise(number, 500_000))
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'})
                .putInt(1920)
                .putInt(1080);
        Path pictures = Files.createDirectories(store.resolve("listings/en-us/images/Screenshot"));
        return Files.write(pictures.resolve(number + ".png"), bytes.array());
    }

    /** In the order of the upload: blocks that need the checksum of another one come last. */
    private static void send(List<UploadArchive.Entry> entries) throws IOException {
        UploadArchive archive = UploadArchive.of(entries);
        for (boolean last : new boolean[] {false, true}) {
            for (long at = 0; at < archive.size(); at += BLOCK) {
                int length = (int) Math.min(BLOCK, archive.size() - at);
                if (archive.needsChecksums(at, length) == last) {
                    archive.read(at, ByteBuffer.allocate(length));
                }
            }
        }
    }

    private long entries(int count) throws Exception {
        Path project = folder.resolve(Integer.toString(count));
        Path target = Files.createDirectories(project.resolve("target"));
        for (int i = 0; i < count; i++) {
            Path entry = target.resolve("entry-" + i + ".txt");
            if (!Files.exists(entry)) {
                Files.createFile(entry);
            }
        }
        return least(() -> new ValidateFixture(project, ProductType.APP).problems());
    }

    /** Counts what a whole Maven loads. */
    private static long classes(String... goals) throws Exception {
        Path log = FirstUseBench.FOLDER.resolve("classes.log");
        FirstUseBench.maven("-Xlog:class+load:file=" + log, FirstUseBench.FOLDER.resolve("repository"), goals);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: ")).count();
        }
    }

    private static byte[] noise(int seed, int size) {
        byte[] noise = new byte[size];
        new Random(seed).nextBytes(noise);
        return noise;
    }

    private static long least(CpuTime.Work work) throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            least = Math.min(least, CpuTime.of(work).toNanos());
        }
        return least;
    }

    private static long bytesRead(CpuTime.Work work) throws Exception {
        Assumptions.assumeTrue(Files.isReadable(READ_BY_THIS_THREAD), "Linux counts what is read");
        long before = bytesRead();
        work.run();
        return bytesRead() - before;
    }

    private static long bytesRead() throws IOException {
        return Files.readAllLines(READ_BY_THIS_THREAD).stream()
                .filter(line -> line.startsWith("rchar:"))
                .mapToLong(line -> Long.parseLong(line.substring(6).strip()))
                .sum();
    }

    private static void show(String what, double cost, double work, double limit) {
        double ratio = cost / work;
        System.out.printf(Locale.ROOT, "growth: %s: %.4f (limit %s)%n", what, ratio, limit);
        assertThat(ratio).as(what).isLessThanOrEqualTo(limit);
    }
}
