package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wait of design section 2, by a clock that moves when the wait sleeps. */
class StatusPollerTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final SubmissionStatus COMMITTED =
            new SubmissionStatus("CommitStarted", JsonValue.EMPTY_JSON_OBJECT);

    private final ScriptedStore store = new ScriptedStore().from(Duration.ZERO, "CommitStarted");

    private String wait(WaitFor goal) throws Exception {
        return store.waiting(goal, WEEK)
                .wait("1", COMMITTED, new PublishTime("Immediate", Optional.empty()))
                .name();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CommitFailed",
                "PreProcessingFailed",
                "CertificationFailed",
                "ReleaseFailed",
                "PublishFailed",
                "Canceled"
            })
    void everyFailureEndsEveryWait(String failed) throws Exception {
        store.from(Duration.ofMinutes(5), failed);
        for (WaitFor goal : new WaitFor[] {WaitFor.COMMIT, WaitFor.CERTIFICATION, WaitFor.PUBLICATION}) {
            assertThat(wait(goal)).isEqualTo(failed);
        }
        assertThat(store.elapsed()).isLessThan(Duration.ofMinutes(8));
    }

    @ParameterizedTest
    @CsvSource({
        "COMMIT, PreProcessing",
        "CERTIFICATION, Release",
        "PUBLICATION, Published",
    })
    void aWaitEndsWhereItWasToldTo(WaitFor goal, String end) throws Exception {
        store.from(Duration.ofMinutes(2), "PreProcessing")
                .from(Duration.ofMinutes(10), "Certification")
                .from(Duration.ofHours(20), "Release")
                .from(Duration.ofHours(21), "Publishing")
                .from(Duration.ofHours(22), "Published");
        assertThat(wait(goal)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"COMMIT, Publishing", "CERTIFICATION, PendingPublication", "PUBLICATION, Published"})
    void statesThatNoPollSawCountAsPassed(WaitFor goal, String next) throws Exception {
        store.from(Duration.ofMinutes(1), next);
        assertThat(wait(goal)).isEqualTo(next);
        assertThat(store.lines).hasSize(1);
    }

    @Test
    void eachChangeIsOneLineWithItsTime() throws Exception {
        store.from(Duration.ofSeconds(9), "PreProcessing")
                .from(Duration.ofMinutes(4), "Certification")
                .from(Duration.ofHours(26), "Published");
        wait(WaitFor.PUBLICATION);
        List<String> changes =
                store.lines.stream().filter(line -> line.contains("->")).toList();
        assertThat(changes).hasSize(3);
        assertThat(changes.get(0)).isEqualTo("Accepted after 9 s (CommitStarted -> PreProcessing)");
        assertThat(changes.get(1))
                .matches("In certification after \\d min( \\d+ s)? \\(PreProcessing -> Certification\\)");
        assertThat(changes.get(2)).matches("Published after 2[56] h \\d+ min \\(Certification -> Published\\)");
    }

    /** A quarter of an hour apart at first, then an hour: some thirty lines a day, not none. */
    @Test
    void aLongStateIsToldNowAndThen() throws Exception {
        store.from(Duration.ofSeconds(9), "Certification").from(Duration.ofHours(26), "Published");
        wait(WaitFor.PUBLICATION);

        List<String> still = store.lines.stream()
                .filter(line -> line.startsWith("Still in certification after "))
                .toList();
        assertThat(still).hasSizeBetween(25, 40);
        assertThat(still.get(0))
                .matches("Still in certification after 15 min \\d+ s, since 2026-11-23 12:00 UTC \\(Certification\\)");
        assertThat(still.get(still.size() - 1))
                .matches("Still in certification after 25 h \\d+ min, since 2026-11-23 12:00 UTC \\(Certification\\)");
    }

    @Test
    void aDateBeyondTheTimeoutIsSaidBeforeTheWaitWhichEndsCertified() throws Exception {
        store.from(Duration.ofMinutes(1), "Certification").from(Duration.ofHours(2), "Release");
        Instant date = store.time.instant().plus(WEEK).plusSeconds(1);

        SubmissionStatus end = store.waiting(WaitFor.PUBLICATION, WEEK)
                .wait("1", COMMITTED, new PublishTime("SpecificDate", Optional.of(date)));

        assertThat(end.name()).isEqualTo("Release");
        assertThat(store.lines.get(0)).contains("targetPublishDate, " + date, "store.timeout is 7 days");
        assertThat(store.elapsed()).isLessThan(Duration.ofHours(3));
    }

    @Test
    void aDateWithinTheTimeoutIsWaitedFor() throws Exception {
        store.from(Duration.ofMinutes(1), "Release").from(Duration.ofHours(30), "Published");
        Instant date = store.time.instant().plus(Duration.ofHours(30));

        assertThat(store.waiting(WaitFor.PUBLICATION, WEEK)
                        .wait("1", COMMITTED, new PublishTime("SpecificDate", Optional.of(date)))
                        .name())
                .isEqualTo("Published");
    }

    @Test
    void aManualSubmissionIsLeftToAPerson() throws Exception {
        store.from(Duration.ofMinutes(1), "Certification").from(Duration.ofHours(2), "Release");
        assertThat(store.waiting(WaitFor.PUBLICATION, WEEK)
                        .wait("1", COMMITTED, new PublishTime("Manual", Optional.empty()))
                        .name())
                .isEqualTo("Release");
        assertThat(store.elapsed()).isLessThan(Duration.ofHours(3));
    }

    @Test
    void anImmediateSubmissionIsWaitedForBeyondRelease() throws Exception {
        store.from(Duration.ofMinutes(1), "Release").from(Duration.ofHours(2), "Published");
        assertThat(wait(WaitFor.PUBLICATION)).isEqualTo("Published");
    }

    @Test
    void aDraftForAMomentIsNoFallBack() throws Exception {
        store.from(Duration.ofSeconds(2), "PendingCommit")
                .from(Duration.ofSeconds(50), "CommitStarted")
                .from(Duration.ofSeconds(90), "PreProcessing");
        assertThat(wait(WaitFor.COMMIT)).isEqualTo("PreProcessing");
    }

    @Test
    void aDraftThatStaysHasFallenBack() throws Exception {
        store.from(Duration.ofSeconds(2), "PendingCommit");
        assertThat(wait(WaitFor.COMMIT)).isEqualTo("PendingCommit");
        assertThat(store.elapsed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    @Test
    void errorsEndAWaitThatTheStateWouldNot() throws Exception {
        store.from(Duration.ofMinutes(3), () -> ScriptedStore.status("CommitStarted", "{'code':'ServiceError'}"));
        SubmissionStatus end = store.waiting(WaitFor.COMMIT, WEEK)
                .wait("1", COMMITTED, new PublishTime("Immediate", Optional.empty()));
        assertThat(end.name()).isEqualTo("CommitStarted");
        assertThat(end.errors()).extracting(SubmissionStatus.Detail::code).containsExactly("ServiceError");
        assertThat(store.elapsed()).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void anErrorCalledNoneIsNone() throws Exception {
        store.from(Duration.ZERO, () -> ScriptedStore.status("CommitStarted", "{'code':'None','details':'string'}"))
                .from(Duration.ofMinutes(1), "PreProcessing");
        assertThat(wait(WaitFor.COMMIT)).isEqualTo("PreProcessing");
    }

    @Test
    void aStatusWithoutDetailsOrWithNullIsReadAsIt() throws Exception {
        store.from(Duration.ZERO, () -> ScriptedStore.json(200, "{'status':'CommitStarted'}"))
                .from(
                        Duration.ofSeconds(20),
                        () -> ScriptedStore.json(200, "{'status':'CommitStarted','statusDetails':null}"))
                .from(Duration.ofMinutes(1), () -> ScriptedStore.json(200, "{'status':'PreProcessing'}"));
        assertThat(wait(WaitFor.COMMIT)).isEqualTo("PreProcessing");
    }

    @Test
    void aStateThatNobodyDocumentedIsWaitedOut() throws Exception {
        store.from(Duration.ofMinutes(1), "Daydreaming").from(Duration.ofMinutes(9), "Published");
        assertThat(wait(WaitFor.COMMIT)).isEqualTo("Published");
        assertThat(store.lines.get(0)).matches("Daydreaming after .* \\(CommitStarted -> Daydreaming\\)");
    }

    @Test
    void theTimeoutEndsAWaitThatNothingElseDoes() {
        Duration limit = Duration.ofHours(1);
        assertThatThrownBy(() -> store.waiting(WaitFor.COMMIT, limit)
                        .wait("42", COMMITTED, new PublishTime("Immediate", Optional.empty())))
                .isInstanceOf(StatusPoller.TimedOutException.class)
                .hasMessageContaining("Submission 42 is still in the state CommitStarted after 1 h")
                .hasMessageContaining("store.timeout");
        assertThat(store.elapsed()).isEqualTo(limit);
    }

    @Test
    void threeDaysPassWithTokensThatLiveAnHour() throws Exception {
        store.from(Duration.ofMinutes(5), "Certification").from(Duration.ofDays(3), "Published");
        assertThat(wait(WaitFor.PUBLICATION)).isEqualTo("Published");
        assertThat(store.elapsed())
                .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusMinutes(1));
        assertThat(store.tokens).isBetween(72, 82);
        assertThat(store.lines).noneMatch(line -> line.startsWith("WARN"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 408, 429, 500, 502, 503, 504, 0})
    void troubleInBetweenIsSurvived(int status) throws Exception {
        AtomicInteger struck = new AtomicInteger();
        store.from(Duration.ofSeconds(30), () -> trouble(status, struck)).from(Duration.ofMinutes(10), "Certification");
        assertThat(wait(WaitFor.COMMIT)).isEqualTo("Certification");
        assertThat(struck.get()).isPositive();
    }

    private io.github.storemaven.http.Response trouble(int status, AtomicInteger struck) throws IOException {
        if (struck.incrementAndGet() > 14) {
            return ScriptedStore.status("CommitStarted", "");
        }
        if (status == 0) {
            throw new IOException("connection reset");
        }
        return status == 401 && struck.get() % 2 == 1 ? store.forgetToken() : answered(status);
    }

    private static io.github.storemaven.http.Response answered(int status) {
        return status == 401
                ? ScriptedStore.status("CommitStarted", "")
                : ScriptedStore.json(status, "<html>not today</html>");
    }

    @Test
    void aServiceThatTakesNoTokenAnyMoreEndsTheWait() {
        store.from(Duration.ofMinutes(1), () -> ScriptedStore.json(401, ""));
        assertThatThrownBy(() -> wait(WaitFor.COMMIT)).hasMessageContaining("does not know this identity");
        assertThat(store.elapsed()).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void anIdentityThatLostItsRightEndsTheWait() {
        store.from(Duration.ofMinutes(1), () -> ScriptedStore.json(403, ""));
        assertThatThrownBy(() -> wait(WaitFor.COMMIT)).hasMessageContaining("does not have the role Manager");
        assertThat(store.elapsed()).isLessThan(Duration.ofMinutes(3));
    }

    @Test
    void aChangeIsSeenSoonAndTheServiceIsAskedSeldom() throws Exception {
        store.from(Duration.ofHours(10), "Published");
        wait(WaitFor.PUBLICATION);
        assertThat(store.polls).hasSizeLessThan(620);
        for (int i = 1; i < store.polls.size(); i++) {
            assertThat(Duration.between(store.polls.get(i - 1), store.polls.get(i)))
                    .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(60));
        }
    }

    @Test
    void noneDoesNotAsk() throws Exception {
        assertThat(wait(WaitFor.NONE)).isEqualTo("CommitStarted");
        assertThat(store.polls).isEmpty();
    }

    /** Six attempts with their pauses take half a minute, and minutes where the service throttles. */
    @ParameterizedTest
    @ValueSource(ints = {0, 429, 503})
    void theTimeoutIsNotOverrunByTheRepetitionsOfOneCall(int status) {
        Duration limit = Duration.ofSeconds(20);
        store.from(Duration.ZERO, () -> {
            if (status == 0) {
                throw new java.net.ConnectException("Connection refused");
            }
            return ScriptedStore.json(status, "");
        });

        assertThatThrownBy(() -> store.waiting(WaitFor.COMMIT, limit)
                        .wait("42", COMMITTED, new PublishTime("Immediate", Optional.empty())))
                .isInstanceOf(StatusPoller.TimedOutException.class);
        assertThat(store.elapsed()).isLessThanOrEqualTo(limit);
        assertThat(store.polls).hasSizeGreaterThan(1);
    }
}
