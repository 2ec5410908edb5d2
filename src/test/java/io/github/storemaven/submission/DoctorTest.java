package io.github.storemaven.submission;

import static io.github.storemaven.submission.DoctorFixture.APP;
import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.submission.Diagnosis.Check;
import io.github.storemaven.submission.Diagnosis.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor finds of an account and its product, and that the embedded Store answers as the reference has it. */
class DoctorTest {
    private static final List<String> ALL = List.of(
            "token",
            "role",
            "apps",
            "clock",
            "product",
            "lists",
            "published",
            "price",
            "rollout",
            "pending",
            "packages");

    @TempDir
    Path folder;

    private DoctorFixture fixture;

    @BeforeEach
    void open() throws Exception {
        fixture = new DoctorFixture(folder, EmbeddedStore.builder());
        fixture.store.add(FlightSeed.published(DoctorFixture.FLIGHT, "Testers", APP));
        fixture.store.add(AddonSeed.published(DoctorFixture.ADDON, "tide-premium", APP));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void allIsWellAndAsTheReferenceHasIt() throws Exception {
        fixture.examine();
        assertThat(fixture.names()).isEqualTo(ALL);
        assertThat(fixture.diagnosis.checks()).allMatch(check -> check.result() == Result.OK);
        assertThat(fixture.message("product")).startsWith("app " + APP + " (");
        assertThat(fixture.message("lists")).isEqualTo("1 flight and 1 add-on");
        assertThat(fixture.answers.answers()).isEqualTo(6);
        assertThat(fixture.answers.deviations()).isEmpty();
        assertThat(fixture.diagnosis.checks())
                .allSatisfy(check -> assertThat(check.line()).hasSizeLessThanOrEqualTo(73));
        assertThat(writes()).isZero();
    }

    @Test
    void aFlightAndAnAddOnAnswerAsTheReferenceHasItToo() throws Exception {
        fixture.selector = DoctorFixture.named(APP, DoctorFixture.FLIGHT, null);
        assertThat(fixture.examine().diagnosis.problems()).isEmpty();
        assertThat(fixture.answers.deviations()).isEmpty();
        assertThat(fixture.message("price")).isEqualTo("a flight has none");
        fixture.selector = DoctorFixture.named(null, null, DoctorFixture.ADDON);
        assertThat(fixture.examine().diagnosis.problems()).isEmpty();
        assertThat(fixture.answers.deviations()).isEmpty();
        assertThat(fixture.message("rollout")).isEqualTo("an add-on has none");
    }

    @Test
    void aDraftIsTold() throws Exception {
        leaveADraft();
        fixture.examine();
        assertThat(fixture.result("pending")).isEqualTo(Result.WARNING);
        assertThat(fixture.message("pending")).startsWith("a draft; submit takes or replaces it");
        assertThat(fixture.message("packages")).isEqualTo("the draft is of 2026-11-23");
        assertThat(fixture.answers.deviations()).isEmpty();
        fixture.release.time.sleep(Duration.ofDays(31));
        assertThat(fixture.examine().result("packages")).isEqualTo(Result.WARNING);
        assertThat(fixture.message("packages")).contains("2026-11-23", "older than 30 days", "onPending");
    }

    @Test
    void aDraftOfPartnerCenterIsAProblem() throws Exception {
        fixture.store.createInPartnerCenter(APP);
        fixture.examine();
        assertThat(fixture.result("pending")).isEqualTo(Result.PROBLEM);
        assertThat(fixture.message("pending")).contains("Partner Center", "https://partner.microsoft.com/");
        assertThat(fixture.diagnosis.problemText()).startsWith("store:doctor has found 1 problem\n  - pending: ");
        assertThat(fixture.answers.deviations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fail, PreProcessingFailed, submit deletes it first",
        "stuck, CommitStarted, wait for its end",
    })
    void aSubmissionOnItsWayOrFailedIsTold(String fault, String state, String advice) throws Exception {
        fixture.store
                .faults()
                .set(json(fault.equals("fail") ? "{'fault':'fail','state':'" + state + "'}" : "{'fault':'stuck'}"));
        fixture.release.packages = List.of(fixture.release.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
        fixture.release.waitFor = ReleaseOptions.WaitFor.NONE;
        fixture.release.run();
        fixture.release.time.sleep(Duration.ofHours(1));
        fixture.examine();
        assertThat(fixture.result("pending")).isEqualTo(Result.WARNING);
        assertThat(fixture.message("pending")).startsWith(state).contains(advice);
        assertThat(fixture.answers.deviations()).isEmpty();
    }

    @Test
    void anAppWithoutASubmissionIsAProblem() throws Exception {
        fixture.store.add(ApplicationSeed.unpublished("9PNEWAPPDEM1"));
        fixture.selector = DoctorFixture.named("9PNEWAPPDEM1", null, null);
        fixture.examine();
        assertThat(fixture.message("published")).contains("make the first submission in Partner Center");
        assertThat(fixture.message("price")).isEqualTo("not checked: nothing is published");
        assertThat(fixture.answers.deviations()).isEmpty();
    }

    @Test
    void aPriceThatCannotBeSentBackIsAProblem() throws Exception {
        rewrite("/submissions/\\d+$", "\"priceId\":\"Free\"", "\"priceId\":\"Base\"");
        assertThat(fixture.examine().result("price")).isEqualTo(Result.PROBLEM);
        assertThat(fixture.message("price")).contains("Base", "Partner Center");
    }

    @ParameterizedTest
    @CsvSource({
        "PackageRolloutInProgress, PROBLEM, in progress at 10 %",
        "PackageRolloutStopped, WARNING, halted",
        "PackageRolloutComplete, OK, finalized",
    })
    void aRolloutIsTold(String status, Result result, String message) throws Exception {
        rewrite(
                "/packagerollout$",
                "\\{.*",
                "{\"isPackageRollout\":true,\"packageRolloutPercentage\":10.0,\"packageRolloutStatus\":\"" + status
                        + "\",\"fallbackSubmissionId\":\"0\"}");
        assertThat(fixture.examine().result("rollout")).isEqualTo(result);
        assertThat(fixture.message("rollout")).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource({"30, OK", "-90, WARNING", "400, PROBLEM", "-86400, PROBLEM"})
    void theClockIsComparedWithTheServices(int seconds, Result result) throws Exception {
        fixture.skew = Duration.ofSeconds(seconds);
        assertThat(fixture.examine().result("clock")).isEqualTo(result);
        if (result != Result.OK) {
            assertThat(fixture.message("clock")).contains(seconds < 0 ? "fast" : "slow", "set it");
        }
    }

    @Test
    void anAppOfAnotherAccountIsToldWithThoseOfThisOne() throws Exception {
        fixture.selector = DoctorFixture.named("9POTHERAPP01", null, null);
        fixture.examine();
        assertThat(fixture.message("apps"))
                .startsWith("9POTHERAPP01 is not one of this account's 1 app: " + APP)
                .contains("store.applicationId");
        assertThat(fixture.message("product")).contains("HTTP 404");
        assertThat(fixture.message("pending")).isEqualTo("not checked: the product could not be read");
        assertThat(fixture.names()).isEqualTo(ALL);
    }

    @Test
    void anAccountWithoutAppsIsAProblem() throws Exception {
        rewriteStatus("/applications$", 404);
        assertThat(fixture.examine().message("apps")).contains("shows no app", "role Manager");
        assertThat(fixture.result("role")).isEqualTo(Result.OK);
    }

    @Test
    void anIdentityWithoutRightsIsToldAndTheProductIsAskedForAllTheSame() throws Exception {
        rewriteStatus("/applications$", 403);
        fixture.examine();
        assertThat(fixture.message("role")).contains("HTTP 403", "Manager");
        assertThat(fixture.message("apps")).isEqualTo("not checked: the Store did not list them");
        assertThat(fixture.result("product")).isEqualTo(Result.OK);
    }

    @Test
    void withoutAProductTheAccountIsExamined() throws Exception {
        fixture.selector = DoctorFixture.named(null, null, null);
        fixture.examine();
        assertThat(fixture.names()).isEqualTo(ALL);
        assertThat(fixture.message("apps")).isEqualTo("1 app");
        assertThat(fixture.message("product")).contains("store.applicationId");
        assertThat(fixture.diagnosis.problems()).isEmpty();
    }

    @Test
    void anAnswerThatNobodyForesawStopsNoOtherCheck() throws Exception {
        rewrite("/applications/" + APP + "$", "\"id\":\"\\d{19}\"", "\"id\":\"../../elsewhere\"");
        fixture.examine();
        assertThat(fixture.names()).isEqualTo(ALL);
        assertThat(fixture.message("product")).contains("cannot be read", "doctor.md");
        assertThat(fixture.result("apps")).isEqualTo(Result.OK);
    }

    @Test
    void alongMessageIsOneLineOf80Columns() {
        Check check = new Check("product", Result.PROBLEM, "The Store refused\nto answer " + "again ".repeat(40));
        assertThat(check.line()).hasSize(73).endsWith("...").startsWith("problem product      The Store refused to");
        assertThat(check.isWhole()).isFalse();
    }

    private void leaveADraft() throws Exception {
        fixture.release.packages = List.of(fixture.release.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
        fixture.release.commit = false;
        fixture.release.run();
        fixture.release.commit = true;
    }

    private long writes() {
        return fixture.release.requests().stream()
                .filter(request ->
                        request.path().startsWith("/v1.0/") && !request.method().equals("GET"))
                .count();
    }

    private void rewrite(String path, String part, String other) {
        fixture.rewriting = (request, response) -> request.uri().getPath().matches(".*" + path)
                ? DoctorFixture.with(response, body -> body.replaceAll("(?s)" + part, other))
                : response;
    }

    private void rewriteStatus(String path, int status) {
        fixture.rewriting = (request, response) -> request.uri().getPath().matches(".*" + path)
                ? new io.github.storemaven.http.Response(status, java.util.Map.of(), new byte[0])
                : response;
    }
}
