package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.transfer.BlobServer.Strike;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockUploadTest extends AbstractUploadTest {
    @Test
    void theArchiveArrivesWhole() throws Exception {
        UploadReport report = scene.send();
        assertThat(scene.server.blob.content()).isEqualTo(Contents.all(scene.archive()));
        assertThat(report.bytes()).isEqualTo(scene.archive().size());
        assertThat(report.alreadyThere()).isZero();
        assertThat(scene.server.requests(BlobRequest::isBlock)).hasSize(scene.blocks());
    }

    @Test
    void everyRequestNamesItsVersionAndHasNoAuthorization() throws Exception {
        scene.send();
        assertThat(scene.server.requests(request -> true)).allSatisfy(request -> {
            assertThat(request.headers().getFirst("x-ms-version")).isEqualTo("2019-12-12");
            assertThat(request.headers().get("Authorization")).isNull();
            assertThat(request.uri().getRawQuery()).contains("&sig=S%2BCRET%3D");
        });
    }

    @Test
    void blocksWithAHeaderComeLast() throws Exception {
        scene = scene.withParallelism(1);
        scene.send();
        var sent = scene.server.requests(BlobRequest::isBlock);
        assertThat(scene.holdsHeader(sent.get(sent.size() - 1))).isTrue();
        assertThat(sent.stream().map(scene::holdsHeader).distinct()).containsExactly(false, true);
    }

    @Test
    void eachBlockMayBeLostOnce() throws Exception {
        scene.server.fault(once(new Strike(0, "", false)));
        scene.send();
        assertThat(scene.server.blob.content()).isEqualTo(Contents.all(scene.archive()));
        assertThat(scene.server.requests(BlobRequest::isBlock)).hasSize(2 * scene.blocks());
    }

    @Test
    void eachAnswerMayBeLostOnce() throws Exception {
        scene.server.fault(once(new Strike(0, "", true)));
        scene.send();
        assertThat(scene.server.blob.content()).isEqualTo(Contents.all(scene.archive()));
    }

    @ParameterizedTest
    @CsvSource({"408, Timeout", "429, TooManyRequests", "500, InternalError", "503, ServerBusy"})
    void aTroubleThatMayPassIsWaitedForAsLongAsTheStorageAsks(int status, String code) throws Exception {
        scene.server.fault(once(new Strike(status, code, false)));
        scene.send();
        assertThat(scene.server.blob.content()).isEqualTo(Contents.all(scene.archive()));
        assertThat(scene.time.pauses()).hasSize(scene.blocks() + 2).allMatch(pause -> pause.toSeconds() == 7);
    }

    @Test
    void aStorageThatStaysBusyIsGivenUp() {
        scene.server.fault(request -> request.isBlock() ? new Strike(503, "ServerBusy", false) : null);
        assertThatThrownBy(scene::send)
                .isInstanceOf(UploadException.class)
                .hasMessageContaining("503 ServerBusy It says ServerBusy. (x-ms-request-id r-2)");
        assertThat(scene.listener.failure).isInstanceOf(UploadException.class);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        scene.server.fault(
                request -> request.isBlock() ? new Strike(403, "AuthorizationPermissionMismatch", false) : null);
        assertThatThrownBy(scene::send).hasMessageContaining("403 AuthorizationPermissionMismatch");
        assertThat(scene.time.pauses()).isEmpty();
    }

    @Test
    void progressGrowsToTheWhole() throws Exception {
        UploadReport report = scene.send();
        assertThat(scene.listener.started).isEqualTo(scene.server.address("").toString());
        assertThat(scene.listener.progress).isSorted().doesNotHaveDuplicates().endsWith(report.bytes());
        assertThat(scene.listener.report).isEqualTo(report);
    }

    @Test
    void aFileThatChangesIsNamed() throws Exception {
        scene.server.fault(request -> {
            scene.touchThePackage();
            return null;
        });
        assertThatThrownBy(scene::send).isInstanceOf(FileChangedException.class).hasMessageContaining("app.msix");
        assertThat(scene.server.requests(BlobRequest::isBlockList)).isEmpty();
    }

    /** Strikes each request the first time that it comes. */
    static BlobServer.Fault once(Strike strike) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        return request -> seen.add(request.method() + request.uri()) ? strike : null;
    }
}
