package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.http.Transport;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.submission.ReleaseReport.Pending;
import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another submission holds the only place of the product: which ones are waited for, how long, and what follows. */
class BusySlotTest extends AbstractReleaseTest {
    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder);
        fixture.packages = List.of(fixture.packageFile("tide-1.5.0.0.msix", "1.5.0.0"));
    }

    private void fault(String text) {
        fixture.store.faults().set(json(text));
    }

    private Release release() {
        return fixture.release(ReleaseFixture.NETWORK);
    }

    private long changes() {
        return fixture.count("POST", "submissions")
                + fixture.count("PUT", "submissions")
                + fixture.count("DELETE", "submissions");
    }

    private Duration waited() {
        return Duration.between(FakeTimeSource.START, fixture.time.instant());
    }

    private ReleaseRefusedException busy(Release release) {
        ReleaseRefusedException busy = catchThrowableOfType(ReleaseRefusedException.class, release::run);
        assertThat(ReleaseOutcome.of(busy)).isEqualTo(ReleaseOutcome.BUSY);
        assertThat(changes()).isZero();
        return busy;
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheParameterItEndsAtOnceAndSaysWhatToDo(OnPending onPending) throws Exception {
        fault("{'fault':'otherSubmission','version':'1.4.0.0','times':1}");
        fixture.onPending = onPending;
        Release release = release();

        ReleaseRefusedException busy = busy(release);

        String id = release.progress().pending().orElseThrow().submissionId();
        String digest = FileContent.of(fixture.packages.get(0).file(), Long.MAX_VALUE)
                .sha256()
                .orElseThrow();
        assertThat(busy)
                .hasMessageContaining("(1.4.0.0, x64) of app " + APP + " is pending already")
                .hasMessageContaining("It is in the state Certification and has something else. Nothing was sent.")
                .hasMessageContaining("with the same tide-1.5.0.0.msix, SHA-256 " + digest)
                .hasMessageContaining("\"-Dstore.busyTimeout=PT4H\"")
                .hasMessageEndingWith("/submissions/" + id);
        assertThat(release.progress().pending()).hasValue(new Pending(id, "Certification", Optional.of("api")));
        assertThat(fixture.store.requests().stream().filter(one -> one.path().contains("/my/")))
                .as("no request more than without the slot's wait")
                .hasSize(3);
        assertThat(waited()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void itIsWaitedForAndThenEverythingIsLookedAtAgain(OnPending onPending) throws Exception {
        fault("{'fault':'otherSubmission','version':'1.4.0.0','polls':4,'times':1}");
        fixture.onPending = onPending;
        fixture.busyTimeout = Duration.ofHours(4);

        ReleaseResult result = fixture.run();

        assertThat(result.kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.log)
                .anyMatch(line -> line.contains("(1.4.0.0, x64) of app " + APP + " is in the state Certification."
                        + " Waiting for it to end, until 2026-11-23T16:00:00Z (store.busyTimeout is 4 h)"))
                .anyMatch(line -> line.endsWith("Everything is looked at again"));
        assertThat(fixture.time.pauses().get(0)).isEqualTo(Duration.ofSeconds(15));
        assertThat(fixture.time.pauses()).allMatch(pause -> pause.compareTo(Duration.ofSeconds(60)) <= 0);
        assertThat(fixture.count("DELETE", "submissions")).isZero();
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
    }

    @Test
    void whatIsNeverFreeEndsWithTheTime() {
        fault("{'fault':'otherSubmission','times':1}");
        fixture.busyTimeout = Duration.ofMinutes(31);

        assertThat(busy(release())).hasMessageContaining("is pending already").hasMessageNotContaining("busyTimeout");
        assertThat(waited()).isEqualTo(Duration.ofMinutes(31));
        assertThat(fixture.count("GET", "/status"))
                .as("one question a poll")
                .isEqualTo(fixture.time.pauses().size());
        assertThat(fixture.log).anyMatch(line -> line.startsWith("Still in certification after 15 min"));
    }

    @Test
    void aSubmissionThatFailsIsTreatedByOnPending() throws Exception {
        fault("{'fault':'otherSubmission','polls':3,'end':'CertificationFailed','times':1}");
        fixture.busyTimeout = Duration.ofHours(4);

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.count("DELETE", "submissions")).isEqualTo(1);
    }

    @Test
    void aSubmissionThatFailsStopsWhereNothingMayBeReplaced() {
        fault("{'fault':'otherSubmission','polls':3,'end':'CertificationFailed','times':1}");
        fixture.busyTimeout = Duration.ofHours(4);
        fixture.onPending = OnPending.FAIL;

        assertThatThrownBy(fixture::run)
                .satisfies(failure -> assertThat(ReleaseOutcome.of(failure)).isEqualTo(ReleaseOutcome.REFUSED));
        assertThat(changes()).isZero();
    }

    @Test
    void aHigherVersionThatWasPublishedMeanwhileIsNotFollowed() throws Exception {
        fault("{'fault':'otherSubmission','version':'1.6.0.0','polls':3,'times':1}");
        fixture.busyTimeout = Duration.ofHours(4);

        ReleaseResult result = fixture.run();

        assertThat(result.outcome()).isEqualTo(ReleaseOutcome.OVERTAKEN);
        assertThat(changes()).isZero();
        assertThat(fixture.log)
                .anyMatch(line -> line.startsWith("WARN Nothing was sent: version 1.6.0.0 was published"));
    }

    /** Of several packages one that is lower is enough. */
    @Test
    void oneOfSeveralPackagesThatWouldFollowAHigherVersionIsEnough() throws Exception {
        fault("{'fault':'otherSubmission','version':'1.6.0.0','polls':3,'times':1}");
        fixture.packages = List.of(of("1.7.0.0", "arm64"), fixture.packages.get(0));
        fixture.busyTimeout = Duration.ofHours(4);

        assertThat(fixture.run().outcome()).isEqualTo(ReleaseOutcome.OVERTAKEN);
        assertThat(changes()).isZero();
    }

    /** A higher version for other devices, and a lower one, are none that it follows. */
    @ParameterizedTest
    @CsvSource({"1.5.0.0,arm64", "1.7.0.0,x64"})
    void whatFollowsNoHigherVersionOfItsArchitectureIsReleased(String version, String architecture) throws Exception {
        fault("{'fault':'otherSubmission','version':'1.6.0.0','polls':3,'times':1}");
        fixture.packages = List.of(of(version, architecture));
        fixture.busyTimeout = Duration.ofHours(4);

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
    }

    @Test
    void withoutPackagesNothingIsOvertaken() throws Exception {
        fault("{'fault':'otherSubmission','version':'1.6.0.0','polls':3,'times':1}");
        fixture.packages = List.of();
        fixture.patch = json("{'notesForCertification':'Press start'}");
        fixture.busyTimeout = Duration.ofHours(4);

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
    }

    private PackageFile of(String version, String architecture) throws Exception {
        PackageFile file = fixture.packageFile("tide-" + version + "-" + architecture + ".msix", version);
        return new PackageFile(file.name(), file.file(), version, architecture);
    }

    /** "Publish now" is a person's. */
    @Test
    void manualIsNotWaitedFor() {
        fault("{'fault':'otherSubmission','state':'Release','manual':true,'times':1}");
        fixture.busyTimeout = Duration.ofHours(4);

        assertThat(busy(release()))
                .hasMessageContaining("It is in the state Release")
                .hasMessageContaining("It is published when somebody presses \"Publish now\" in Partner Center.")
                .hasMessageNotContaining("busyTimeout");
        assertThat(waited()).isZero();
    }

    /** What somebody else has submitted, with a pace at which it is on its way for an hour. */
    private void stranger(String publishing) throws Exception {
        fixture.close();
        fixture = new ReleaseFixture(folder, EmbeddedStore.builder().pace(Duration.ofMinutes(20)));
        fixture.packages = List.of(fixture.packageFile("other-1.4.0.0.msix", "1.4.0.0"));
        fixture.patch = json(publishing);
        fixture.waitFor = WaitFor.NONE;
        fixture.run();
        fixture.packages = List.of(fixture.packageFile("tide-1.5.0.0.msix", "1.5.0.0"));
        fixture.patch = json("{'targetPublishMode':'Immediate'}");
        fixture.busyTimeout = Duration.ofHours(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'targetPublishMode':'Manual'} | It is published when somebody presses \"Publish now\" in Partner",
                "{'targetPublishMode':'SpecificDate','targetPublishDate':'2026-11-23T17:00:00Z'}"
                        + " | The Store publishes it on 2026-11-23T17:00:00Z, and not before."
            })
    void whatNeedsAPersonOrItsDateInTheWaitIsWaitedForNoLonger(String publishing, String who) throws Exception {
        stranger(publishing);
        Release release = release();
        long commits = fixture.count("POST", "/commit");

        assertThatThrownBy(release::run)
                .satisfies(failure -> assertThat(ReleaseOutcome.of(failure)).isEqualTo(ReleaseOutcome.BUSY))
                .hasMessageContaining("Nothing was sent. It is in the state Release by now. " + who);
        assertThat(waited()).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(90));
        assertThat(release.progress().pending().orElseThrow().status()).isEqualTo("Release");
        assertThat(fixture.count("POST", "/commit")).isEqualTo(commits);
        assertThat(fixture.count("DELETE", "submissions")).isZero();
    }

    @Test
    void aPublishDateWithinTheWaitIsWaitedFor() throws Exception {
        stranger("{'targetPublishMode':'SpecificDate','targetPublishDate':'2026-11-23T15:00:00Z'}");

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(waited()).isGreaterThanOrEqualTo(Duration.ofMinutes(50));
        assertThat(fixture.count("DELETE", "submissions")).isZero();
    }

    @Test
    void whatSomebodyElseReleasedInTheWaitIsUnchanged() throws Exception {
        fault("{'fault':'otherSubmission','version':'1.4.0.0','polls':3,'times':1}");
        fixture.busyTimeout = Duration.ofHours(4);
        fixture.waitFor = WaitFor.PUBLICATION;
        Release release = release();
        fixture.heard = line -> {
            if (line.endsWith("Everything is looked at again")) {
                fixture.heard = next -> {};
                runAnother();
            }
        };

        assertThat(release.run().outcome()).isEqualTo(ReleaseOutcome.UNCHANGED);
        assertThat(fixture.count("POST", "/commit")).as("the other's").isEqualTo(1);
    }

    private void runAnother() {
        try {
            fixture.run();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What to do about it is another parameter's. */
    @Test
    void aRolloutInProgressIsNoBusyPlace() {
        fixture.product = fixture.addInRollout("PackageRolloutInProgress", "10.0");
        fixture.busyTimeout = Duration.ofHours(4);

        assertThatThrownBy(fixture::run)
                .hasMessageContaining("The gradual rollout of submission")
                .satisfies(failure -> assertThat(ReleaseOutcome.of(failure)).isEqualTo(ReleaseOutcome.REFUSED));
        assertThat(changes()).isZero();
        assertThat(waited()).isZero();
    }

    /** One that was edited there tells it only by the refusal of our deletion. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDraftOfPartnerCenterIsNotWaitedFor(boolean edited) {
        if (edited) {
            fault("{'fault':'otherSubmission','state':'PendingCommit','version':'1.4.0.0','times':1}");
            fault("{'fault':'answer','call':'deleteSubmission','status':400,'code':'InvalidOperation','times':1}");
        } else {
            fixture.store.createInPartnerCenter(APP);
        }
        fixture.busyTimeout = Duration.ofHours(4);
        Release release = release();

        assertThatThrownBy(release::run)
                .hasMessageContaining("made in Partner Center")
                .satisfies(failure -> assertThat(ReleaseOutcome.of(failure)).isEqualTo(ReleaseOutcome.BUSY));
        assertThat(waited()).isZero();
        assertThat(fixture.store.pending(APP)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"RESUME", "FAIL"})
    void aForeignDraftIsNotWaitedForWhereItMayNotBeReplaced(OnPending onPending) throws Exception {
        strangersDraft();
        fixture.onPending = onPending;
        fixture.busyTimeout = Duration.ofHours(4);
        long before = changes();

        assertThatThrownBy(fixture::run)
                .satisfies(failure -> assertThat(ReleaseOutcome.of(failure)).isEqualTo(ReleaseOutcome.BUSY));
        assertThat(changes()).isEqualTo(before);
        assertThat(waited()).isZero();
    }

    private void strangersDraft() throws Exception {
        var ours = fixture.packages;
        fixture.packages = List.of(fixture.packageFile("other-1.4.0.0.msix", "1.4.0.0"));
        fixture.commit = false;
        fixture.run();
        fixture.commit = true;
        fixture.packages = ours;
    }

    /** Without the parameter as well: it is another run's. */
    @ParameterizedTest
    @EnumSource
    void aDraftThatCameIntoBeingAfterTheFirstLookIsLeftAlone(OnPending onPending) {
        fault("{'fault':'otherSubmission','call':'createSubmission','state':'PendingCommit','times':1}");
        fixture.onPending = onPending;

        assertThatThrownBy(fixture::run)
                .hasMessageContaining("and was not changed. Another run made it")
                .satisfies(failure -> assertThat(ReleaseOutcome.of(failure)).isEqualTo(ReleaseOutcome.BUSY));
        assertThat(fixture.count("DELETE", "submissions")).isZero();
    }

    @Test
    void aDraftThatCameIntoBeingAfterTheFirstLookIsWaitedFor() throws Exception {
        fault(
                "{'fault':'otherSubmission','call':'createSubmission','state':'PendingCommit','polls':5,'version':'1.4.0.0',"
                        + "'times':1}");
        fixture.busyTimeout = Duration.ofHours(4);

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.count("DELETE", "submissions")).isZero();
    }

    /** The second client is there when the first submission is published. */
    @Test
    void aPlaceThatASecondClientTakesIsWaitedForAgain() throws Exception {
        fault("{'fault':'otherSubmission','polls':3,'times':1}");
        Transport second = request -> {
            boolean free = fixture.store.pending(APP).isEmpty()
                    && fixture.log.stream().anyMatch(line -> line.contains("Everything is looked at again"))
                    && fixture.log.stream()
                                    .filter(line -> line.contains("Waiting for it to end"))
                                    .count()
                            == 1;
            if (free) {
                fault("{'fault':'otherSubmission','state':'PreProcessing','polls':3,'times':1}");
            }
            return ReleaseFixture.NETWORK.send(request);
        };
        fixture.busyTimeout = Duration.ofHours(4);

        assertThat(fixture.release(second).run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.log.stream().filter(line -> line.contains("Waiting for it to end")))
                .hasSize(2);
        assertThat(fixture.count("DELETE", "submissions")).isZero();
    }

    @Test
    void aDraftWaitsForThePlaceToo() throws Exception {
        fault("{'fault':'otherSubmission','version':'1.4.0.0','polls':3,'times':1}");
        fixture.commit = false;
        fixture.busyTimeout = Duration.ofHours(4);

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.DRAFTED);
    }

    @Test
    void aDraftNeedsThePlaceToo() {
        fault("{'fault':'otherSubmission','times':1}");
        fixture.commit = false;
        busy(release());
    }

    @Test
    void aWaitSurvivesARefusedTokenAndAnOutage() throws Exception {
        fault("{'fault':'otherSubmission','polls':6,'times':1}");
        fault("{'fault':'answer','call':'getStatus','status':401,'times':2}");
        fault("{'fault':'answer','call':'getStatus','status':503,'times':6}");
        fixture.busyTimeout = Duration.ofHours(4);

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
    }

    @Test
    void aStopInTheWaitSaysThatNothingWasSent() {
        fault("{'fault':'otherSubmission','times':1}");
        fixture.busyTimeout = Duration.ofHours(4);
        Release[] release = new Release[1];
        StringBuilder hint = new StringBuilder();
        fixture.heard = line -> {
            if (line.startsWith("Still ")) {
                hint.append(release[0].resumeHint().orElse(""));
            }
        };
        release[0] = release();

        busy(release[0]);
        assertThat(hint.toString()).contains("Nothing was sent; the same command waits again");
        assertThat(release[0].resumeHint()).isEmpty();
    }

    @Test
    void aPlanSaysWhetherSubmitWouldWait() throws Exception {
        fault("{'fault':'otherSubmission','times':1}");
        assertThat(fixture.planned().json().getJsonObject("pending"))
                .containsEntry("stopsSubmit", JsonValue.TRUE)
                .containsEntry("waits", JsonValue.FALSE);

        fixture.busyTimeout = Duration.ofHours(4);
        assertThat(fixture.planned().json().getJsonObject("pending"))
                .containsEntry("stopsSubmit", JsonValue.FALSE)
                .containsEntry("waits", JsonValue.TRUE);
    }

    /** Whose draft is taken away tells it, and does not take away the other's. */
    @ParameterizedTest
    @ValueSource(strings = {"updateSubmission", "commitSubmission"})
    void aDraftThatASecondClientReplacesEndsTheRelease(String call) {
        fault("{'fault':'replacedDraft','call':'" + call + "','times':1}");
        Release release = release();

        assertThatThrownBy(release::run)
                .hasMessageContaining("has deleted submission")
                .satisfies(failure -> assertThat(ReleaseOutcome.of(failure)).isEqualTo(ReleaseOutcome.REPLACED));
        assertThat(fixture.count("DELETE", "submissions")).isZero();
        assertThat(fixture.count("POST", "/commit")).isZero();
        assertThat(release.resumeHint()).isEmpty();
    }
}
