package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the design's section 2, each cell: what is pending, and what onPending makes of it. */
class PendingTableTest extends AbstractReleaseTest {
    @BeforeEach
    void start() throws Exception {
        fixture = packageAndNotes();
    }

    @ParameterizedTest
    @EnumSource
    void aDraftOfPartnerCenterIsExplained(OnPending onPending) {
        fixture.store.createInPartnerCenter(APP);

        assertExplained(onPending, "made in Partner Center");
    }

    @Test
    void aDraftThatWasEditedInPartnerCenterIsReplaced() throws Exception {
        String edited = strangersDraft();
        fixture.store.editInPartnerCenter(APP);

        assertThat(fixture.run().submissionId()).isNotEqualTo(edited);
    }

    @Test
    void aDraftThatTheStoreDoesNotLetTheApiDeleteIsExplained() throws Exception {
        strangersDraft();
        Transport real = ReleaseFixture.NETWORK;
        Transport refusing = request -> request.method().equals("DELETE") ? invalidOperation() : real.send(request);

        assertThatThrownBy(() -> fixture.release(refusing).run())
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("made in Partner Center, and only there can it be deleted")
                .hasMessageContaining("https://partner.microsoft.com/");
    }

    @Test
    void aStateThatNobodyDocumentedIsLeftAlone() throws Exception {
        strangersDraft();
        fixture.patch = json("{'notesForCertification':'Log in as somebody else'}");
        Transport reviewing = request -> {
            Response answer = ReleaseFixture.NETWORK.send(request);
            String odd = answer.text().replace("\"PendingCommit\"", "\"Reviewing\"");
            return new Response(answer.status(), Map.of(), odd.getBytes(StandardCharsets.UTF_8));
        };

        assertThatThrownBy(() -> fixture.release(reviewing).run())
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("It is in the state Reviewing and has something else");
        assertThat(fixture.count("DELETE", "")).isZero();
    }

