package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.Documents;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Partner Center's buttons over HTTP. */
class ControlEndpointTest {
    private final StoreFixture scene = new StoreFixture();

    @AfterEach
    void stop() {
        scene.close();
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
        scene.wait(Duration.ofMinutes(2));
        assertThat(scene.store.pendingStatus(app)).isEmpty();
    }
}
