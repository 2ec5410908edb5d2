package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a value that is none of the allowed ones. */
class ParameterValuesTest {
    private final ConfigurationProblems problems = new ConfigurationProblems();
    private final ParameterValues values = new ParameterValues(problems);

    @ParameterizedTest
    @CsvSource({
        "published, 'did you mean \"publication\"?'",
        "comit, 'did you mean \"commit\"?'",
        "cert, 'allowed values: none, commit, certification, publication'",
        "no, 'allowed values: none, commit, certification, publication'"
    })
    void aWordThatIsNearIsAskedFor(String given, String end) {
        values.of(WaitFor.class, given, "waitFor");
        assertThat(problems.lines()).containsExactly("store.waitFor is \"" + given + "\"; " + end);
    }

    @ParameterizedTest
    @CsvSource({"30m, write PT30M", "2 hours, write PT2H", "7d, write P7D", "soon, use a duration such as PT30M or P2D"
    })
    void aDurationIsShownInItsForm(String given, String end) {
        assertThat(values.duration(given, "timeout")).isEmpty();
        assertThat(problems.lines()).containsExactly("store.timeout is \"" + given + "\"; " + end);
    }

    @Test
    void theRightFormIsTaken() {
        assertThat(values.duration("PT30M", "timeout")).isPresent();
        assertThat(values.of(WaitFor.class, "Commit", "waitFor")).isEqualTo(WaitFor.COMMIT);
        assertThat(problems.lines()).isEmpty();
    }
}
