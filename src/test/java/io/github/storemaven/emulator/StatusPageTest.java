package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page for a person. */
class StatusPageTest {
    private final StoreFixture scene = new StoreFixture();

    @AfterEach
    void stop() {
        scene.close();
    }

    private EmulatorClient.Reply page() {
        return scene.client.blob("GET", scene.store.serviceUrl() + "/", new byte[0], Map.of());
    }

    @Test
    void thePageShowsProductsStatesFaultsAndRequests() {
        String app = scene.app();
        scene.committed("applications/" + app, UnaryOperator.identity());
        scene.store.faults().set("stuck");
        String html = page().text().replace("<wbr>", "");
        assertThat(html)
                .contains(
                        app,
                        "Submission 2, in progress",
                        "CommitStarted",
                        "Submission 1, last published",
                        "<small>1152921505600000002</small>",
                        "What you can do here")
                .contains("&quot;fault&quot;:&quot;stuck&quot;", "POST /v1.0/my/applications/")
                .contains("<pre>{\n  &quot;errors&quot;: [],\n")
                .doesNotContain("<script", EmbeddedStore.MADE_UP);
    }

    @Test
    void theNewestRunIsFirstAndHasATimeForEachRequest() {
        String app = "applications/" + scene.app();
        scene.client.call("GET", app);
        scene.wait(Duration.ofMinutes(5));
        scene.now.updateAndGet(time -> time.plusSeconds(7));
        scene.client.call("GET", app);
        String login = "/" + scene.store.tenantId() + "/oauth2/token</li>";
        assertThat(page().text().replace("<wbr>", ""))
                .contains("This page is of 23 Nov 10:05:07 UTC; reload it")
                .contains("<p>4 so far, the newest first; times are UTC.</p>"
                        + "<h3>Last run, since 23 Nov 10:05:00 UTC</h3><ul class=\"requests\">"
                        + "<li><time>10:05:07</time> 200 GET /v1.0/my/" + app + "</li>"
                        + "<li><time>10:05:00</time> 200 POST " + login + "</ul>"
                        + "<h3>Run since 23 Nov 10:00:00 UTC</h3><ul class=\"requests\">"
                        + "<li><time>10:00:00</time> 200 GET /v1.0/my/" + app + "</li>"
                        + "<li><time>10:00:00</time> 200 POST " + login + "</ul>");
    }

    @Test
    void ofALongRunTheLastRequestsAreShown() {
        for (int i = 0; i < 50; i++) {
            scene.client.call("GET", "applications/" + i);
        }
        assertThat(page().text().replace("<wbr>", ""))
                .contains("<p>51 so far", "Last run, since 23 Nov 10:00:00 UTC", "applications/0</li></ul><h2>")
                .doesNotContain("oauth2/token");
    }

    @Test
    void whatClientsSendIsEscaped() {
        String app = scene.app();
        scene.client.call(
                "POST",
                "applications/" + app + "/flights",
                Json.object().add("friendlyName", "<script>alert(1)</script>").build());
        assertThat(page().text()).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void aSubmissionThatWasCanceledIsNotInProgress() {
        String app = scene.app();
        scene.bring("applications/" + app, "Canceled");
        assertThat(page().text())
                .contains("Submission 2, canceled in Partner Center <span class=\"state Canceled\">")
                .doesNotContain("in progress");
    }

    @Test
    void withoutRequestsThereIsNoEmptyList() throws IOException {
        try (EmbeddedStore fresh = EmbeddedStore.builder().start()) {
            String html = scene.client
                    .blob("GET", fresh.serviceUrl() + "/", new byte[0], Map.of())
                    .text();
            assertThat(html)
                    .contains("<h2>Requests</h2><p>None so far.</p><h2>")
                    .doesNotContain("<ul");
        }
    }

    @Test
    void thePageTellsWhyACommitFailedAndWhatTheSwitchesAre() {
        String app = scene.app();
        String product = "applications/" + app;
        JsonObject failed = scene.committed(
                product,
                document -> Documents.set(
                        Documents.set(document, "/listings/en-us/baseListing/images/0/fileStatus", "PendingDelete"),
                        "/listings/en-us/baseListing/description",
                        " "));
        scene.wait(Duration.ofMinutes(1));
        assertThat(scene.client
                        .call("GET", StoreFixture.one(product, failed))
                        .json()
                        .getJsonObject("statusDetails"))
                .asString()
                .contains("which cannot be exposed via API")
                .doesNotContain("screenshot");
        String subject = "Submission 2 of app " + app + ": the listing en-us has no ";
        assertThat(scene.store.remarks()).containsExactly(subject + "screenshot", subject + "description");
        assertThat(page().text())
                .contains(subject + "screenshot", "<h2>Switches</h2>", "titlesStrict=true, rawPlus=never");
    }
}
