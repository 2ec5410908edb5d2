package io.github.storemaven.check;

import static io.github.storemaven.testing.MsixBuilder.app;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.testing.PngImage;
import io.github.storemaven.zip.FileContent;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 500 images, 100 languages and a package of 2 GB, checked in under 2 s. */
@Tag("bench")
class CheckBenchmark {
    private static final int LANGUAGES = 100;
    private static final int IMAGES = 5;
    private static final long HOLE = 2L << 30;
    private static final int END = 22;

    @TempDir
    private Path folder;

    @Test
    void checksALargeProject() throws Exception {
        List<Path> images = images();
        Path bundle = sparsePackage();
        byte[] document = document();
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = memory.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        Findings findings = check(images, bundle, document);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        allocated = memory.getCurrentThreadAllocatedBytes() - allocated;
        System.out.printf("check: %d ms, %d MiB allocated in all%n", time.toMillis(), allocated >> 20);
        assertThat(findings.errors()).isEmpty();
        assertThat(time).isLessThan(Duration.ofSeconds(2));
        assertThat(allocated).isLessThan(200L << 20);
    }

    private static Findings check(List<Path> images, Path file, byte[] document) throws Exception {
        FindingCollector report = new FindingCollector();
        ParsedJson json = ParsedJson.of("submission.json", document);
        new DocumentRules(ProductType.APP, Instant.EPOCH).check(json.object(), json::locationOf, report);
        ImageRules pictures = new ImageRules(report);
        for (Path image : images) {
            pictures.image(FileContent.startOf(image), "Screenshot");
        }
        PackageRules packages = new PackageRules(ExpectedIdentity.none(), report);
        packages.check(packages.read(file).stream().toList());
        return report.findings();
    }

    private List<Path> images() throws Exception {
        List<Path> images = new ArrayList<>();
        for (int i = 0; i < LANGUAGES * IMAGES; i++) {
            images.add(PngImage.write(folder.resolve(i + ".png"), 1920, 1080, 500_000));
        }
        return images;
    }

    private static byte[] document() {
        String texts = "{\"baseListing\": {\"description\": \"" + RuleCase.letters(10_000) + "\", \"features\": "
                + RuleCase.array(20, "\"a feature\"") + "}}";
        List<String> listings = Stream.of(Locale.getAvailableLocales())
                .flatMap(locale -> StoreLanguages.canonical(locale.toLanguageTag()).stream())
                .distinct()
                .limit(LANGUAGES)
                .map(code -> "\"" + code + "\": " + texts)
                .toList();
        return ("{\"listings\": {" + String.join(", ", listings) + "}}").getBytes(StandardCharsets.UTF_8);
    }

    /** A package behind a hole of 2 GB, with the places in its directory moved along. */
    private Path sparsePackage() throws Exception {
        ByteBuffer zip = ByteBuffer.wrap(app().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.capacity() - END;
        int directory = zip.getInt(end + 16);
        for (int at = directory; at < end; at += 46 + zip.getShort(at + 28) + zip.getShort(at + 30)) {
            zip.putInt(at + 42, (int) (zip.getInt(at + 42) + HOLE));
        }
        zip.putInt(end + 16, (int) (directory + HOLE));
        Path file = folder.resolve("a.msix");
        try (var channel = Files.newByteChannel(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.position(HOLE).write(zip);
        }
        return file;
    }
}
