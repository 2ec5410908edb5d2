package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** Commits of submissions, each with its document and its upload. */
abstract class AbstractCommitTest {
    static final String LISTING = "/listings/en-us/baseListing";
    static final String NAME = "p/new.msix";

    final StoreFixture scene = new StoreFixture();

    @AfterEach
    void stop() {
        scene.close();
    }

    /** The state after processing, then the codes of errors. */
    String outcome(byte[] upload) {
        return outcome(upload, document -> Documents.replacePackages(document, "applicationPackages", NAME));
    }

    String outcome(byte[] upload, java.util.function.UnaryOperator<JsonObject> change) {
        return outcome("applications/" + scene.app(), upload, change);
    }

    String outcome(String product, byte[] upload, java.util.function.UnaryOperator<JsonObject> change) {
        JsonObject status = status(product, upload, change);
        StringBuilder text = new StringBuilder(status.getString("status"));
        Json.objects(status.getJsonObject("statusDetails"), "errors")
                .forEach(error -> text.append(' ').append(error.getString("code")));
        return text.toString();
    }

    JsonObject status(String product, byte[] upload, java.util.function.UnaryOperator<JsonObject> change) {
        JsonObject created = scene.create(product);
        String one = StoreFixture.one(product, created);
        assertThat(scene.client.call("PUT", one, change.apply(created)).verdict())
                .isEqualTo("200");
        if (upload.length > 0) {
            scene.client.upload(created, upload);
        }
        assertThat(scene.client.call("POST", one + "/commit").verdict()).isEqualTo("202");
        scene.wait(Duration.ofMinutes(1));
        return scene.client.call("GET", one + "/status").json();
    }

    static byte[] good() {
        return Zips.zip(NAME, Zips.msix("2.0.0.0", "x64"));
    }

    static byte[] withPackage(byte[] content) {
        return Zips.zip(NAME, content);
    }

    static JsonValue trailers() {
        return Json.read(("[{\"videoFileName\":\"t.mp4\",\"trailerAssets\":{\"en-us\":{\"title\":\"T\","
                        + "\"imageList\":[{\"fileName\":\"t.png\",\"description\":\"\"}]}}}]")
                .getBytes(StandardCharsets.UTF_8));
    }

    static JsonValue listings() {
        return Json.read(("{\"en-us\":{\"baseListing\":{\"description\":\"D\",\"images\":[{\"fileName\":\"s.png\","
                        + "\"fileStatus\":\"PendingUpload\",\"imageType\":\"Screenshot\"}]}}}")
                .getBytes(StandardCharsets.UTF_8));
    }

    String releaseIcon(String addon, String status, byte[] content) {
        JsonObject created = scene.create(addon);
        JsonObject icon =
                Json.object().add("fileName", "i.png").add("fileStatus", status).build();
        scene.client.call(
                "PUT", StoreFixture.one(addon, created), Documents.set(created, "/listings/en-us/icon", icon));
        scene.client.upload(created, Zips.zip("i.png", content));
        scene.client.call("POST", StoreFixture.one(addon, created) + "/commit");
        scene.wait(Duration.ofMinutes(10));
        return scene.status(addon, created);
    }
}
