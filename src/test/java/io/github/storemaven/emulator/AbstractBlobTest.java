package io.github.storemaven.emulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The calls of blob storage, on a blob of its own each. */
abstract class AbstractBlobTest {
    static final byte[] DATA = "0123456789".getBytes(StandardCharsets.UTF_8);
    static final Map<String, String> BLOCK_BLOB = Map.of("x-ms-blob-type", "BlockBlob");
    static final long MEBIBYTE = 1024 * 1024;

    final StoreFixture scene = new StoreFixture();

    @AfterEach
    void stop() {
        scene.close();
    }

    String fresh() {
        return EmulatorClient.uploadUrl(scene.create("applications/" + scene.app()));
    }

    EmulatorClient.Reply send(String verb, String url, byte[] body, Map<String, String> headers) {
        return scene.client.blob(verb, url, body, headers);
    }

    static String verdict(EmulatorClient.Reply reply) {
        return (reply.status() + " " + reply.header("x-ms-error-code")).strip();
    }

    String put(byte[] body, Map<String, String> headers) {
        return verdict(send("PUT", fresh(), body, headers));
    }

    static String id(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    String block(String url, String id, byte[] body, Map<String, String> headers) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8);
        return verdict(send("PUT", url + "&comp=block&blockid=" + encoded, body, headers));
    }

    String list(String url, String... entries) {
        String xml =
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>" + String.join("", entries) + "</BlockList>";
        return verdict(send("PUT", url + "&comp=blocklist", xml.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    static String latest(String text) {
        return "<Latest>" + id(text) + "</Latest>";
    }

    String content(String url) {
        return send("GET", url, new byte[0], Map.of()).text();
    }
}
