package io.github.storemaven.emulator;

import static io.github.storemaven.emulator.ReferenceRows.Mark.DOCUMENTED;
import static io.github.storemaven.emulator.ReferenceRows.Mark.INFERRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.catalog.StoreBehaviour.RawPlus;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The signature of an upload URL (reference 8.5), row by row. */
class SasSignatureTest extends AbstractBlobTest {
    @TestFactory
    Iterable<DynamicTest> section8_5() {
        return new ReferenceRows()
                .row(DOCUMENTED, "8.5-7 8.6-13", "Expired SAS", "403 AuthenticationFailed", this::expired)
                .row(
                        DOCUMENTED,
                        "8.6-13",
                        "Signature changed",
                        "403 AuthenticationFailed",
                        () -> verdict(
                                send("GET", fresh().replace("sig=emulator", "sig=emulaton"), new byte[0], Map.of())))
                .row(
                        DOCUMENTED,
                        "8.5-5",
                        "Permission added",
                        "403 AuthenticationFailed",
                        () -> verdict(send("DELETE", fresh().replace("sp=rwl", "sp=rwdl"), new byte[0], Map.of())))
                .row(
                        DOCUMENTED,
                        "8.6-14",
                        "Permission not in sp",
                        "403 AuthorizationPermissionMismatch",
                        () -> verdict(send("DELETE", fresh(), new byte[0], Map.of())))
                .row(
                        DOCUMENTED,
                        "8.5-9",
                        "Re-encoded by a client (= and :)",
                        "201",
                        () -> verdict(send("PUT", fresh().replace(":00Z", "%3A00Z"), DATA, BLOCK_BLOB)))
                .row(DOCUMENTED, "8.5-4", "Signature of another blob", "403 AuthenticationFailed", this::otherBlob)
                .row(
                        DOCUMENTED,
                        "8.5-10",
                        "Authorization header beside the SAS",
                        "403 AuthenticationFailed",
                        () -> put(DATA, Map.of("x-ms-blob-type", "BlockBlob", "Authorization", "Bearer x")));
    }

    private String otherBlob() {
        String query = fresh().replaceFirst("^[^?]*", "");
        return verdict(send("PUT", fresh().replaceFirst("[?].*", "") + query, DATA, BLOCK_BLOB));
    }

    private String expired() {
        String url = fresh();
        scene.wait(Duration.ofHours(24));
        return verdict(send("PUT", url, DATA, BLOCK_BLOB));
    }

    @Test
    @ReferenceRow("8.5-1 8.5-6")
    @DisplayName("The SAS names version, resource, expiry and permissions")
    void theSasIsComplete() {
        assertThat(fresh())
                .matches("http://127.0.0.1:\\d+/[a-z-]+/ingestion/[0-9a-f-]{36}\\?sv=2014-02-14&sr=b&sig=[^&]+"
                        + "&se=2026-11-24T10:00:00Z&sp=rwl");
    }

    @Test
    @ReferenceRow(value = "8.5-9 12.6-3", mark = INFERRED)
    @DisplayName("Every second URL has a raw + that must be escaped, and nothing else may be")
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