    @Test
    void aDraftThatWasEditedInPartnerCenterIsExplainedWhenItCannotBeUpdated() throws Exception {
        strangersDraft();
        fixture.store.editInPartnerCenter(APP);
        fixture.patch = json("{'notesForCertification':'Log in as somebody else'}");

        assertExplained(OnPending.RESUME, "It was made or edited in Partner Center. Delete it there");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAIL")
    void itsOwnDraftForTheSameRequestIsResumed(OnPending onPending) throws Exception {
        String own = interrupted();
        fixture.onPending = onPending;

        assertThat(fixture.run().submissionId()).isEqualTo(own);
        assertThat(fixture.count("DELETE", "")).isZero();
        assertThat(fixture.log).anyMatch(line -> line.contains("Resuming draft " + own + ", of an earlier run"));
        assertThat(fixture.log.stream().filter(line -> line.contains("+ notesForCertification")))
                .hasSize(2);
    }

    /** The edit is told before the Store is asked to take ours, whether this project has a note of the draft or not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEditOfPartnerCenterIsToldBeforeTheUpdate(boolean noted) throws Exception {
        String own = noted ? interrupted() : strangersDraft();
        fixture.onPending = OnPending.RESUME;
        fixture.log.clear();
        List<String> before = new ArrayList<>();
        Transport edited = request -> {
            if (BrokenCalls.call(request).equals("updateSubmission")) {
                before.addAll(fixture.log);
                return invalidOperation();
            }
            Response answer = ReleaseFixture.NETWORK.send(request);
            boolean ofDraft = request.uri().getPath().endsWith("/submissions/" + own);
            String text = answer.text();
            return ofDraft
                    ? new Response(
                            answer.status(),
                            Map.of(),
                            text.replaceAll("(\"visibility\": ?)\"Public\"", "$1\"Hidden\"")
                                    .getBytes(StandardCharsets.UTF_8))
                    : answer;
        };

        assertThatThrownBy(() -> fixture.release(edited).run())
                .hasMessageContaining("It was made or edited in Partner Center. Delete it there");
        assertThat(before)
                .anyMatch(line -> line.startsWith("WARN Resuming draft " + own)
                        && line.contains("It contains what this run does not send: ")
                        && line.contains("/visibility")
                        && line.contains("If it was edited in Partner Center, the API can no longer change"));
    }

    /** A run that ended between create and update has put nothing into its draft yet. */
    @Test
    void aDraftThatWasNeverUpdatedHoldsNothingOfOthers() throws Exception {
        Transport ending = request -> {
            if (BrokenCalls.call(request).equals("updateSubmission")) {
                throw new java.net.SocketException("Connection reset");
            }
            return ReleaseFixture.NETWORK.send(request);
        };
        assertThatThrownBy(() -> fixture.release(ending).run()).isInstanceOf(java.io.IOException.class);
        fixture.log.clear();
        fixture.run();

        assertThat(fixture.log)
                .anyMatch(line -> line.startsWith("Resuming draft ") && line.endsWith(", of an earlier run"));
    }

    @Test
    void itsOwnDraftIsExplainedByFail() throws Exception {
        interrupted();

        assertExplained(OnPending.FAIL, "onPending is fail");
    }

    /** Each asks for something else than the draft that is there; none of what it asked for is published. */
    @ParameterizedTest
    @ValueSource(strings = {"text taken out", "text changed", "parameter", "package", "package mode"})
    void itsOwnDraftForAnotherRequestIsReplaced(String change) throws Exception {
        fixture.patch = json("{'notesForCertification':'Log in as guest','visibility':'Private'}");
        String own = interrupted();
        fixture.patch = json("{'notesForCertification':'Log in as guest'}");
        switch (change) {
            case "text changed" -> fixture.patch = json("{'notesForCertification':'New','visibility':'Hidden'}");
            case "parameter" -> fixture.parameters = json("{'visibility':'Hidden'}");
            case "package" -> fixture.packages = List.of(fixture.packageFile("tide-1.2.0.0.msix", "1.2.0.0"));
            case "package mode" -> {
                fixture.patch = json("{'notesForCertification':'Log in as guest','visibility':'Private'}");
                fixture.mode = PackageMode.ADD;
            }
            default -> assertThat(change).isEqualTo("text taken out");
        }

        assertThat(fixture.run().submissionId()).isNotEqualTo(own);
        assertThat(fixture.count("DELETE", own)).isEqualTo(1);
        assertThat(fixture.log)
                .anyMatch(line -> line.contains("draft " + own + ", which an earlier run made for another request"));
        if (change.equals("text taken out")) {
            fixture.settle();
            assertThat(fixture.published()).contains("Log in as guest").doesNotContain("Private");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAIL")
    void aDraftWithoutANoteIsResumedWhenItHoldsWhatThisRunSends(OnPending onPending) throws Exception {
        String left = draft();
        assertThat(folder.resolve("store/draft.json")).doesNotExist();
        fixture.onPending = onPending;

        assertThat(fixture.run().submissionId()).isEqualTo(left);
        assertThat(fixture.count("DELETE", "")).isZero();
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
        assertThat(fixture.log).anyMatch(line -> line.contains("which has what this run sends"));
    }

    @Test
    void anotherDraftMadeByApiIsReplacedAndMayBeAnotherRuns() throws Exception {
        String stranger = strangersDraft();

        assertThat(fixture.run().submissionId()).isNotEqualTo(stranger);
        assertThat(fixture.count("DELETE", stranger)).isEqualTo(1);
        assertThat(fixture.log)
                .anyMatch(line -> line.contains("Deleting draft " + stranger
                        + " (store.onPending is replace). This project has no record of it"));
    }

    @Test
    void anotherDraftIsNotDeletedByARunThatStops() throws Exception {
        strangersDraft();
        fixture.guard = (published, merged) -> ReleaseFixture.problems("something is missing");

        assertThatThrownBy(fixture::run).hasMessage("something is missing");
        assertThat(fixture.count("DELETE", "")).isZero();
    }

    @Test
    void whatAnotherDraftHasBesidesIsAmongTheChangesWhenItIsResumed() throws Exception {
        fixture.patch = json("{'visibility':'Hidden'}");
        String stranger = draft();
        fixture.patch = json("{'notesForCertification':'Log in as guest'}");
        fixture.onPending = OnPending.RESUME;
        fixture.log.clear();

        assertThat(fixture.run().submissionId()).isEqualTo(stranger);
        assertThat(fixture.count("DELETE", "")).isZero();
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
        assertThat(fixture.log)
                .anyMatch(line -> line.startsWith("~ visibility ") && line.contains("Hidden"))
                .anyMatch(line -> line.contains("+ notesForCertification"))
                .anyMatch(line -> line.contains("tide-1.1.0.0.msix"));
        fixture.settle();
        assertThat(fixture.published()).contains("Hidden", "Log in as guest");
    }

    @Test
    void aPackageThatAnotherDraftRemovesIsKeptWhenItIsAskedFor() throws Exception {
        JsonObject published = publishedPackage();
        fixture.packages = List.of();
        fixture.patch = json("{'visibility':'Hidden','applicationPackages':[]}");
        draft();
        fixture.patch = json("{'applicationPackages':[{'id':'" + published.getString("id") + "'}]}");
        fixture.onPending = OnPending.RESUME;
        fixture.run();
        fixture.settle();

        assertThat(fixture.published()).contains("Hidden");
        assertThat(publishedPackage()).isEqualTo(published);
    }

    private JsonObject publishedPackage() {
        return fixture.store
                .published(APP)
                .orElseThrow()
                .getJsonArray("applicationPackages")
                .getJsonObject(0);
    }

    @Test
    void aDraftMadeByApiIsExplainedWhenItWaitsForFilesThatWeDoNotHave() throws Exception {
        strangersDraft();
        fixture.packages = List.of(fixture.packageFile("tide-1.2.0.0.msix", "1.2.0.0"));

        assertExplained(OnPending.RESUME, "files that this release does not send: tide-1.1.0.0.msix");
    }

    @Test
    void aDraftMadeByApiIsExplainedByFail() throws Exception {
        strangersDraft();

        assertExplained(OnPending.FAIL, "onPending is fail");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAIL")
    void whatIsOnItsWayAndEqualIsWaitedFor(OnPending onPending) throws Exception {
        String id = fixture.run().submissionId();
        fixture.onPending = onPending;
        fixture.waitFor = WaitFor.PUBLICATION;

        ReleaseResult outcome = fixture.run();

        assertThat(outcome.submissionId()).isEqualTo(id);
        assertThat(outcome.kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.count("PUT", "submissions")).isEqualTo(1);
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
    }

    @Test
    void whatIsOnItsWayAndEqualIsExplainedByFail() throws Exception {
        fixture.run();

        assertExplained(OnPending.FAIL, "has all that this release sends, and store.onPending is fail");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOnItsWayAndDifferentIsExplained(OnPending onPending) throws Exception {
        fixture.run();
        fixture.patch = json("{'notesForCertification':'Log in as somebody else'}");

        assertExplained(onPending, "has something else");
    }

    @Test
    void whatHasFailedIsReplaced() throws Exception {
        String failed = failed();

        assertThat(fixture.run().submissionId()).isNotEqualTo(failed);
        assertThat(fixture.count("DELETE", failed)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REPLACE")
    void whatHasFailedIsExplained(OnPending onPending) throws Exception {
        failed();

        assertExplained(onPending, "CommitFailed");
    }

    private static Response invalidOperation() {
        String body = "{\"code\":\"InvalidOperation\",\"message\":\"Ingestion API can only delete its own\"}";
        return new Response(400, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The draft of a run that ended before its commit. */
    private String interrupted() throws Exception {
        Transport ending = request -> {
            if (request.uri().getPath().endsWith("/commit")) {
                throw new java.net.SocketException("Connection reset");
            }
            return ReleaseFixture.NETWORK.send(request);
        };
        Release release = fixture.release(ending);
        assertThatThrownBy(release::run).isInstanceOf(java.io.IOException.class);
        String advice = release.resumeHint().orElseThrow();
        assertThat(advice).contains("the same command resumes it");
        return advice.replaceAll("Draft (\\d+) .*", "$1");
    }

    private String draft() throws Exception {
        fixture.commit = false;
        String id = fixture.run().submissionId();
        fixture.commit = true;
        return id;
    }

    /** A draft with the same package and another text, of which this project has no note. */
    private String strangersDraft() throws Exception {
        JsonObject ours = fixture.patch;
        fixture.patch = json("{'notesForCertification':'Log in as a stranger'}");
        String id = draft();
        fixture.patch = ours;
        return id;
    }

    private String failed() throws Exception {
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.7.msix", "1.1.0.7"));
        String id = fixture.run().submissionId();
        assertThat(fixture.store.pendingStatus(APP)).hasValue("CommitFailed");
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
        return id;
    }

    /** Says why and where, and has changed nothing. */
    private void assertExplained(OnPending onPending, String reason) {
        fixture.onPending = onPending;
        long changes = changes();

        assertThatThrownBy(fixture::run)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("https://partner.microsoft.com/dashboard/products/" + APP);
        assertThat(changes()).isEqualTo(changes);
    }

    private long changes() {
        return fixture.count("POST", "submissions")
                + fixture.count("PUT", "submissions")
                + fixture.count("DELETE", "submissions");
    }
}
