package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reference 8.5 and 8.6, row by row. */
class BlobTest {
    private static final byte[] DATA = "0123456789".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> BLOCK_BLOB = Map.of("x-ms-blob-type", "BlockBlob");
    private static final int MEBIBYTE = 1024 * 1024;

    private final Scene scene = new Scene();

    @AfterEach
    void stop() {
        scene.close();
    }

    private String fresh() {
        return Client.uploadUrl(scene.create("applications/" + scene.app()));
    }

    private Client.Reply send(String verb, String url, byte[] body, Map<String, String> headers) {
        return scene.client.blob(verb, url, body, headers);
    }

    private static String verdict(Client.Reply reply) {
        return (reply.status() + " " + reply.header("x-ms-error-code")).strip();
    }

    private String put(byte[] body, Map<String, String> headers) {
        return verdict(send("PUT", fresh(), body, headers));
    }

    private static String id(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String block(String url, String id, byte[] body, Map<String, String> headers) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8);
        return verdict(send("PUT", url + "&comp=block&blockid=" + encoded, body, headers));
    }

    private String list(String url, String... entries) {
        String xml =
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>" + String.join("", entries) + "</BlockList>";
        return verdict(send("PUT", url + "&comp=blocklist", xml.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    private static String latest(String text) {
        return "<Latest>" + id(text) + "</Latest>";
    }

    @TestFactory
    Stream<DynamicTest> section8_6() {
        return new Rows()
                        .row("PUT", "201", () -> put(DATA, BLOCK_BLOB))
                        .row("No x-ms-blob-type", "400 MissingRequiredHeader", () -> put(DATA, Map.of()))
                        .row(
                                "Wrong x-ms-blob-type",
                                "400 InvalidHeaderValue",
                                () -> put(DATA, Map.of("x-ms-blob-type", "Floppy")))
                        .row(
                                "Wrong Content-MD5",
                                "400 Md5Mismatch",
                                () -> put(
                                        DATA,
                                        Map.of(
                                                "x-ms-blob-type",
                                                "BlockBlob",
                                                "Content-MD5",
                                                "AAAAAAAAAAAAAAAAAAAAAA==")))
                        .row(
                                "Right Content-MD5",
                                "201",
                                () -> put(
                                        DATA,
                                        Map.of(
                                                "x-ms-blob-type",
                                                "BlockBlob",
                                                "Content-MD5",
                                                "eB5eJF1ptWaXm4bijSPyxw==")))
                        .row(
                                "Version that is none",
                                "400 InvalidHeaderValue",
                                () -> put(DATA, Map.of("x-ms-blob-type", "BlockBlob", "x-ms-version", "soon")))
                        .row("Expired SAS", "403 AuthenticationFailed", this::expired)
                        .row(
                                "Signature changed",
                                "403 AuthenticationFailed",
                                () -> verdict(send(
                                        "GET", fresh().replace("sig=emulator", "sig=emulaton"), new byte[0], Map.of())))
                        .row(
                                "Permission added",
                                "403 AuthenticationFailed",
                                () -> verdict(
                                        send("DELETE", fresh().replace("sp=rwl", "sp=rwdl"), new byte[0], Map.of())))
                        .row(
                                "Permission not in sp",
                                "403 AuthorizationPermissionMismatch",
                                () -> verdict(send("DELETE", fresh(), new byte[0], Map.of())))
                        .row(
                                "Nothing uploaded yet",
                                "404 BlobNotFound",
                                () -> verdict(send("GET", fresh(), new byte[0], Map.of())))
                        .row(
                                "Re-encoded by a client (= and :)",
                                "201",
                                () -> verdict(send("PUT", fresh().replace(":00Z", "%3A00Z"), DATA, BLOCK_BLOB)))
                        .row(
                                "Single PUT over 64 MiB, sv decides",
                                "413 RequestBodyTooLarge",
                                () -> put(new byte[64 * MEBIBYTE + 1], BLOCK_BLOB))
                        .row(
                                "Single PUT over 64 MiB, newer version",
                                "201",
                                () -> put(
                                        new byte[64 * MEBIBYTE + 1],
                                        Map.of("x-ms-blob-type", "BlockBlob", "x-ms-version", "2019-12-12")))
                        .row("Block of 4 MiB", "201", () -> block(fresh(), id("1"), new byte[4 * MEBIBYTE], Map.of()))
                        .row(
                                "Block over 4 MiB, sv decides",
                                "413 RequestBodyTooLarge",
                                () -> block(fresh(), id("1"), new byte[4 * MEBIBYTE + 1], Map.of()))
                        .row(
                                "Block over 4 MiB, newer version",
                                "201",
                                () -> block(
                                        fresh(),
                                        id("1"),
                                        new byte[4 * MEBIBYTE + 1],
                                        Map.of("x-ms-version", "2016-05-31")))
                        .row("Block id of 64 bytes", "201", () -> block(fresh(), id("x".repeat(64)), DATA, Map.of()))
                        .row(
                                "Block id of 65 bytes",
                                "400 InvalidQueryParameterValue",
                                () -> block(fresh(), id("x".repeat(65)), DATA, Map.of()))
                        .row(
                                "Block id that is no base64",
                                "400 InvalidQueryParameterValue",
                                () -> block(fresh(), "?", DATA, Map.of()))
                        .row("Block ids of two lengths", "400 InvalidBlobOrBlock", this::twoLengths)
                        .row("Unknown block in the list", "400 InvalidBlockList", () -> list(fresh(), latest("1")))
                        .row("List that is no XML", "400 InvalidXmlDocument", () -> list(fresh(), "<Latest>"))
                        .row(
                                "List with a DTD",
                                "400 InvalidXmlDocument",
                                () -> verdict(send(
                                        "PUT",
                                        fresh() + "&comp=blocklist",
                                        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><BlockList><Latest>&x;</Latest></BlockList>"
                                                .getBytes(StandardCharsets.UTF_8),
                                        Map.of())))
                        .row("Blocks in the order of the list", "BA", this::ordered)
                        .row("Committed blocks may be used again", "AC", this::again)
                        .row("A list drops blocks that wait", "400 InvalidBlockList", this::dropped)
                        .row("If-None-Match: * on what is there", "409 BlobAlreadyExists", this::onlyIfAbsent)
                        .stream();
    }

    private String expired() {
        String url = fresh();
        scene.wait(Duration.ofHours(24));
        return verdict(send("PUT", url, DATA, BLOCK_BLOB));
    }

    private String twoLengths() {
        String url = fresh();
        block(url, id("1"), DATA, Map.of());
        return block(url, id("1234"), DATA, Map.of());
    }

    private String staged() {
        String url = fresh();
        block(url, id("a"), "A".getBytes(StandardCharsets.UTF_8), Map.of());
        block(url, id("b"), "B".getBytes(StandardCharsets.UTF_8), Map.of());
        return url;
    }

    private String content(String url) {
        return send("GET", url, new byte[0], Map.of()).text();
    }

    private String ordered() {
        String url = staged();
        list(url, latest("b"), latest("a"));
        return content(url);
    }

    private String again() {
        String url = staged();
        list(url, latest("a"), latest("b"));
        block(url, id("c"), "C".getBytes(StandardCharsets.UTF_8), Map.of());
        list(url, "<Committed>" + id("a") + "</Committed>", "<Uncommitted>" + id("c") + "</Uncommitted>");
        return content(url);
    }

    private String dropped() {
        String url = staged();
        list(url, latest("a"));
        return list(url, latest("b"));
    }

    private String onlyIfAbsent() {
        String url = fresh();
        send("PUT", url, DATA, BLOCK_BLOB);
        return verdict(send("PUT", url, DATA, Map.of("x-ms-blob-type", "BlockBlob", "If-None-Match", "*")));
    }

    @Test
    void blockListsAreHandedOut() {
        String url = staged();
        list(url, latest("a"));
        block(url, id("c"), DATA, Map.of());
        String all = send("GET", url + "&comp=blocklist&blocklisttype=all", new byte[0], Map.of())
                .text();
        assertThat(all)
                .contains(
                        "<CommittedBlocks><Block><Name>" + id("a") + "</Name><Size>1</Size></Block></CommittedBlocks>")
                .contains("<UncommittedBlocks><Block><Name>" + id("c")
                        + "</Name><Size>10</Size></Block></UncommittedBlocks>");
    }

    @Test
    void aSecondPutReplacesTheWhole() {
        String url = fresh();
        send("PUT", url, DATA, BLOCK_BLOB);
        Client.Reply second = send("PUT", url, "new".getBytes(StandardCharsets.UTF_8), BLOCK_BLOB);
        assertThat(second.header("ETag")).startsWith("\"0x");
        assertThat(second.header("x-ms-request-id")).isNotEmpty();
        assertThat(content(url)).isEqualTo("new");
    }

    @Test
    void rangesAreReadBack() {
        String url = fresh();
        send("PUT", url, DATA, BLOCK_BLOB);
        Client.Reply part = send("GET", url, new byte[0], Map.of("Range", "bytes=2-4"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("234");
        assertThat(send("HEAD", url, new byte[0], Map.of()).header("Content-Length"))
                .isEqualTo("10");
    }

    @Test
    void everySecondUrlHasARawPlusThatMustBeEscaped() {
        JsonObject one = scene.create("applications/" + scene.app());
        JsonObject two = scene.create("applications/" + scene.app());
        String raw = Stream.of(one, two)
                .map(submission -> submission.getString("fileUploadUrl"))
                .filter(url -> url.contains("+"))
                .findFirst()
                .orElseThrow();
        assertThat(verdict(send("PUT", raw, DATA, BLOCK_BLOB))).isEqualTo("403 AuthenticationFailed");
        assertThat(verdict(send("PUT", raw.replace("+", "%2B"), DATA, BLOCK_BLOB)))
                .isEqualTo("201");
        assertThat(verdict(send("PUT", raw.replace("+", "%252B"), DATA, BLOCK_BLOB)))
                .isEqualTo("403 AuthenticationFailed");
    }
}
