package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.document.Difference;
import io.github.storemaven.document.MergePatch;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sequence of design section 2 against the embedded Store. */
class ReleaseTest extends AbstractReleaseTest {
    @BeforeEach
    void start() throws Exception {
        fixture = packageAndNotes();
    }

    @Test
    void commitsOnceWithSixCallsBeforeTheFirstPoll() throws Exception {
        ReleaseResult outcome = fixture.run();

        assertThat(outcome.kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.calls().subList(0, 7))
                .containsExactly(
                        "GET applications/9PAPPDEMO001 200",
                        "GET applications/9PAPPDEMO001/submissions/ 200",
                        "POST applications/9PAPPDEMO001/submissions 201",
                        "PUT applications/9PAPPDEMO001/submissions/ 200",
                        "GET applications/9PAPPDEMO001/submissions/ 200",
                        "POST applications/9PAPPDEMO001/submissions//commit 202",
                        "GET applications/9PAPPDEMO001/submissions//status 200");
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
    }

    @Test
    void publishesWhatWasAskedForAndChangesNothingElse() throws Exception {
        JsonObject before = fixture.store.published("9PAPPDEMO001").orElseThrow();
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.run();

        JsonObject after = fixture.store.published("9PAPPDEMO001").orElseThrow();
        assertThat(after.getString("notesForCertification")).isEqualTo("Log in as guest");
        assertThat(after.getJsonArray("applicationPackages").getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getString("version"))
                .containsExactly("1.1.0.0");
        assertThat(Difference.between(before, after))
                .extracting(change -> change.path().replaceAll("\\d+.*", ""))
                .containsOnly("/notesForCertification", "/applicationPackages/");
    }

    @Test
    void saysThatASecondRunIsPublishedAlreadyAndOnlyReads() throws Exception {
        fixture.waitFor = WaitFor.PUBLICATION;
        String published = fixture.run().submissionId();

        int before = fixture.calls().size();

        ReleaseResult second = fixture.run();

        assertThat(fixture.calls().subList(before, fixture.calls().size()))
                .containsExactly("GET applications/9PAPPDEMO001 200", "GET applications/9PAPPDEMO001/submissions/ 200");
        assertThat(second.kind()).isEqualTo(ReleaseResult.Kind.ALREADY_PUBLISHED);
        assertThat(fixture.log)
                .anyMatch(line -> line.contains("Not sent: tide-1.1.0.0.msix (version 1.1.0.0, x64)")
                        && line.contains("another build of the same version is not sent"));
        assertThat(second.submissionId()).isEqualTo(published);
        assertThat(fixture.store.pending("9PAPPDEMO001")).isEmpty();
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
    }

