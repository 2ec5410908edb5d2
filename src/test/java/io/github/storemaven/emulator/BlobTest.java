package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.catalog.StoreBehaviour.RawPlus;
import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reference 8.5 and 8.6, row by row. */
class BlobTest {
    private static final byte[] DATA = "0123456789".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> BLOCK_BLOB = Map.of("x-ms-blob-type", "BlockBlob");
    private static final long MEBIBYTE = 1024 * 1024;

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
                        .row("8.6-1 8.6-4 8.6-7 PUT without Content-Type", "201", () -> put(DATA, BLOCK_BLOB))
                        .row(
                                "8.6-4 Content-Type application/zip",
                                "201",
                                () -> put(
                                        DATA, Map.of("x-ms-blob-type", "BlockBlob", "Content-Type", "application/zip")))
                        .row("8.6-2 8.6-15 No x-ms-blob-type", "400 MissingRequiredHeader", () -> put(DATA, Map.of()))
                        .row(
                                "8.6-16 Wrong x-ms-blob-type",
                                "400 InvalidHeaderValue",
                                () -> put(DATA, Map.of("x-ms-blob-type", "Floppy")))
                        .row(
                                "8.6-6 8.6-17 Wrong Content-MD5",
                                "400 Md5Mismatch",
                                () -> put(
                                        DATA,
                                        Map.of(
                                                "x-ms-blob-type",
                                                "BlockBlob",
                                                "Content-MD5",
                                                "AAAAAAAAAAAAAAAAAAAAAA==")))
                        .row(
                                "8.6-6 Right Content-MD5",
                                "201",
                                () -> put(
                                        DATA,
                                        Map.of(
                                                "x-ms-blob-type",
                                                "BlockBlob",
                                                "Content-MD5",
                                                "eB5eJF1ptWaXm4bijSPyxw==")))
                        .row(
                                "8.6-5 Version that is none",
                                "400 InvalidHeaderValue",
                                () -> put(DATA, Map.of("x-ms-blob-type", "BlockBlob", "x-ms-version", "soon")))
                        .row("8.5-7 8.6-13 Expired SAS", "403 AuthenticationFailed", this::expired)
                        .row(
                                "8.6-13 Signature changed",
                                "403 AuthenticationFailed",
                                () -> verdict(send(
                                        "GET", fresh().replace("sig=emulator", "sig=emulaton"), new byte[0], Map.of())))
                        .row(
                                "8.5-5 Permission added",
                                "403 AuthenticationFailed",
                                () -> verdict(
                                        send("DELETE", fresh().replace("sp=rwl", "sp=rwdl"), new byte[0], Map.of())))
                        .row(
                                "8.6-14 Permission not in sp",
                                "403 AuthorizationPermissionMismatch",
                                () -> verdict(send("DELETE", fresh(), new byte[0], Map.of())))
                        .row(
                                "8.5-5 Nothing uploaded yet",
                                "404 BlobNotFound",
                                () -> verdict(send("GET", fresh(), new byte[0], Map.of())))
                        .row(
                                "8.5-9 Re-encoded by a client (= and :)",
                                "201",
                                () -> verdict(send("PUT", fresh().replace(":00Z", "%3A00Z"), DATA, BLOCK_BLOB)))
                        .row("8.5-4 Signature of another blob", "403 AuthenticationFailed", this::otherBlob)
                        .row(
                                "8.5-10 Authorization header beside the SAS",
                                "403 AuthenticationFailed",
                                () -> put(DATA, Map.of("x-ms-blob-type", "BlockBlob", "Authorization", "Bearer x")))
                        .row(
                                "8.6-3 8.6-19 PUT without Content-Length",
                                "411 MissingContentLengthHeader",
                                () -> announced("", "", -1))
                        .row(
                                "8.6-12 List of 50,001 blocks",
                                "400 BlockListTooLong",
                                () -> list(fresh(), latest("1").repeat(50_001)))
                        .row("8.6-21 503 by a switch", "503 ServerBusy", this::busy)
                        .row(
                                "8.6-11 Block id of 64 bytes",
                                "201",
                                () -> block(fresh(), id("x".repeat(64)), DATA, Map.of()))
                        .row(
                                "8.6-11 Block id of 65 bytes",
                                "400 InvalidQueryParameterValue",
                                () -> block(fresh(), id("x".repeat(65)), DATA, Map.of()))
                        .row(
                                "8.6-11 Block id that is no base64",
                                "400 InvalidQueryParameterValue",
                                () -> block(fresh(), "?", DATA, Map.of()))
                        .row("8.6-11 Block ids of two lengths", "400 InvalidBlobOrBlock", this::twoLengths)
                        .row(
                                "8.6-18 Unknown block in the list",
                                "400 InvalidBlockList",
                                () -> list(fresh(), latest("1")))
                        .row("8.6-10 List that is no XML", "400 InvalidXmlDocument", () -> list(fresh(), "<Latest>"))
                        .row(
                                "8.6-10 List with a DTD",
                                "400 InvalidXmlDocument",
                                () -> verdict(send(
                                        "PUT",
                                        fresh() + "&comp=blocklist",
                                        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><BlockList><Latest>&x;</Latest></BlockList>"
                                                .getBytes(StandardCharsets.UTF_8),
                                        Map.of())))
                        .row("8.6-9 8.6-10 Blocks in the order of the list", "BA", this::ordered)
                        .row("8.6-10 Committed blocks may be used again", "AC", this::again)
                        .row("8.6-10 A list drops blocks that wait", "400 InvalidBlockList", this::dropped)
                        .row("If-None-Match: * on what is there", "409 BlobAlreadyExists", this::onlyIfAbsent)
                        .stream();
    }

    /** A request with nothing but headers: what is not refused by its length waits for a body in vain. */
    private String announced(String query, String version, long length) {
        URI url = URI.create(fresh() + query);
        return scene.raw("PUT " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: x\r\n"
                + "x-ms-blob-type: BlockBlob\r\n" + (version.isEmpty() ? "" : "x-ms-version: " + version + "\r\n")
                + (length < 0 ? "" : "Content-Length: " + length + "\r\n") + "\r\n");
    }

    @TestFactory
    Stream<DynamicTest> section8_6Limits() {
        Rows rows = new Rows();
        limit(rows, "8.5-3 8.6-5 8.6-20 Single PUT, sv decides", "", "", 64);
        limit(rows, "8.6-20 Single PUT", "", "2016-05-31", 256);
        limit(rows, "8.6-20 Single PUT", "", "2019-07-07", 256);
        limit(rows, "8.6-20 Single PUT", "", "2019-12-12", 5000);
        String block = "&comp=block&blockid=MQ%3D%3D";
        limit(rows, "8.6-12 Block, sv decides", block, "", 4);
        limit(rows, "8.6-12 Block", block, "2016-05-31", 100);
        limit(rows, "8.6-12 Block", block, "2019-12-12", 4000);
        return rows.stream();
    }

    private void limit(Rows rows, String name, String query, String version, long mebibytes) {
        String what = (name + " " + version).strip() + ", " + mebibytes + " MiB";
        rows.row(what, "", () -> announced(query, version, mebibytes * MEBIBYTE))
                .row(
                        what + " and a byte",
                        "413 RequestBodyTooLarge",
                        () -> announced(query, version, mebibytes * MEBIBYTE + 1));
    }

    private String otherBlob() {
        String query = fresh().replaceFirst("^[^?]*", "");
        return verdict(send("PUT", fresh().replaceFirst("[?].*", "") + query, DATA, BLOCK_BLOB));
    }

    private String busy() {
        scene.store
                .faults()
                .set(
                        "answer",
                        Json.object()
                                .add("call", "putBlob")
                                .add("status", 503)
                                .add("times", 1)
                                .build());
        return put(DATA, BLOCK_BLOB);
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
    @DisplayName("8.6-8 8.2-10 A second PUT replaces the whole, answers have their headers, errors are XML")
    void aSecondPutReplacesTheWhole() {
        String url = fresh();
        send("PUT", url, DATA, BLOCK_BLOB);
        Client.Reply second = send("PUT", url, "new".getBytes(StandardCharsets.UTF_8), BLOCK_BLOB);
        assertThat(content(url)).isEqualTo("new");
        assertThat(second.header("ETag")).startsWith("\"0x");
        assertThat(second.header("Content-MD5")).isEqualTo("Iq9kXRhZy1ym2gxITx836g==");
        assertThat(second.header("x-ms-version")).isEqualTo("2014-02-14");
        assertThat(second.header("Last-Modified")).isEqualTo("Mon, 23 Nov 2026 10:00:00 GMT");
        assertThat(List.of(second.header("x-ms-request-id"), second.header("Date")))
                .doesNotContain("");
        assertThat(second.text()).isEmpty();
        assertThat(send("DELETE", url, DATA, Map.of()).text())
                .startsWith(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>AuthorizationPermissionMismatch</Code>"
                                + "<Message>");
    }

    @Test
    @DisplayName("8.5-5 Ranges are read back")
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
    @DisplayName("8.5-1 8.5-6 The SAS names version, resource, expiry and permissions")
    void theSasIsComplete() {
        assertThat(fresh())
                .matches("http://127.0.0.1:\\d+/[a-z-]+/ingestion/[0-9a-f-]{36}\\?sv=2014-02-14&sr=b&sig=[^&]+"
                        + "&se=2026-11-24T10:00:00Z&sp=rwl");
    }

    @Test
    @DisplayName("8.5-9 12.6-3 Every second URL has a raw + that must be escaped, and nothing else may be (I)")
    void everySecondUrlHasARawPlusThatMustBeEscaped() {
        scene.store.behaviour().set(RawPlus.SOMETIMES);
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

    @Test
    void byDefaultEveryClientCanUseTheUrlAsItIs() {
        for (int i = 0; i < 4; i++) {
            String url = scene.create("applications/" + scene.app()).getString("fileUploadUrl");
            assertThat(url).doesNotContain("+");
            assertThat(verdict(send("PUT", url, DATA, BLOCK_BLOB))).isEqualTo("201");
        }
    }

    @Test
    void aPlusThatWasNotEscapedIsNamedInTheAnswerAndToWhoeverRunsTheStore() {
        scene.store.behaviour().set(RawPlus.ALWAYS);
        String raw = scene.create("applications/" + scene.app()).getString("fileUploadUrl");
        assertThat(raw).contains("+");
        String detail = "sig has a blank where the true signature has a plus sign. The client has not escaped the + of"
                + " fileUploadUrl as %2B.";
        assertThat(send("PUT", raw, DATA, BLOCK_BLOB).text())
                .contains("<AuthenticationErrorDetail>Signature did not match: " + detail);
        assertThat(scene.store.remarks()).singleElement().asString().contains("PUT of the upload URL: 403", detail);
        send("PUT", raw.replace("+", "%252B"), DATA, BLOCK_BLOB);
        assertThat(scene.store.remarks()).last().asString().contains("sig is escaped twice");
        send("PUT", raw.replaceAll("sig=[^&]+", "sig=guessed"), DATA, BLOCK_BLOB);
        assertThat(scene.store.remarks()).hasSize(2).noneMatch(remark -> remark.contains(EmbeddedStore.MADE_UP));
    }
}
