package io.github.storemaven.submission;

import static io.github.storemaven.document.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of the design's section 2, each cell: what is pending, and what onPending makes of it. */
class PendingTableTest {
    private static final String APP = "9PAPPDEMO001";

    @TempDir
    Path folder;

    private ReleaseFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder, EmbeddedStore.builder().pace(Duration.ofSeconds(10)));
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
        fixture.patch = json("{'notesForCertification':'Log in as guest'}");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource
    void aDraftOfPartnerCenterIsExplained(OnPending onPending) {
        fixture.store.createInPartnerCenter(APP);

        explained(onPending, onPending == OnPending.FAIL ? "onPending is fail" : "made in Partner Center");
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
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("made in Partner Center, where alone it can be deleted")
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
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("It is in the state Reviewing and holds something else");
        assertThat(fixture.count("DELETE", "")).isZero();
    }

    @Test
    void aDraftThatWasEditedInPartnerCenterIsExplainedWhenItCannotBeUpdated() throws Exception {
        strangersDraft();
        fixture.store.editInPartnerCenter(APP);
        fixture.patch = json("{'notesForCertification':'Log in as somebody else'}");

        explained(OnPending.RESUME, "It was made or edited in Partner Center; delete it there");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAIL")
    void itsOwnDraftWithTheSameFilesIsGoneOnWith(OnPending onPending) throws Exception {
        String own = draft();
        fixture.onPending = onPending;

        assertThat(fixture.run().submissionId()).isEqualTo(own);
        assertThat(fixture.count("DELETE", "")).isZero();
        assertThat(fixture.log).anyMatch(line -> line.contains("of an earlier run"));
    }

    @Test
    void itsOwnDraftIsExplainedByFail() throws Exception {
        draft();

        explained(OnPending.FAIL, "onPending is fail");
    }

    @Test
    void itsOwnDraftWithOtherFilesIsReplaced() throws Exception {
        String own = draft();
        fixture.packages = List.of(fixture.packageFile("tide-1.2.0.0.msix", "1.2.0.0"));

        assertThat(fixture.run().submissionId()).isNotEqualTo(own);
        assertThat(fixture.count("DELETE", own)).isEqualTo(1);
    }

    @Test
    void aDraftMadeByApiIsReplaced() throws Exception {
        String stranger = strangersDraft();

        assertThat(fixture.run().submissionId()).isNotEqualTo(stranger);
        assertThat(fixture.count("DELETE", stranger)).isEqualTo(1);
    }

    @Test
    void aDraftMadeByApiIsGoneOnWithWhenItsFilesAreOurs() throws Exception {
        String stranger = strangersDraft();
        fixture.onPending = OnPending.RESUME;

        assertThat(fixture.run().submissionId()).isEqualTo(stranger);
        assertThat(fixture.count("DELETE", "")).isZero();
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
    }

    @Test
    void aDraftMadeByApiIsExplainedWhenItWaitsForFilesThatWeDoNotHave() throws Exception {
        strangersDraft();
        Files.delete(folder.resolve("tide-1.1.0.0.msix"));
        fixture.packages = List.of(fixture.packageFile("tide-1.2.0.0.msix", "1.2.0.0"));

        explained(OnPending.RESUME, "files that this project does not have: tide-1.1.0.0.msix");
    }

    @Test
    void aDraftMadeByApiIsExplainedByFail() throws Exception {
        strangersDraft();

        explained(OnPending.FAIL, "onPending is fail");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAIL")
    void whatIsOnItsWayAndEqualIsWaitedFor(OnPending onPending) throws Exception {
        String id = fixture.run().submissionId();
        fixture.onPending = onPending;
        fixture.waitFor = WaitFor.PUBLICATION;

        Outcome outcome = fixture.run();

        assertThat(outcome.submissionId()).isEqualTo(id);
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.RELEASED);
        assertThat(fixture.count("PUT", "submissions")).isEqualTo(1);
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
    }

    @Test
    void whatIsOnItsWayAndEqualIsExplainedByFail() throws Exception {
        fixture.run();

        explained(OnPending.FAIL, "holds what is wanted, and onPending is fail");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOnItsWayAndDifferentIsExplained(OnPending onPending) throws Exception {
        fixture.run();
        fixture.patch = json("{'notesForCertification':'Log in as somebody else'}");

        explained(onPending, "holds something else");
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

        explained(onPending, "CommitFailed");
    }

    private static Response invalidOperation() {
        String body = "{\"code\":\"InvalidOperation\",\"message\":\"Ingestion API can only delete its own\"}";
        return new Response(400, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private String draft() throws Exception {
        fixture.commit = false;
        String id = fixture.run().submissionId();
        fixture.commit = true;
        return id;
    }

    private String strangersDraft() throws Exception {
        String id = draft();
        Files.delete(folder.resolve("store/draft.json"));
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
    private void explained(OnPending onPending, String reason) {
        fixture.onPending = onPending;
        long changes = changes();

        assertThatThrownBy(fixture::run)
                .isInstanceOf(ReleaseRefused.class)
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
