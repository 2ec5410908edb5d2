package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.transfer.BlobServer.Strike;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A run that goes on where another one was stopped. */
class UploadResumeTest extends AbstractUploadTest {
    private int stopAfter(int blocks) {
        AtomicInteger count = new AtomicInteger();
        scene.server.fault(request -> request.isBlock() && count.incrementAndGet() == blocks + 1
                ? new Strike(400, "OutOfRangeInput", false)
                : null);
        // One after the other: nothing is under way any more when the upload has failed.
        assertThatThrownBy(scene.withParallelism(1)::send).isInstanceOf(UploadException.class);
        return scene.server.requests(BlobRequest::isBlock).size();
    }

    @Test
    void onlyWhatIsMissingIsSent() throws Exception {
        int before = stopAfter(15);
        int stored = scene.server.blob.waiting();
        UploadReport report = scene.send();
        int after = scene.server.requests(BlobRequest::isBlock).size() - before;
        assertThat(stored).isEqualTo(15);
        assertThat(after).isEqualTo(scene.blocks() - stored);
        assertThat(report.alreadyThere()).isGreaterThanOrEqualTo((stored - 1L) * UploadFixture.BLOCK);
        assertThat(scene.server.blob.content()).isEqualTo(Contents.all(scene.archive()));
    }

    @Test
    void aBlobThatWasMadeAlreadyIsNotSentAgain() throws Exception {
        scene.send();
        UploadReport again = scene.send();
        assertThat(again.alreadyThere()).isEqualTo(again.bytes());
        assertThat(scene.server.requests(BlobRequest::isBlock)).hasSize(scene.blocks());
        assertThat(scene.server.blob.content()).isEqualTo(Contents.all(scene.archive()));
    }

    @Test
    void aFileThatIsAnotherSinceThenIsSentAgain() throws Exception {
        scene.send();
        scene.changeTheLastImage();
        UploadReport again = scene.send();
        assertThat(again.bytes() - again.alreadyThere()).isBetween(25_000L, 60_000L);
        assertThat(scene.server.blob.content()).isEqualTo(Contents.all(scene.archive()));
    }

    @Test
    void blocksThatGoAwayBeforeTheListAreSentAgain() throws Exception {
        AtomicInteger lists = new AtomicInteger();
        scene.server.fault(request -> {
            if (request.isBlockList() && lists.incrementAndGet() == 1) {
                scene.server.blob.forgetBlocks();
            }
            return null;
        });
        UploadReport report = scene.send();
        assertThat(report.alreadyThere()).isZero();
        assertThat(scene.server.requests(BlobRequest::isBlock)).hasSize(2 * scene.blocks());
        assertThat(scene.server.blob.content()).isEqualTo(Contents.all(scene.archive()));
        assertThat(scene.listener.progress).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void blocksOfAnotherToolAreDropped() throws Exception {
        scene.server.blob.leaveBlock("AAAA");
        scene.send();
        assertThat(scene.server.blob.content()).isEqualTo(Contents.all(scene.archive()));
    }

    @Test
    void aBlobIsStartedOverOnce() {
        scene.server.fault(request -> request.isBlockList() && request.body().length > 100
                ? new Strike(400, "InvalidBlockList", false)
                : null);
        assertThatThrownBy(scene::send)
                .isInstanceOf(UploadException.class)
                .hasMessageContaining("400 InvalidBlockList");
        assertThat(scene.server.requests(BlobRequest::isBlockList)).hasSize(3);
    }

    @Test
    void aListThatIsRefusedMeansThatNothingIsThere() throws Exception {
        scene.server.fault(request ->
                request.method().equals("GET") ? new Strike(403, "AuthorizationPermissionMismatch", false) : null);
        assertThat(scene.send().alreadyThere()).isZero();
    }
}
