package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole releases under the faults of reference 12.7, each with the end that it has to have. */
class ReleaseFaultsTest extends AbstractReleaseTest {
    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder);
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
        fixture.patch = json("{'notesForCertification':'the right one'}");
        fixture.waitFor = WaitFor.PUBLICATION;
    }

    /** Fault, drafts that the release made and deleted again, and what it says. */
    static Stream<Arguments> survived() {
        return Stream.of(
                Arguments.of("{'fault':'ghostCreate','times':1}", 0, "Committed submission"),
                Arguments.of("{'fault':'answer','call':'createSubmission','status':500,'times':3}", 0, ""),
                Arguments.of("{'fault':'answer','call':'commitSubmission','status':503,'times':3}", 0, ""),
                Arguments.of("{'fault':'zombie','times':1}", 1, "does not keep the update, a known fault of the Store"),
                Arguments.of("{'fault':'throttle','requestsPerMinute':20}", 0, ""),
                Arguments.of("{'fault':'throttle','requestsPerMinute':4}", 0, ""),
                Arguments.of("{'fault':'throttle','requestsPerMinute':4,'retryAfter':false}", 0, ""),
                Arguments.of("{'fault':'endToken','call':'updateSubmission','times':1}", 0, ""),
                Arguments.of("{'fault':'endToken','call':'commitSubmission','times':1}", 0, ""),
                Arguments.of("{'fault':'endToken','call':'getStatus','times':3}", 0, ""),
                Arguments.of("{'fault':'tokenLife','seconds':5}", 0, ""),
                Arguments.of("{'fault':'controlCharacters'}", 0, ""),
                Arguments.of("{'fault':'oddNumbers'}", 0, ""),
                Arguments.of("{'fault':'capitalNames'}", 0, ""),
                Arguments.of("{'fault':'unknownMembers'}", 0, ""),
                Arguments.of("{'fault':'statusWithoutDetails'}", 0, ""),
                Arguments.of("{'fault':'skipStates','states':['PreProcessing','Certification','Release']}", 0, ""),
                Arguments.of(
                        "{'faults':[{'fault':'zeroReferences'},"
                                + "{'fault':'answer','call':'createSubmission','status':503,'times':1}]}",
                        0,
                        ""),
                Arguments.of("{'fault':'expiredUpload','times':1}", 1, "has expired and the Store gave no other"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("survived")
    void isReleasedOnceAndRight(String faults, int deleted, String said) throws Exception {
        fixture.store.faults().setAll(json(faults));
        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);

        JsonObject published = fixture.store.published(APP).orElseThrow();
        assertThat(published.getString("notesForCertification")).isEqualTo("the right one");
        assertThat(published.getJsonArray("applicationPackages").getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getString("version"))
                .containsExactly("1.1.0.0");
        assertThat(fixture.store.pending(APP)).isEmpty();
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
        assertThat(fixture.count("DELETE", "submissions")).isEqualTo(deleted);
        assertThat(fixture.log).anyMatch(line -> line.contains(said));
    }

    /** Fault, what the failure says, and the state of what is left pending. */
    static Stream<Arguments> explained() {
        return Stream.of(
                Arguments.of("{'fault':'zombie'}", "did not store submission", ""),
                Arguments.of("{'fault':'stuck'}", "is still in the state CommitStarted after 1 h", "CommitStarted"),
                Arguments.of("{'fault':'stuck','errors':true}", "because of errors", "CommitStarted"),
                Arguments.of("{'fault':'fallBack'}", "fell back to PendingCommit", "PendingCommit"),
                Arguments.of("{'fault':'expiredUpload'}", "check the clock of this machine", ""),
                Arguments.of("{'fault':'partnerCenterDraft'}", "made in Partner Center", "PendingCommit"),
                Arguments.of("{'fault':'unsupportedFeature'}", "features that are not supported", ""),
                Arguments.of(
                        "{'fault':'fail','state':'CertificationFailed','code':'Unheard42','details':'Crashes.',"
                                + "'report':'https://reports.test/1'}",
                        "Crashes.",
                        "CertificationFailed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("explained")
    void failsAndSaysWhy(String faults, String said, String left) throws Exception {
        fixture.store.faults().setAll(json(faults));
        assertThat(failure()).contains(said).doesNotContain("sig=");
        assertThat(fixture.store.pendingStatus(APP).orElse("")).isEqualTo(left);
        assertThat(fixture.published()).doesNotContain("the right one");
    }

    /** What is over when the fault is, a second run makes good. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"zombie", "fallBack", "expiredUpload", "unsupportedFeature", "fail"})
    void isReleasedByTheNextRun(String fault) throws Exception {
        fixture.store.faults().set(fault);
        failure();
        fixture.store.faults().clear();

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.published()).contains("the right one");
        assertThat(fixture.store.pending(APP)).isEmpty();
    }

    @Test
    void aSecondRunWaitsOnForWhatIsStuckAndCommitsNothingElse() throws Exception {
        fixture.store.faults().set("stuck");
        failure();
        assertThat(failure()).contains("is still in the state CommitStarted");
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
    }

    @Test
    void ourThrottleKeepsToTwentyAMinuteSoThatNothingIsRefused() throws Exception {
        fixture.store.faults().setAll(json("{'fault':'throttle','requestsPerMinute':20}"));
        fixture.run();
        assertThat(fixture.requests()).noneMatch(request -> request.status() == 429);
    }

    @Test
    void aDraftToResumeIsNotDroppedWhenItsAddressHasExpired() throws Exception {
        fixture.store.faults().set("expiredUpload");
        fixture.commit = false;
        fixture.packages = List.of();
        fixture.run();
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
        fixture.onPending = OnPending.RESUME;

        assertThatThrownBy(fixture::run).hasMessageContaining("delete the draft and submit again");
        assertThat(fixture.store.pendingStatus(APP)).hasValue("PendingCommit");
        assertThat(fixture.count("DELETE", "")).isZero();
    }

    private String failure() throws Exception {
        try {
            ReleaseResult outcome = fixture.run();
            assertThat(outcome.kind()).isEqualTo(ReleaseResult.Kind.FAILED);
            return StatusReport.refusal(outcome);
        } catch (java.io.IOException
                | ReleaseRefusedException
                | io.github.storemaven.service.StoreRefusedException failure) {
            return failure.getMessage();
        }
    }
}
