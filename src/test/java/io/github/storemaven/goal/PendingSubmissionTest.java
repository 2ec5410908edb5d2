package io.github.storemaven.goal;

import static io.github.storemaven.goal.ThreeProductsFixture.TIDE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.FakeTimeSource;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is pending already, whether it is waited for, and whether tolerate=busy covers it: read from the result. */
class PendingSubmissionTest {
    private static final String DRAFT = "'state':'PendingCommit','version':'1.0.5.0'";

    private ThreeProductsFixture fixture;
    private SubmitMojo goal;

    @TempDir
    Path folder;

    /** All that can be waited for is, and all that can be tolerated too. */
    @BeforeEach
    void start() throws Exception {
        fixture = new ThreeProductsFixture(folder, Duration.ofMinutes(10));
        goal = fixture.submit("tide");
        goal.waitFor = "commit";
        goal.busyTimeout = "PT4H";
        goal.tolerate = List.of("busy", "timedOut", "outage");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void other(String members) {
        fixture.fault("{'fault':'otherSubmission','product':'" + TIDE + "'," + members + ",'times':1}");
    }

    /** @return the result, whose word is as expected, as is the end of the build */
    private JsonObject ended(String word, boolean succeeds) throws Exception {
        fixture.release(List.of(goal));
        assertThat(fixture.result("tide").getString("result"))
                .as(String.join("\n", fixture.build.said()))
                .isEqualTo(word);
        assertThat(fixture.build.session().getResult().hasExceptions()).isNotEqualTo(succeeds);
        return fixture.result("tide");
    }

    private Duration waited() {
        return Duration.between(FakeTimeSource.START, fixture.time.instant());
    }

    private long count(String method) {
        return fixture.requests(TIDE).stream()
                .filter(request -> request.method().equals(method))
                .count();
    }

    private void assertNothingWasSent() {
        assertThat(fixture.requests(TIDE)).allMatch(request -> request.method().equals("GET"));
    }

    /** Somebody else's, made before; this release adds to it what it has, so that both may be of one build. */
    private void earlier(Consumer<SubmitMojo> settings) throws Exception {
        fixture.build.writePackage("wave", "wave.msix", "1.0.9.0");
        SubmitMojo earlier = fixture.submit("wave");
        earlier.applicationId = TIDE;
        earlier.submitAtEnd = false;
        earlier.waitFor = "commit";
        settings.accept(earlier);
        earlier.execute();
        goal.packageMode = "add";
    }

    @Test
    void onItsWayAndEqualIsWaitedForAsBefore() throws Exception {
        goal.submitAtEnd = false;
        goal.execute();
        SubmitMojo again = fixture.submit("tide");
        again.busyTimeout = "PT0S";
        goal = again;

        assertThat(ended("published", true).containsKey("pending")).isFalse();
        assertThat(count("PUT")).isEqualTo(1);
    }

    @Test
    void onItsWayAndDifferentIsWaitedFor() throws Exception {
        other("'version':'1.0.5.0','polls':4");
        ended("submitted", true);
        assertThat(waited()).isPositive();
        assertThat(count("DELETE")).isZero();
    }

    @Test
    void onItsWayForEverIsBusyWhenTheTimeIsUp() throws Exception {
        other("'version':'1.0.5.0'");
        assertThat(ended("busy", true).getJsonObject("pending").getString("status"))
                .isEqualTo("Certification");
        assertThat(waited()).isEqualTo(Duration.ofHours(4));
        assertNothingWasSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Release", "PendingPublication"})
    void whatAwaitsPublishNowIsNotWaitedForAndTolerated(String state) throws Exception {
        other("'manual':true,'state':'" + state + "'");
        assertThat(ended("busy", true).getString("message")).contains("\"Publish now\" in Partner Center");
        assertThat(waited()).isZero();
        assertNothingWasSent();
    }

    @Test
    void aPublishDateBehindTheWaitIsNotWaitedForAndTolerated() throws Exception {
        earlier(wave -> {
            wave.targetPublishMode = "SpecificDate";
            wave.targetPublishDate = "2026-12-24T12:00:00Z";
        });
        assertThat(ended("busy", true).getString("message"))
                .contains("The Store publishes it on 2026-12-24T12:00:00Z, and not before");
        assertThat(waited()).isLessThan(Duration.ofHours(4));
        assertThat(count("DELETE")).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDraftThatAPersonHasInHandIsNotWaitedForAndTolerated(boolean edited) throws Exception {
        if (edited) {
            other(DRAFT);
            fixture.fault(
                    "{'fault':'answer','call':'deleteSubmission','status':400,'code':'InvalidOperation','times':1}");
        } else {
            fixture.store.createInPartnerCenter(TIDE);
        }
        JsonObject result = ended("busy", true);
        assertThat(result.getString("message")).contains("made in Partner Center");
        assertThat(result.getJsonObject("pending").getString("madeBy")).isEqualTo(edited ? "api" : "partnerCenter");
        assertThat(waited()).isZero();
        assertThat(fixture.store.pending(TIDE)).isPresent();
    }

    @Test
    void aForeignDraftIsReplacedAsBefore() throws Exception {
        other(DRAFT);
        ended("submitted", true);
        assertThat(count("DELETE")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resume", "fail"})
    void aForeignDraftThatMayNotBeReplacedIsNotWaitedForAndTolerated(String onPending) throws Exception {
        earlier(wave -> wave.commit = false);
        int before = fixture.requests(TIDE).size();
        goal.onPending = onPending;
        ended("busy", true);
        assertThat(waited()).isZero();
        assertThat(fixture.requests(TIDE).subList(before, fixture.requests(TIDE).size()))
                .allMatch(request -> request.method().equals("GET"));
    }

    @ParameterizedTest
    @CsvSource({"replace,true", "replace,false", "resume,true", "fail,true"})
    void aDraftOfAnotherRunIsLeftAlone(String onPending, boolean isTolerated) throws Exception {
        other("'call':'createSubmission'," + DRAFT);
        goal.onPending = onPending;
        goal.busyTimeout = null;
        goal.tolerate = isTolerated ? List.of("busy") : null;
        assertThat(ended("busy", isTolerated).getString("message")).contains("Another run made it");
        assertThat(count("DELETE")).isZero();
    }

    @Test
    void aDraftOfAnotherRunIsWaitedFor() throws Exception {
        other("'call':'createSubmission','polls':5," + DRAFT);
        ended("submitted", true);
        assertThat(waited()).isPositive();
        assertThat(count("DELETE")).isZero();
    }

    @Test
    void aRolloutIsNeitherWaitedForNorTolerated() throws Exception {
        SubmitMojo partial = fixture.submit("tide");
        partial.submitAtEnd = false;
        partial.rolloutPercentage = "10";
        partial.execute();
        Duration before = waited();
        fixture.build.writePackage("tide", "tide.msix", "1.2.0.0");

        assertThat(ended("refused", false).getString("message")).contains("The gradual rollout of submission");
        assertThat(waited()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"replace,submitted", "resume,refused", "fail,refused"})
    void aFailedOneIsTreatedByOnPendingAndNeverTolerated(String onPending, String word) throws Exception {
        fixture.fault("{'fault':'fail','state':'CertificationFailed','times':1}");
        earlier(wave -> {});
        fixture.time.sleep(Duration.ofHours(2));
        goal.onPending = onPending;
        ended(word, word.equals("submitted"));
        assertThat(count("DELETE")).isEqualTo(word.equals("submitted") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"replace,submitted", "resume,refused", "fail,refused"})
    void soIsOneThatFailsDuringTheWait(String onPending, String word) throws Exception {
        other("'version':'1.0.5.0','polls':3,'end':'CertificationFailed'");
        goal.onPending = onPending;
        ended(word, word.equals("submitted"));
        assertThat(waited()).isPositive();
        assertThat(count("DELETE")).isEqualTo(word.equals("submitted") ? 1 : 0);
    }

    @Test
    void whatASecondClientTakesIsWaitedForAgain() throws Exception {
        other("'version':'1.0.5.0','polls':3");
        int[] looks = new int[1];
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                if (line.toString().endsWith("Everything is looked at again") && looks[0]++ == 0) {
                    other("'version':'1.0.6.0','polls':3");
                }
            }

            @Override
            public void debug(CharSequence line) {}
        });
        ended("submitted", true);
        assertThat(looks[0]).isEqualTo(2);
        assertThat(count("DELETE")).isZero();
    }

    @Test
    void anOutageWhereADraftIsDeletedIsToleratedToo() throws Exception {
        other(DRAFT);
        fixture.fault("{'fault':'answer','call':'deleteSubmission','status':503}");
        ended("outage", true);
    }
}
