package io.github.storemaven.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.testing.SymbolicLink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLimitsTest {
    private StoreFolderFixture folder;

    @BeforeEach
    void make(@TempDir Path root) {
        folder = new StoreFolderFixture(root);
    }

    private void link(String name, Path target) throws IOException {
        SymbolicLink.create(folder.root().resolve(name), target);
    }

    @Test
    void linksThatLeaveTheFolderAreRefused(@TempDir Path elsewhere) throws Exception {
        StoreFolderFixture outside =
                new StoreFolderFixture(elsewhere).text("secret.txt", "x").text("en-us/title.txt", "x");
        folder.text("listings/en-us/title.txt", "x");
        link("listings/en-us/description.txt", outside.root().resolve("secret.txt"));
        link("listings/de-de", outside.root().resolve("en-us"));
        link("listings/en-us/keywords.txt", Path.of("missing.txt"));
        link("listings/en-us/shortTitle.txt", Path.of("title.txt"));
        link("listings/fr-fr", Path.of("../../" + elsewhere.getFileName() + "/en-us"));
        assertThat(folder.problems())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("listings/de-de: leads out of the folder"))
                .anyMatch(line -> line.startsWith("listings/fr-fr: leads out of the folder"))
                .anyMatch(line -> line.startsWith("listings/en-us/description.txt: leads out of the folder"))
                .contains("listings/en-us/keywords.txt: a link that leads nowhere; remove it");
    }

    @Test
    void aFolderInTheFirstLevelThatLeadsOutIsRefused(@TempDir Path elsewhere) throws Exception {
        new StoreFolderFixture(elsewhere).text("en-us/title.txt", "x");
        link("listings", elsewhere);
        folder.assertProblem("listings: leads out of the folder");
    }

    @Test
    void filesAndFoldersInEachOthersPlaceAreRefused() throws Exception {
        folder.text("listings/en-us/title.txt/x", "")
                .text("listings/de-de/images", "")
                .text("listings/fr-fr", "");
        assertThat(folder.problems())
                .containsExactly(
                        "listings/de-de/images: this has to be a folder",
                        "listings/en-us/title.txt: this has to be a file",
                        "listings/fr-fr: does not belong here; texts belong into a folder for each language, such as en-us");
        assertThatThrownBy(() -> Folders.app(folder.root().resolve("listings/fr-fr"), TextSource.asWritten()))
                .hasMessageEndingWith("fr-fr: this has to be a folder");
    }

    @Test
    void aFolderBeyondAnyMeasureIsRefused() throws Exception {
        for (int number = 0; number < 6; number++) {
            folder.text("a/" + number, "").text("b/" + number, "");
        }
        FolderScan scan = new FolderScan(folder.root(), 10);
        assertThat(scan.entries(folder.root().resolve("a"))).hasSize(6);
        assertThat(scan.entries(folder.root().resolve("b"))).isEmpty();
        assertThat(scan.entries(folder.root().resolve("a"))).isEmpty();
        assertThatThrownBy(scan::finish).hasMessageContaining("b: more than 10 files in the folder of a product");
    }

    @Test
    void aPictureBeyondTheLimitIsNotRead() throws Exception {
        folder.picture("listings/en-us/images/Screenshot/a.png", "a");
        Path picture = folder.root().resolve("listings/en-us/images/Screenshot/a.png");
        try (FileChannel hole = FileChannel.open(picture, StandardOpenOption.WRITE)) {
            hole.write(ByteBuffer.allocate(1), 8L * 1024 * 1024 * 1024);
        }
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(folder.read().files().values()).singleElement().satisfies(content -> {
            assertThat(content.file()).isEqualTo(picture);
            assertThat(content.sha256()).isEmpty();
        });
        assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before))
                .isLessThan(Duration.ofSeconds(5));
    }
}
