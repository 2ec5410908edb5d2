package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One job has released without waiting, and another one waits. */
class StatusWaitTest extends AbstractReleaseTest {
    private Duration timeout = Duration.ofDays(1);

    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder, EmbeddedStore.builder().pace(Duration.ofMinutes(10)));
        fixture.waitFor = WaitFor.NONE;
        fixture.patch = json("{'notesForCertification':'waited for'}");
    }

    private StatusWait waiting(WaitFor goal, Product product) throws Exception {
        ProductStatus status = ProductStatus.read(fixture.service(ReleaseFixture.NETWORK), product);
        return new StatusWait(
                fixture.service(ReleaseFixture.NETWORK), fixture.time, fixture.log(), goal, timeout, List.of(status));
    }

    private StatusWait waited(WaitFor goal) throws Exception {
        StatusWait wait = waiting(goal, ReleaseFixture.APP);
        wait.run();
        return wait;
    }

    @Test
    void waitsUntilItIsPublishedAndTellsWhatIsPublishedThen() throws Exception {
        fixture.run();
        String id = fixture.service(ReleaseFixture.NETWORK)
                .product(ReleaseFixture.APP)
                .pending()
                .orElseThrow();
        StatusWait wait = waited(WaitFor.PUBLICATION);

        assertThat(wait.refusal()).isEmpty();
        assertThat(wait.products().get(0).pending()).isEmpty();
        assertThat(wait.products().get(0).published().orElseThrow().submissionId())
                .isEqualTo(id);
        assertThat(fixture.log)
                .anyMatch(line -> line.matches(
                        "Waiting until .*submission " + id + " of app 9PAPPDEMO001 .*\\(now CommitStarted\\)"))
                .anyMatch(line -> line.matches("Accepted after .* \\(CommitStarted -> PreProcessing\\)"));
    }

    @Test
    void waitsNoFartherThanItIsTold() throws Exception {
        fixture.run();
        ProductStatus status = waited(WaitFor.COMMIT).products().get(0);

        assertThat(status.pending().orElseThrow().status().name()).isEqualTo("PreProcessing");
        assertThat(status.published()).isPresent();
    }

    @Test
    void doesNotWaitUnlessItIsTold() throws Exception {
        fixture.run();
        int before = fixture.calls().size();

        assertThat(waited(WaitFor.NONE).refusal()).isEmpty();
        assertThat(fixture.calls()).hasSize(before + 3);
        assertThat(fixture.time.pauses()).isEmpty();
    }

    @Test
    void whatIsPublishedAlreadyNeedsNoWait() throws Exception {
        assertThat(waited(WaitFor.PUBLICATION).refusal()).isEmpty();
        assertThat(fixture.time.pauses()).isEmpty();
    }

    @Test
    void whatTheStoreRefusesIsARefusal() throws Exception {
        fixture.store.faults().set(json("{'fault':'fail','state':'CertificationFailed','details':'Crashes.'}"));
        fixture.run();
        StatusWait wait = waited(WaitFor.PUBLICATION);

        assertThat(wait.refusal().orElseThrow())
                .contains("The Store refused submission", "CertificationFailed", "Crashes.", "https://partner.");
        assertThat(wait.products().get(0).pending().orElseThrow().status().isFailed())
                .isTrue();
    }

    @Test
    void whatHasFailedBeforeIsARefusalAtOnce() throws Exception {
        fixture.store.faults().set(json("{'fault':'fail','state':'CertificationFailed','details':'Crashes.'}"));
        fixture.run();
        fixture.settle();
        int pauses = fixture.time.pauses().size();

        assertThat(waited(WaitFor.COMMIT).refusal()).isPresent();
        assertThat(fixture.time.pauses()).hasSize(pauses);
    }

    @Test
    void aDraftThatNobodySubmitsIsNotWaitedForLong() throws Exception {
        fixture.commit = false;
        fixture.run();

        assertThat(waited(WaitFor.PUBLICATION).refusal().orElseThrow())
                .contains("is a draft: nobody has submitted it", "mvn store:submit");
        assertThat(fixture.time.pauses().stream().mapToLong(Duration::toSeconds).sum())
                .isLessThan(120);
    }

    @Test
    void thereIsNothingToWaitForWhereNothingEverWas() throws Exception {
        fixture.store.add(ApplicationSeed.unpublished("9PAPPDEMO003"));
        StatusWait wait = waiting(WaitFor.COMMIT, new Product.Application("9PAPPDEMO003"));
        wait.run();

        assertThat(wait.refusal().orElseThrow()).startsWith("There is nothing to wait for");
    }

    @Test
    void aWaitThatIsTooLongKeepsWhatWasHeardLast() throws Exception {
        fixture.run();
        timeout = Duration.ofMinutes(15);
        StatusWait wait = waiting(WaitFor.PUBLICATION, ReleaseFixture.APP);

        assertThatThrownBy(wait::run)
                .isInstanceOf(StatusPoller.TimedOutException.class)
                .hasMessageContainingAll("is still in the state PreProcessing after 15 min", "store.timeout");
        assertThat(wait.products().get(0).pending().orElseThrow().status().name())
                .isEqualTo("PreProcessing");
    }

    @Test
    void whatAPersonHasToPublishIsNoRefusal() throws Exception {
        fixture.patch = json("{'targetPublishMode':'Manual'}");
        fixture.run();

        assertThat(waited(WaitFor.PUBLICATION).refusal()).isEmpty();
        assertThat(fixture.log).anyMatch(line -> line.contains("Publish it by hand in Partner Center"));
    }
}
