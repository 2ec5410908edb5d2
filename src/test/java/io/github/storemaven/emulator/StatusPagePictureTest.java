package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import io.github.storemaven.testing.HeadlessBrowser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status page as a browser lays it out; its pictures are left in target for a person to look at. */
@Tag("browser")
class StatusPagePictureTest {
    @TempDir
    Path folder;

    private final StoreFixture scene = new StoreFixture();

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void nothingIsWiderThanAPhone() throws Exception {
        Path closed = Files.writeString(folder.resolve("closed.html"), page());
        Path open = Files.writeString(
                folder.resolve("open.html"), Files.readString(closed).replace("<details>", "<details open>"));
        assertThat(HeadlessBrowser.widths(open, 360)).isEqualTo("360 of 360");
        HeadlessBrowser.picture("status-page-360", closed, 360, 2600);
        HeadlessBrowser.picture("status-page-360-dark", closed, 360, 2600, HeadlessBrowser.DARK);
        HeadlessBrowser.picture("status-page", closed, 1280, 1300);
        HeadlessBrowser.picture("status-page-dark", open, 1280, 2400, HeadlessBrowser.DARK);
    }

    private String page() {
        scene.store.add(ApplicationSeed.published("9PTIDETABLE1"));
        scene.store.add(AddonSeed.published(
                "9NTIDETABLE1", "com.example.tidetable.gold.subscription.for.one.whole.year", "9PTIDETABLE1"));
        scene.store
                .faults()
                .set(
                        "fail",
                        Json.object()
                                .add("report", "https://example/" + "x".repeat(200))
                                .build());
        scene.client.call("GET", "applications/9PTIDETABLE1/submissions/1152921505000000000/status");
        scene.bring("applications/" + scene.app(), "Canceled");
        scene.committed(
                "applications/" + scene.app(),
                document -> Documents.set(document, "/listings/en-us/baseListing/description", ""));
        scene.wait(Duration.ofMinutes(1));
        scene.now.updateAndGet(time -> time.plusSeconds(3));
        scene.client.call("GET", "applications/9PTIDETABLE1");
        return scene.client
                .blob("GET", scene.store.serviceUrl() + "/", new byte[0], Map.of())
                .text();
    }
}
