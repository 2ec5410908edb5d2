package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan says what submit would meet, and only reads. */
class PlannedReleaseTest extends AbstractReleaseTest {
    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder, EmbeddedStore.builder().pace(Duration.ofSeconds(10)));
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
    }

    @Test
    void nothingPendingIsNoMember() throws Exception {
        assertThat(fixture.planned().json()).doesNotContainKey("pending");
        assertThat(fixture.calls()).hasSize(2).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void aDraftOfPartnerCenterStopsSubmit() throws Exception {
        fixture.store.createInPartnerCenter(APP);
        PlannedRelease planned = fixture.planned();

        assertThat(planned.pending().orElseThrow().reason().orElseThrow())
                .contains("made in Partner Center", "https://partner.microsoft.com/");
        assertThat(planned.json().getJsonObject("pending").getString("status")).isEqualTo("PendingCommit");
        assertThat(planned.json().getJsonObject("pending").getString("submissionId"))
                .isEqualTo(planned.pending().get().submissionId());
        assertThat(planned.json().getJsonObject("pending").getBoolean("stopsSubmit"))
                .isTrue();
        assertThat(fixture.calls()).hasSize(3).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void whatIsInTheWayOfNothingStopsNothing() throws Exception {
        fixture.store.createInPartnerCenter(APP);
        fixture.packages = List.of();
        fixture.patch = json("{'visibility':'Public'}");

        assertThat(stopsSubmit()).isFalse();
        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.ALREADY_PUBLISHED);
    }

    @Test
    void aDraftThatSubmitDeletesOrResumesStopsNothing() throws Exception {
        fixture.commit = false;
        fixture.run();
        assertThat(stopsSubmit()).isFalse();
        fixture.patch = json("{'visibility':'Hidden'}");
        assertThat(stopsSubmit()).isFalse();
        fixture.onPending = OnPending.FAIL;
        assertThat(stopsSubmit()).isTrue();
    }

    @Test
    void anotherSubmissionOnItsWayStopsSubmitAndTheSameDoesNot() throws Exception {
        fixture.waitFor = WaitFor.NONE;
        fixture.run();
        assertThat(stopsSubmit()).isFalse();
        fixture.patch = json("{'visibility':'Hidden'}");
        assertThat(stopsSubmit()).isTrue();
    }

    @Test
    void aResumedDraftIsShownAgainstWhatIsPublished() throws Exception {
        fixture.patch = json("{'visibility':'Hidden'}");
        fixture.commit = false;
        fixture.run();
        fixture.patch = json("{'notesForCertification':'Log in as guest'}");
        fixture.onPending = OnPending.RESUME;

        assertThat(fixture.planned().plan().changes())
                .extracting(change -> change.path())
                .contains("/visibility", "/notesForCertification");
    }

    private boolean stopsSubmit() throws Exception {
        return fixture.planned().json().getJsonObject("pending").getBoolean("stopsSubmit");
    }
}
