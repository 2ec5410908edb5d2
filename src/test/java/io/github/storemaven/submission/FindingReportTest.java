package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which findings the log has and which the message that ends a goal. */
class FindingReportTest {
    private static final Finding LONG = finding("TXT-01", Severity.ERROR, "description.txt", "too long");
    private static final Finding BLANK = finding("TXT-20", Severity.WARNING, "description.txt", "has blanks");
    private static final Finding SMALL = finding("IMG-01", Severity.ERROR, "images", "too small");
    private static final Finding FEW = finding("IMG-06", Severity.ADVICE, "images", "1 screenshot");

    private final List<String> lines = new ArrayList<>();
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @Test
    void severalAreInTheLogByFileAndTheMessageHasTheFirst() {
        report(false).tellWithAdvice(findings(SMALL, FEW, BLANK, LONG), problems);

        assertThat(lines)
                .containsExactly(
                        "ERROR description.txt: too long (TXT-01)",
                        "WARN description.txt: has blanks (TXT-20)",
                        "ERROR images: too small (IMG-01)",
                        "INFO Advice: images: 1 screenshot (IMG-06)");
        assertThat(problems.message())
                .contains("2 errors, nothing was sent. All are above; the first:\n"
                        + "  description.txt: too long (TXT-01)");
    }

    @Test
    void aSingleOneIsOnlyInTheMessage() {
        report(false).tell(findings(LONG, BLANK, FEW), problems);

        assertThat(lines).containsExactly("WARN description.txt: has blanks (TXT-20)");
        assertThat(problems.message("nothing was committed"))
                .contains("description.txt: too long (TXT-01). Nothing was committed");
    }

    @Test
    void aQuestionKeepsItsMark() {
        report(false).tell(findings(Finding.ofFile("notes.txt", "", "did you mean title.txt?")), problems);

        assertThat(problems.message()).contains("notes.txt: did you mean title.txt? Nothing was sent");
    }

    @Test
    void warningsThatFailTheBuildAreToldAsErrors() {
        report(true).tell(findings(LONG, BLANK), problems);

        assertThat(lines)
                .containsExactly(
                        "ERROR description.txt: too long (TXT-01)",
                        "ERROR description.txt: has blanks (TXT-20) (a warning; store.failOnWarning is true)");
    }

    @Test
    void moreLinesOfAProblemBelongToTheirBullet() {
        problems.add("store.timeout is \"soon\"");
        problems.add("No credentials for the Store\n- On your machine: write");
        assertThat(problems.message())
                .hasValue(
                        "2 problems, nothing was sent:\n  - store.timeout is \"soon\"\n  - No credentials for the Store\n"
                                + "    - On your machine: write");
    }

    @Test
    void problemsOfTheConfigurationAreInTheMessageAsWell() {
        problems.add("store.x is wrong");
        report(false).tell(findings(LONG, SMALL), problems);
        ConfigurationProblems all = new ConfigurationProblems();
        all.addAll(problems);
        all.note("Try again.");

        assertThat(all.message())
                .contains("3 problems, nothing was sent:\n  - store.x is wrong\n"
                        + "  - 2 errors that are above; the first is description.txt: too long (TXT-01)\nTry again.");
        assertThat(all.lines()).hasSize(3);
    }

    private static Finding finding(String rule, Severity severity, String file, String message) {
        return new Finding(rule, severity, file, "", message);
    }

    private static Findings findings(Finding... findings) {
        return new Findings(List.of(findings));
    }

    private FindingReport report(boolean failOnWarning) {
        return new FindingReport(failOnWarning, line -> line, new ReleaseLog() {
            @Override
            public void info(String line) {
                lines.add("INFO " + line);
            }

            @Override
            public void warn(String line) {
                lines.add("WARN " + line);
            }

            @Override
            public void error(String line) {
                lines.add("ERROR " + line);
            }
        });
    }
}
