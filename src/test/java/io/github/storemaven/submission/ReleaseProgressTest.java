package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.submission.ReleaseOptions.OnPending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the next run does is said as onPending makes it. */
class ReleaseProgressTest {
    @ParameterizedTest
    @EnumSource
    void theSameCommandAloneGoesOnUnlessItWouldRefuse(OnPending onPending) {
        ReleaseProgress hint = new ReleaseProgress(ReleaseFixture.APP, onPending);
        String more = onPending == OnPending.FAIL ? "with \"-Dstore.onPending=resume\" " : "";

        hint.draft("12");
        assertThat(hint.resumeHint().orElseThrow())
                .startsWith("Draft 12 of app 9PAPPDEMO001 is kept in Partner Center; the same command " + more
                        + "resumes it. ");
        hint.committed("12", io.github.storemaven.service.SubmissionStatus.committed());
        assertThat(hint.resumeHint().orElseThrow())
                .startsWith(
                        "Submission 12 of app 9PAPPDEMO001 is committed, and the Store continues with it; the same command "
                                + more + "waits for it. ");
    }

    @Test
    void nothingInHandNeedsNoAdvice() {
        ReleaseProgress hint = new ReleaseProgress(ReleaseFixture.APP, OnPending.REPLACE);
        hint.draft("12");
        hint.gone();

        assertThat(hint.resumeHint()).isEmpty();
    }
}