    @Test
    void whatTheStoreFillsInIsNoLossAndNoChangeOfTheNextRun() throws Exception {
        fixture.patch = json("{'applicationCategory':'Games_Strategy','gamingOptions':[{'genres':['Games_Strategy']}],"
                + "'targetPublishDate':'1601-01-01','hardwarePreferences':['Touch','Mouse'],"
                + "'notesForCertification':'one\\ntwo '}");
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.run();
        fixture.patch = json("{'applicationCategory':'Games_Strategy','gamingOptions':[{'genres':['Games_Strategy']}],"
                + "'targetPublishDate':'1601-01-01T02:00:00+02:00','hardwarePreferences':['Mouse','Touch'],"
                + "'notesForCertification':'one\\r\\ntwo'}");

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.ALREADY_PUBLISHED);
    }

    /** A document from before the Store completed such elements: it does so with the copy that it gets back. */
    @Test
    void aPublishedElementThatTheStoreCompletesIsNoLossWhateverThePatch() throws Exception {
        JsonObject sparse = json("{'gamingOptions':[{'genres':[]}]}");
        List<String> updates = new ArrayList<>();
        Transport old = request -> {
            Response answer = ReleaseFixture.NETWORK.send(request);
            if (request.method().equals("PUT") && request.uri().getPath().contains("/submissions/")) {
                updates.add(request.method());
            }
            boolean document = request.uri().getPath().matches(".*/submissions(/\\d+)?");
            return document && updates.isEmpty() ? patched(answer, sparse) : answer;
        };

        assertThat(fixture.release(old).run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        fixture.settle();
        assertThat(updates).hasSize(1);
        assertThat(fixture.published()).contains("Log in as guest", "\"kinectDataForExternal\":\"NotSet\"");
    }

    private static Response patched(Response answer, JsonObject patch) {
        JsonObject document = json(answer.text());
        byte[] body = MergePatch.apply(document, patch).toString().getBytes(StandardCharsets.UTF_8);
        return new Response(answer.status(), Map.of(), body);
    }

    @Test
    void aChangeOfPriceIsAWarningBeforeItIsSent() throws Exception {
        fixture.patch = json("{'pricing':{'priceId':'Tier20'}}");
        fixture.run();

        assertThat(fixture.log).anyMatch(line -> line.matches(".*The price changes: \\w+ -> Tier20"));
    }

    @Test
    void onlyWaitsWhenTheSameReleaseIsOnItsWay() throws Exception {
        fixture.run();

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
        assertThat(fixture.log).anyMatch(line -> line.contains("has all that this release sends already"));
    }

    @Test
    void explainsWhenAnotherReleaseIsOnItsWay() throws Exception {
        fixture.run();
        fixture.packages = List.of(fixture.packageFile("tide-1.2.0.0.msix", "1.2.0.0"));

        assertThatThrownBy(fixture::run)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("is pending already")
                .hasMessageContaining("has something else")
                .hasMessageContaining("https://partner.microsoft.com/");
    }

    @Test
    void leavesADraftWhenAskedTo() throws Exception {
        fixture.commit = false;

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.DRAFTED);
        assertThat(fixture.store.pendingStatus("9PAPPDEMO001")).hasValue("PendingCommit");
        assertThat(fixture.count("POST", "/commit")).isZero();
    }

    @Test
    void explainsADraftThatWasMadeInPartnerCenter() {
        fixture.store.createInPartnerCenter("9PAPPDEMO001");

        assertThatThrownBy(fixture::run)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("made in Partner Center");
        assertThat(fixture.count("DELETE", "")).isZero();
    }

    @Test
    void touchesNoDraftWhenToldToFail() throws Exception {
        fixture.commit = false;
        fixture.run();
        fixture.onPending = OnPending.FAIL;

        assertThatThrownBy(fixture::run)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("onPending is fail");
        assertThat(fixture.count("DELETE", "")).isZero();
    }

    @Test
    void reportsWhatTheStoreRefused() throws Exception {
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.7.msix", "1.1.0.7"));

        ReleaseResult outcome = fixture.run();

        assertThat(outcome.kind()).isEqualTo(ReleaseResult.Kind.FAILED);
        assertThat(StatusReport.refusal(outcome))
                .contains("PackageValidationFailed")
                .contains("https://partner.microsoft.com/dashboard/products/9PAPPDEMO001/submissions/");
    }

    @Test
    void deletesAndMakesAnewWhatHasFailed() throws Exception {
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.7.msix", "1.1.0.7"));
        fixture.run();
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
    }

    @Test
    void stopsBeforeThePriceIsLostAndCreatesNothing() throws Exception {
        JsonObject paid = MergePatch.apply(
                fixture.store.published("9PAPPDEMO001").orElseThrow(), json("{'pricing':{'priceId':'Base'}}"));
        fixture.product = new io.github.storemaven.service.Product.Application("9PPAIDAPP001");
        fixture.store.add(ApplicationSeed.published("9PPAIDAPP001").document(paid));

        assertThatThrownBy(fixture::run)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("is Base");
        assertThat(fixture.count("POST", "submissions")).isZero();
        assertThat(fixture.store.pending("9PPAIDAPP001")).isEmpty();
    }

    @Test
    void tellsWhyItGaveUpEvenWhereTheDraftCannotBeDeleted() {
        fixture.patch = json("{'applicationCategory':'NoSuchCategory'}");
        Transport real = ReleaseFixture.NETWORK;
        Transport broken = request ->
                request.method().equals("DELETE") ? new Response(500, Map.of(), new byte[0]) : real.send(request);

        assertThatThrownBy(() -> fixture.release(broken).run())
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("InvalidParameterValue");
        assertThat(fixture.log).anyMatch(line -> line.matches("WARN Draft \\d+ is kept: .*"));
    }

    @Test
    void deletesItsDraftAfterAPutThatTheStoreRefuses() {
        fixture.patch = json("{'applicationCategory':'NoSuchCategory','visibility':'Sideways'}");

        assertThatThrownBy(fixture::run)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("InvalidParameterValue")
                .hasMessageContaining("Correlation id")
                .hasMessageEndingWith("/products/9PAPPDEMO001/overview");
        assertThat(fixture.store.pending("9PAPPDEMO001")).isEmpty();
    }

    @Test
    void commitsTextsWithoutAnUpload() throws Exception {
        fixture.packages = List.of();

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.requests())
                .noneMatch(request -> request.query() != null && request.query().contains("comp="));
    }

    @Test
    void waitsOverEveryStateUntilPublication() throws Exception {
        fixture.waitFor = WaitFor.PUBLICATION;

        assertThat(fixture.run().status().name()).isEqualTo("Published");
        assertThat(fixture.log.stream().filter(line -> line.contains(" -> ") && line.contains(" after ")))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void endsInReleaseWhenAPersonHasToPublish() throws Exception {
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.parameters = json("{'targetPublishMode':'Manual'}");

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.AWAITS_MANUAL_PUBLISH);
    }

    @Test
    void endsAtTheTimeoutAndNamesIt() {
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.timeout = Duration.ofSeconds(15);

        assertThatThrownBy(fixture::run)
                .isInstanceOf(StatusPoller.TimedOutException.class)
                .hasMessageContaining("store.timeout");
    }

    @Test
    void takesNothingToHeartThatIsTheStoresOwn() throws Exception {
        JsonObject whole = fixture.store.published("9PAPPDEMO001").orElseThrow();
        fixture.packages = List.of();
        fixture.patch = whole;

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.ALREADY_PUBLISHED);
        assertThat(whole.get("applicationPackages")).isNotEqualTo(JsonValue.NULL);
    }
}
