package io.github.storemaven.msix.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.PartName;
import io.github.storemaven.testing.MsixBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Packages as the reference wants them: {@link PackageVerifier} looks at every byte. */
class PackageWriterTest {
    /** Every printable character of ASCII that a name may have, and some of other scripts. */
    private static final String LETTERS = "abcXYZ019-._~ !#$%&'()+,;=@[]^{}`\u00e9\u0301\u00df\u65e5\ud83d\ude00";

    @TempDir
    Path folder;

    @Test
    void bothReadersFindAGoodPackage() throws Exception {
        MsixBuilder app = MsixBuilder.app()
                .file("app/lib.jar", WrittenPackage.noise(1, 70_000))
                .file("app/readme.txt", WrittenPackage.text(1, 200_000))
                .file("runtime/release", WrittenPackage.text(2, 500))
                .file("data.xml", new byte[0]);
        Path file = WrittenPackage.write(app, folder.resolve("target/a.msix"));
        assertSame(PackageVerifier.readPackage(file), app.parts());
        AppxManifest read = WrittenPackage.read(file).manifests().get(0);
        assertThat(read.form().bytesInFront()).isFalse();
        assertThat(Stream.of(
                                read.form().withBlanks(),
                                read.form().twoVersions(),
                                read.form().shortDescriptors())
                        .map(Object::toString))
                .containsOnly("");
        assertThat(read.form().hasTypes()).isTrue();
        assertThat(read.form().withoutType()).hasToString("");
        assertThat(read.blockMap()).hasValueSatisfying(map -> {
            assertThat(Stream.of(
                                    map.notInMap(),
                                    map.notInPackage(),
                                    map.otherBlocks(),
                                    map.otherHeader(),
                                    map.otherSize())
                            .map(Object::toString))
                    .containsOnly("");
            assertThat(map.manifestChanged()).isFalse();
        });
        assertThat(folder.resolve("target")).isDirectoryNotContaining(each -> !each.equals(file));
    }

