package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.service.SubmissionStatus;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands between the merged document and the PUT. */
class ReleaseGuardTest extends AbstractReleaseTest {
    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder);
        fixture.patch = json("{'notesForCertification':'Log in as guest'}");
    }

    @Test
    void aRefusedDocumentIsRefusedBeforeThereIsADraft() {
        fixture.guard = (published, merged) -> ReleaseFixture.problems("something is missing");

        assertThatThrownBy(() -> fixture.run())
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessage("something is missing");
        assertThat(fixture.calls()).hasSize(2).allMatch(call -> call.startsWith("GET "));
        assertThat(fixture.store.pending(APP)).isEmpty();
    }

    @Test
    void theGuardSeesTheStoresDocumentWithWhatIsWanted() throws Exception {
        JsonObject[] seen = new JsonObject[1];
        fixture.guard = (published, merged) -> {
            seen[0] = merged;
            return ReleaseFixture.problems();
        };
        fixture.run();

        assertThat(seen[0].getString("notesForCertification")).isEqualTo("Log in as guest");
        assertThat(OfflineChecks.presence(
                                ReleaseFixture.APP.type(),
                                language -> Optional.empty(),
                                JsonValue.EMPTY_JSON_OBJECT,
                                seen[0],
                                List.of())
                        .errors())
                .isEmpty();
    }

    @Test
    void theWarningThatComesWithEverySubmissionIsNotShownAfterSuccess() {
        SubmissionStatus status = new SubmissionStatus(
                "Published",
                json("{'warnings':[{'code':'SalesUnsupportedWarning','details':'x'},"
                        + "{'code':'ListingOptInWarning','details':'de-de'}]}"));

        assertThat(StatusReport.lines(status)).hasSize(2);
        assertThat(StatusReport.linesAfterSuccess(status))
                .singleElement()
                .asString()
                .contains("ListingOptInWarning");
    }

    @Test
    void aLanguageThatWasAddedIsNoWarningAfterARelease() {
        SubmissionStatus status = new SubmissionStatus(
                "Published",
                json("{'warnings':[{'code':'ListingOptOutWarning','details':'A listing was removed: fr-fr'},"
                        + "{'code':'ListingOptInWarning','details':'A listing was added: de-de'}]}"));

        assertThat(StatusReport.linesAfterRelease(status))
                .singleElement()
                .asString()
                .contains("ListingOptOutWarning");
        assertThat(StatusReport.addedListings(status)).containsExactly("A listing was added: de-de");
    }
}
