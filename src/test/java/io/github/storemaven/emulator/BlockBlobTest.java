package io.github.storemaven.emulator;

import static io.github.storemaven.emulator.ReferenceRows.Mark.DOCUMENTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ReferenceRows.Mark;
import io.github.storemaven.emulator.document.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A block blob: PUT, limits, ranges (reference 8.6), row by row. */
class BlockBlobTest extends AbstractBlobTest {
    @TestFactory
    Iterable<DynamicTest> section8_6() {
        return new ReferenceRows()
                .row(DOCUMENTED, "8.6-1 8.6-4 8.6-7", "PUT without Content-Type", "201", () -> put(DATA, BLOCK_BLOB))
                .row(
                        DOCUMENTED,
                        "8.6-4",
                        "Content-Type application/zip",
                        "201",
                        () -> put(DATA, Map.of("x-ms-blob-type", "BlockBlob", "Content-Type", "application/zip")))
                .row(
                        DOCUMENTED,
                        "8.6-2 8.6-15",
                        "No x-ms-blob-type",
                        "400 MissingRequiredHeader",
                        () -> put(DATA, Map.of()))
                .row(
                        DOCUMENTED,
                        "8.6-16",
                        "Wrong x-ms-blob-type",
                        "400 InvalidHeaderValue",
                        () -> put(DATA, Map.of("x-ms-blob-type", "Floppy")))
                .row(
                        DOCUMENTED,
                        "8.6-6 8.6-17",
                        "Wrong Content-MD5",
                        "400 Md5Mismatch",
                        () -> put(
                                DATA, Map.of("x-ms-blob-type", "BlockBlob", "Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==")))
                .row(
                        DOCUMENTED,
                        "8.6-6",
                        "Right Content-MD5",
                        "201",
                        () -> put(
                                DATA, Map.of("x-ms-blob-type", "BlockBlob", "Content-MD5", "eB5eJF1ptWaXm4bijSPyxw==")))
                .row(
                        DOCUMENTED,
                        "8.6-5",
                        "Version that is none",
                        "400 InvalidHeaderValue",
                        () -> put(DATA, Map.of("x-ms-blob-type", "BlockBlob", "x-ms-version", "soon")))
                .row(
                        DOCUMENTED,
                        "8.5-5",
                        "Nothing uploaded yet",
                        "404 BlobNotFound",
                        () -> verdict(send("GET", fresh(), new byte[0], Map.of())))
                .row(
                        DOCUMENTED,
                        "8.6-3 8.6-19",
                        "PUT without Content-Length",
                        "411 MissingContentLengthHeader",
                        () -> announced("", "", -1))
                .row(DOCUMENTED, "8.6-21", "503 by a switch", "503 ServerBusy", this::busy)
                .row("If-None-Match: * on what is there", "409 BlobAlreadyExists", this::onlyIfAbsent);
    }

    /** A request with nothing but headers: what is not refused by its length waits for a body in vain. */
    private String announced(String query, String version, long length) {
        URI url = URI.create(fresh() + query);
        return scene.raw("PUT " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: x\r\n"
                + "x-ms-blob-type: BlockBlob\r\n" + (version.isEmpty() ? "" : "x-ms-version: " + version + "\r\n")
                + (length < 0 ? "" : "Content-Length: " + length + "\r\n") + "\r\n");
    }

    @TestFactory
    Iterable<DynamicTest> section8_6Limits() {
        ReferenceRows rows = new ReferenceRows();
        limit(rows, DOCUMENTED, "8.5-3 8.6-5 8.6-20", "Single PUT, sv decides", "", "", 64);
        limit(rows, DOCUMENTED, "8.6-20", "Single PUT", "", "2016-05-31", 256);
        limit(rows, DOCUMENTED, "8.6-20", "Single PUT", "", "2019-07-07", 256);
        limit(rows, DOCUMENTED, "8.6-20", "Single PUT", "", "2019-12-12", 5000);
        String block = "&comp=block&blockid=MQ%3D%3D";
        limit(rows, DOCUMENTED, "8.6-12", "Block, sv decides", block, "", 4);
        limit(rows, DOCUMENTED, "8.6-12", "Block", block, "2016-05-31", 100);
        limit(rows, DOCUMENTED, "8.6-12", "Block", block, "2019-12-12", 4000);
        return rows;
    }

    private void limit(
            ReferenceRows rows, Mark mark, String numbers, String name, String query, String version, long mebibytes) {
        String what = (name + " " + version).strip() + ", " + mebibytes + " MiB";
        rows.row(mark, numbers, what, "", () -> announced(query, version, mebibytes * MEBIBYTE))
                .row(
                        mark,
                        numbers,
                        what + " and a byte",
                        "413 RequestBodyTooLarge",
                        () -> announced(query, version, mebibytes * MEBIBYTE + 1));
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

    private String onlyIfAbsent() {
        String url = fresh();
        send("PUT", url, DATA, BLOCK_BLOB);
        return verdict(send("PUT", url, DATA, Map.of("x-ms-blob-type", "BlockBlob", "If-None-Match", "*")));
    }

    @Test
    @ReferenceRow("8.6-8 8.2-10")
    @DisplayName("A second PUT replaces the whole, answers have their headers, errors are XML")
    void aSecondPutReplacesTheWhole() {
        String url = fresh();
        send("PUT", url, DATA, BLOCK_BLOB);
        EmulatorClient.Reply second = send("PUT", url, "new".getBytes(StandardCharsets.UTF_8), BLOCK_BLOB);
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
    @ReferenceRow("8.5-5")
    @DisplayName("Ranges are read back")
    void rangesAreReadBack() {
        String url = fresh();
        send("PUT", url, DATA, BLOCK_BLOB);
        EmulatorClient.Reply part = send("GET", url, new byte[0], Map.of("Range", "bytes=2-4"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("234");
        assertThat(send("HEAD", url, new byte[0], Map.of()).header("Content-Length"))
                .isEqualTo("10");
    }
}
