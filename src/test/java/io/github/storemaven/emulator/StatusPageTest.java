package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.document.Json;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page for a person, and Partner Center's buttons over HTTP. */
class StatusPageTest {
    private final Scene scene = new Scene();

    @AfterEach
    void stop() {
        scene.close();
    }

    private Client.Reply page() {
        return scene.client.blob("GET", scene.store.serviceUrl() + "/", new byte[0], Map.of());
    }

    @Test
    void thePageShowsProductsStatesFaultsAndRequests() {
        String app = scene.app();
        scene.committed("applications/" + app, UnaryOperator.identity());
        scene.store.faults().set("stuck");
        String html = page().text().replace("<wbr>", "");
        assertThat(html)
                .contains(app, "Submission 2, in progress", "CommitStarted", "Submission 1, last published")
                .contains("&quot;fault&quot;:&quot;stuck&quot;", "POST /v1.0/my/applications/")
                .contains("<pre>{\n  &quot;errors&quot;: [],\n")
                .doesNotContain("<script", EmbeddedStore.MADE_UP);
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
    void publishNowIsPressedOverHttp() {
        String app = scene.app();
        String product = "applications/" + app;
        scene.published(product, document -> Documents.set(document, "/targetPublishMode", "Manual"));
        assertThat(scene.store.pendingStatus(app)).hasValue("Release");
        String center = scene.store.serviceUrl() + "/emulator/partner-center";
        byte[] body = ("{\"product\":\"" + app + "\",\"action\":\"publish\"}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(scene.client.blob("POST", center, body, Map.of()).status()).isEqualTo(204);
        scene.wait(java.time.Duration.ofMinutes(2));
        assertThat(scene.store.pendingStatus(app)).isEmpty();
    }

    @Test
    void aSpecificDateIsWaitedFor() {
        String app = scene.app();
        scene.committed(
                "applications/" + app,
                document -> Documents.set(
                        Documents.set(document, "/targetPublishMode", "SpecificDate"),
                        "/targetPublishDate",
                        "2026-11-25T00:00:00Z"));
        scene.wait(java.time.Duration.ofHours(20));
        assertThat(scene.store.pendingStatus(app)).hasValue("Release");
        scene.wait(java.time.Duration.ofHours(20));
        assertThat(scene.store.pendingStatus(app)).isEmpty();
    }
}