    /** Blocks end where files do, and where the block size says. */
    @Test
    void filesAroundTheSizeOfABlock() throws Exception {
        MsixBuilder app = MsixBuilder.app();
        for (int size : new int[] {0, 1, 100, 65_535, 65_536, 65_537, 131_072}) {
            app.file("text/" + size, WrittenPackage.text(size, size))
                    .file("noise/" + size, WrittenPackage.noise(size, size))
                    .file("zeros/" + size, new byte[size]);
        }
        Path file = WrittenPackage.write(app, folder.resolve("a.msix"));
        assertSame(PackageVerifier.readPackage(file), app.parts());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("text/65537").getMethod()).isEqualTo(ZipEntry.DEFLATED);
            assertThat(zip.getEntry("noise/65537").getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(zip.getEntry("zeros/1").getMethod()).isEqualTo(ZipEntry.STORED);
        }
    }

    /** The first block promises what the other ones do not hold. */
    @Test
    void aFileThatGrowsAfterAllIsStored() throws Exception {
        byte[] content = WrittenPackage.noise(7, 65_536 * 40);
        Arrays.fill(content, 0, 700, (byte) 0);
        MsixBuilder app = MsixBuilder.app().file("a", content).file("z", WrittenPackage.text(1, 300_000));
        Path file = WrittenPackage.write(app, folder.resolve("a.msix"));
        assertSame(PackageVerifier.readPackage(file), app.parts());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("a").getMethod()).isEqualTo(ZipEntry.STORED);
        }
    }

    @Test
    void theSamePartsGiveTheSameBytesWhateverTheirOrderAndTheThreads() throws Exception {
        MsixBuilder app = MsixBuilder.app();
        for (int i = 0; i < 30; i++) {
            app.file("files/" + i, i % 3 == 0 ? WrittenPackage.noise(i, 9_000 * i) : WrittenPackage.text(i, 9_000 * i));
        }
        List<PackagePart> parts = WrittenPackage.parts(app);
        Path one = folder.resolve("one.msix");
        PackageWriter.write(parts, one, PackageWriter.FIRST_TIME, 1);
        Collections.shuffle(parts, new Random(3));
        Path other = folder.resolve("other.msix");
        PackageWriter.write(parts, other, PackageWriter.FIRST_TIME, 7);
        assertThat(other).hasSameBinaryContentAs(one);
    }

    @Test
    void allEntriesHaveTheTimeOfTheBuild() throws Exception {
        Path file = folder.resolve("a.msix");
        PackageWriter.write(WrittenPackage.parts(MsixBuilder.app()), file, Instant.parse("2026-11-23T13:14:17Z"));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getTimeLocal))
                    .containsOnly(LocalDateTime.parse("2026-11-23T13:14:16"));
        }
    }

    @Test
    void whatCannotBeFinishedLeavesWhatWasThere() throws Exception {
        Path file = Files.writeString(folder.resolve("a.msix"), "the one before");
        List<PackagePart> parts = WrittenPackage.parts(MsixBuilder.app().file("a", WrittenPackage.text(1, 900_000)));
        parts.add(PackagePart.of("z", folder.resolve("missing")));
        assertThatThrownBy(() -> PackageWriter.write(parts, file))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("missing");
        assertThat(file).hasContent("the one before");
        assertThat(folder).isDirectoryNotContaining(each -> !each.equals(file));
    }

    @Test
    void anInterruptEndsItAndIsKept() {
        Thread.currentThread().interrupt();
        Path file = folder.resolve("a.msix");
        assertThatThrownBy(() -> WrittenPackage.write(MsixBuilder.app(), file)).isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    /** More than the number of entries that a plain ZIP can tell. */
    @Test
    void seventyThousandFiles() throws Exception {
        List<PackagePart> parts = WrittenPackage.parts(MsixBuilder.app());
        for (int i = 0; i < 70_000; i++) {
            parts.add(PackagePart.of("files/" + i, new byte[0]));
        }
        Path file = folder.resolve("a.msix");
        PackageWriter.write(parts, file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(parts.size() + 2);
        }
        assertThat(WrittenPackage.read(file).manifests().get(0).blockMap())
                .hasValueSatisfying(map -> assertThat(map.notInMap()).hasToString(""));
    }

    /** The rest of a build that was killed is in nobody's way. */
    @Test
    void replacesWhatAKilledBuildLeft() throws Exception {
        Path left = Files.writeString(folder.resolve(".a.msix.new"), "half");
        Path file = WrittenPackage.write(MsixBuilder.app(), folder.resolve("a.msix"));
        assertThat(PackageVerifier.readPackage(file)).containsKey("app.exe");
        assertThat(left).doesNotExist();
    }

    /** Linux has files whose size is not that of their content. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatChangesMeanwhileIsNamed() {
        List<PackagePart> parts = WrittenPackage.parts(MsixBuilder.app());
        parts.add(PackagePart.of("a", Path.of("/proc/self/status")));
        assertThatThrownBy(() -> PackageWriter.write(parts, folder.resolve("a.msix")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/proc/self/status changed while it was packed");
    }

    @Test
    void namesThatNoPackageCanHaveAndAMissingManifestAreRefused() {
        Path file = folder.resolve("a.msix");
        assertThatThrownBy(() -> PackageWriter.write(
                        List.of(PackagePart.of("con", new byte[1]), PackagePart.of("a:b", new byte[1])), file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("con has the name of a device", "a:b has the character :");
        assertThatThrownBy(() -> PackageWriter.write(List.of(PackagePart.of("a", new byte[1])), file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AppxManifest.xml");
        assertThat(folder).isEmptyDirectory();
    }

    /** Images at random, always the same ones. */
    @Test
    void anyImageComesBackAsItWas() throws Exception {
        int[] counts = {0, 1, 2, 17, 60, 3_000};
        for (int seed = 0; seed < counts.length; seed++) {
            Random random = new Random(seed);
            Map<String, byte[]> image = image(random, counts[seed]);
            image.put(PartName.MANIFEST, MsixBuilder.app().parts().get(PartName.MANIFEST));
            Path file = folder.resolve(seed + ".msix");
            PackageWriter.write(WrittenPackage.parts(image), file);
            assertSame(PackageVerifier.readPackage(file), image);
            Collection<String> names =
                    WrittenPackage.read(file).manifests().get(0).files().names();
            assertThat(names).hasSize(counts[seed] + 3);
            Set<String> missing = new HashSet<>(image.keySet());
            missing.removeAll(new HashSet<>(names));
            assertThat(missing).isEmpty();
        }
    }

    private static Map<String, byte[]> image(Random random, int count) {
        Map<String, byte[]> image = new LinkedHashMap<>();
        Set<String> keys = new HashSet<>();
        while (image.size() < count) {
            String name = (random.nextBoolean() ? "f" + random.nextInt(5) + "/" : "") + name(random);
            Map<String, byte[]> more = new LinkedHashMap<>(image.size() < 100 ? image : Map.of());
            more.put(name, new byte[0]);
            if (!keys.contains(PartName.key(name))
                    && PartName.problems(more.keySet()).isEmpty()) {
                keys.add(PartName.key(name));
                image.put(name, content(random, count));
            }
        }
        return image;
    }

    private static String name(Random random) {
        int[] letters = LETTERS.codePoints().toArray();
        int length = 1 + random.nextInt(12);
        int[] name = random.ints(length, 0, letters.length).map(i -> letters[i]).toArray();
        return new String(name, 0, length) + random.nextInt(10_000);
    }

    private static byte[] content(Random random, int count) {
        int[] sizes = {0, 1, 65_535, 65_536, 65_537, random.nextInt(300_000)};
        int size = count > 100 ? random.nextInt(40) : sizes[random.nextInt(sizes.length)];
        return random.nextInt(3) == 0
                ? WrittenPackage.noise(random.nextInt(), size)
                : WrittenPackage.text(random.nextInt(), size);
    }

    private static void assertSame(Map<String, byte[]> read, Map<String, byte[]> written) {
        assertThat(read.keySet()).isEqualTo(written.keySet());
        read.forEach((name, content) -> assertThat(content).as(name).isEqualTo(written.get(name)));
    }
}
