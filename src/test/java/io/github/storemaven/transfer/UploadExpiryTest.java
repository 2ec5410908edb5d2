package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.transfer.BlobServer.Strike;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An address that expires while the upload is under way, and what may be seen of it. */
class UploadExpiryTest extends AbstractUploadTest {
    private final AtomicInteger asked = new AtomicInteger();

    private Optional<SasUrl> fresh(String more) {
        asked.incrementAndGet();
        return Optional.of(scene.server.address(more));
    }

    /** From the given block on, addresses without the given parameter are refused. */
    private void expireAfter(int blocks, String unless) {
        AtomicInteger count = new AtomicInteger();
        scene.server.fault(request -> request.isBlock()
                        && count.incrementAndGet() > blocks
                        && !request.uri().getQuery().contains(unless)
                ? new Strike(403, "AuthenticationFailed", false)
                : null);
    }

    @Test
    void theUploadGoesOnWithAFreshAddressAndAsksForItOnce() throws Exception {
        expireAfter(10, "fresh=1");
        UploadReport report = scene.send(scene.server.address(""), () -> fresh("&fresh=1"));
        assertThat(asked).hasValue(1);
        assertThat(scene.server.blob.content()).isEqualTo(Contents.all(scene.archive()));
        assertThat(report.bytes()).isEqualTo(scene.archive().size());
        assertThat(scene.time.pauses()).isEmpty();
    }

    @Test
    void anAddressThatSaysThatItHasExpiredIsNotTried() throws Exception {
        SasUrl old = scene.server.address("&se=2026-11-23T11:59:59Z");
        scene.send(old, () -> fresh("&se=2026-11-24T12:00:00Z"));
        assertThat(asked).hasValue(1);
        assertThat(scene.server.requests(r -> r.uri().getQuery().contains("2026-11-23")))
                .isEmpty();
    }

    @Test
    void anAddressPastItsEndByOurClockIsTriedWhereThereIsNoOther() throws Exception {
        scene.send(scene.server.address("&se=2026-11-23T11:59:59Z"), Optional::empty);
        assertThat(scene.server.blob.content()).isEqualTo(Contents.all(scene.archive()));
    }

    @Test
    void withoutAFreshAddressTheCallerHasToStartOver() {
        expireAfter(10, "fresh=1");
        assertThatThrownBy(() -> scene.send(scene.server.address("&se=2026-11-24T12:00Z"), Optional::empty))
                .isInstanceOf(SasExpiredException.class)
                .hasMessageContaining("2026-11-24T12:00:00Z")
                .hasMessageContaining("/ingestion/guid");
    }

    @Test
    void theSameAddressAgainIsNotAFreshOne() {
        expireAfter(0, "fresh=1");
        assertThatThrownBy(() -> scene.send(scene.server.address(""), () -> fresh("")))
                .isInstanceOf(SasExpiredException.class);
    }

    @Test
    void addressesThatAreAllRefusedEnd() {
        expireAfter(0, "never");
        assertThatThrownBy(() -> scene.send(scene.server.address(""), () -> fresh("&n=" + asked.get())))
                .isInstanceOf(UploadException.class)
                .hasMessageContaining("AuthenticationFailed");
        assertThat(asked.get()).isLessThan(20);
    }

    @Test
    void aFreshAddressOfAnotherBlobStartsItOver() throws Exception {
        expireAfter(10, "fresh=1");
        try (BlobServer other = new BlobServer()) {
            scene.send(scene.server.address(""), () -> Optional.of(other.address("&fresh=1")));
            assertThat(other.blob.content()).isEqualTo(Contents.all(scene.archive()));
        }
    }

    /** The blob cannot be finished, and while it is cleared for another round the service moves it. */
    @Test
    void aBlobThatMovesWhileItIsClearedIsSentToItsNewPlace() throws Exception {
        AtomicInteger lists = new AtomicInteger();
        scene.server.fault(request -> {
            if (!request.isBlockList()) {
                return null;
            }
            return lists.incrementAndGet() == 1
                    ? new Strike(400, "InvalidBlockList", false)
                    : new Strike(403, "AuthenticationFailed", false);
        });
        try (BlobServer other = new BlobServer()) {
            UploadReport report = scene.send(scene.server.address(""), () -> Optional.of(other.address("&fresh=1")));
            assertThat(lists).hasValue(2);
            assertThat(report.bytes()).isEqualTo(scene.archive().size());
            assertThat(other.blob.content()).isEqualTo(Contents.all(scene.archive()));
        }
    }

    @Test
    void noFailureShowsTheSignature() {
        expireAfter(3, "fresh=1");
        assertNoSignature();
    }

    @Test
    void noLostConnectionShowsTheSignature() {
        scene.server.fault(request -> new Strike(0, "", false));
        assertNoSignature();
        scene.server.close();
        assertNoSignature();
    }

    private void assertNoSignature() {
        assertThatThrownBy(scene::send).satisfies(problem -> {
            StringWriter trace = new StringWriter();
            problem.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain("CRET").doesNotContain("sig=");
        });
        assertThat(scene.listener.started).doesNotContain("CRET").doesNotContain("sig=");
    }
}
