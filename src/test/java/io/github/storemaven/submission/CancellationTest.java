package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.service.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is pending is deleted where the API may, and explained where it may not (reference, section 12.1). */
class CancellationTest extends AbstractReleaseTest {
    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder, EmbeddedStore.builder().pace(Duration.ofMinutes(10)));
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
    }

    private Cancellation.Result cancel() throws Exception {
        return new Cancellation(
                        fixture.service(ReleaseFixture.NETWORK), fixture.time, fixture.log(), fixture.draftRecord())
                .cancel(ReleaseFixture.APP);
    }

    private void drafted() throws Exception {
        fixture.commit = false;
        fixture.run();
        fixture.log.clear();
    }

    @Test
    void nothingPendingIsASuccessOfOneRequest() throws Exception {
        Cancellation.Result result = cancel();

        assertThat(result.json()).isEqualTo(json("{'product':{'kind':'app','id':'9PAPPDEMO001'}}"));
        assertThat(fixture.log).containsExactly("Nothing of app 9PAPPDEMO001 is pending; nothing was deleted");
        assertThat(fixture.calls()).hasSize(1);
    }

    @Test
    void aDraftIsDeletedAfterItWasSaidWhatItIs() throws Exception {
        drafted();
        int before = fixture.calls().size();
        Cancellation.Result result = cancel();

        assertThat(fixture.store.pending(APP)).isEmpty();
        String id = result.deleted().orElseThrow();
        assertThat(result.json().getString("deleted")).isEqualTo(id);
        assertThat(fixture.log)
                .containsExactly(
                        "Deleting submission " + id + " of app 9PAPPDEMO001, a draft that was made by API; it waits for"
                                + " tide-1.1.0.0.msix",
                        "Deleted submission " + id);
        assertThat(fixture.calls()).hasSize(before + 3);
    }

    @Test
    void aDraftOfOursIsForgottenHereAsWell() throws Exception {
        drafted();
        String id = fixture.service(ReleaseFixture.NETWORK)
                .product(ReleaseFixture.APP)
                .pending()
                .orElseThrow();
        note(ReleaseFixture.APP, id);
        cancel();

        assertThat(fixture.log.get(0)).contains("and is noted here as one of this project");
        assertThat(Files.exists(fixture.draftRecord())).isFalse();
    }

    @Test
    void notesOfOtherProductsStay() throws Exception {
        drafted();
        note(ReleaseFixture.IN_ROLLOUT, "1152921500000000001");
        cancel();

        assertThat(fixture.draftRecord()).content().contains("9PAPPDEMO002");
    }

    private void note(Product product, String id) throws IOException {
        DraftRecord record = new DraftRecord(fixture.draftRecord(), product, "request", fixture.log());
        record.prepare();
        record.write(id);
    }

    @Test
    void whatHasFailedIsDeleted() throws Exception {
        fixture.store.faults().set(json("{'fault':'fail','state':'CertificationFailed'}"));
        fixture.waitFor = ReleaseOptions.WaitFor.CERTIFICATION;
        fixture.timeout = Duration.ofDays(1);
        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.FAILED);
        fixture.log.clear();
        cancel();

        assertThat(fixture.log.get(0)).contains("which has failed (CertificationFailed)");
        assertThat(fixture.store.pending(APP)).isEmpty();
    }

    @Test
    void aDraftOfPartnerCenterIsExplained() {
        fixture.store.createInPartnerCenter(APP);

        assertThatThrownBy(this::cancel)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContainingAll(
                        "made in Partner Center, and only there can it be deleted",
                        "with the role Manager or Developer",
                        "Nothing was changed",
                        "https://partner.microsoft.com/dashboard/products/9PAPPDEMO001/submissions/");
        assertThat(fixture.count("DELETE", "")).isZero();
    }

    @Test
    void whatIsOnItsWayIsExplained() throws Exception {
        fixture.waitFor = ReleaseOptions.WaitFor.NONE;
        fixture.run();

        assertThatThrownBy(this::cancel)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContainingAll(
                        "It is beyond a draft (CommitStarted)",
                        "\"Cancel certification\"",
                        "Nothing was changed",
                        "https://partner.microsoft.com/");
        assertThat(fixture.count("DELETE", "")).isZero();
    }

    @Test
    void whatWasCanceledThereNeedsNothing() throws Exception {
        fixture.waitFor = ReleaseOptions.WaitFor.NONE;
        fixture.run();
        fixture.store.cancelInPartnerCenter(APP);

        assertThat(cancel().deleted()).isEmpty();
        assertThat(fixture.count("DELETE", "")).isZero();
    }
}
