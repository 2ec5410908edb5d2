package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.document.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status page as a browser lays it out; its picture is left in target for a person to look at. */
@Tag("browser")
class StatusPagePictureTest {
    private static final String PHONE = "<body style=\"margin:0\"><iframe id=\"phone\" src=\"%s\""
            + " style=\"border:0;width:390px;height:1600px\"></iframe>"
            + "<script>onload = () => { const page = phone.contentDocument.documentElement;"
            + " document.title = page.scrollWidth + \" of \" + page.clientWidth; }</script>";

    @TempDir
    Path folder;

    private final StoreFixture scene = new StoreFixture();

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void nothingIsWiderThanAPhone() throws Exception {
        String html = page();
        Path open = onPhone("open", html.replace("<details>", "<details open>"));
        assertThat(chromium("--dump-dom", open)).contains("<title>390 of 390</title>");
        Path picture = Path.of("target", "status-page-phone.png").toAbsolutePath();
        Files.deleteIfExists(picture);
        chromium("--screenshot=" + picture, onPhone("closed", html));
        assertThat(picture).isNotEmptyFile();
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
        return scene.client
                .blob("GET", scene.store.serviceUrl() + "/", new byte[0], Map.of())
                .text();
    }

    /** Saved, since a browser's window is wider than a phone and a frame in a file can hold this one. */
    private Path onPhone(String name, String html) throws IOException {
        Files.writeString(folder.resolve(name + "-page.html"), html);
        return Files.writeString(folder.resolve(name + ".html"), PHONE.formatted(name + "-page.html"));
    }

    private static String chromium(String what, Path page) throws Exception {
        Process browser = new ProcessBuilder(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--allow-file-access-from-files",
                        "--virtual-time-budget=2000",
                        "--window-size=500,1600",
                        what,
                        page.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(browser.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }
}
