package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the next run does is said as onPending makes it. */
class SubmissionInHandTest {
    @ParameterizedTest
    @EnumSource
    void theSameCommandAloneGoesOnUnlessItWouldRefuse(OnPending onPending) {
        SubmissionInHand inHand = new SubmissionInHand(ReleaseFixture.APP, onPending);
        String more = onPending == OnPending.FAIL ? "with \"-Dstore.onPending=resume\" " : "";

        inHand.draft("12");
        assertThat(inHand.howToGoOn().orElseThrow())
                .startsWith(
                        "Draft 12 of app 9PAPPDEMO001 stays in the Store; the same command " + more + "resumes it. ");
        inHand.committed("12");
        assertThat(inHand.howToGoOn().orElseThrow())
                .startsWith(
                        "Submission 12 of app 9PAPPDEMO001 is committed and on its way in the Store; the same command "
                                + more + "waits for it. ");
    }

    @Test
    void nothingInHandNeedsNoAdvice() {
        SubmissionInHand inHand = new SubmissionInHand(ReleaseFixture.APP, OnPending.REPLACE);
        inHand.draft("12");
        inHand.none();

        assertThat(inHand.howToGoOn()).isEmpty();
    }
}
