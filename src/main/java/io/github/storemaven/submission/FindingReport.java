package io.github.storemaven.submission;

import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Severity;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Tells findings to the log, by file, each with its severity; those that fail the build are problems as well. A single one of
 * them is left to the message that ends the goal.
 *
 * @param failOnWarning whether warnings fail the build, too
 * @param masked a line without secrets
 */
public record FindingReport(boolean failOnWarning, UnaryOperator<String> masked, ReleaseLog log) {
    /** Tells errors and warnings. */
    public void tell(Findings findings, ConfigurationProblems problems) {
        tell(findings, false, problems);
    }

    /** Tells errors, warnings and advice. */
    void tellWithAdvice(Findings findings, ConfigurationProblems problems) {
        tell(findings, true, problems);
    }

    private void tell(Findings findings, boolean withAdvice, ConfigurationProblems problems) {
        List<String> failing = findings.lines().stream()
                .filter(line -> fails(line.severity()))
                .map(this::text)
                .toList();
        for (Findings.Line line : findings.lines()) {
            if (fails(line.severity())) {
                if (failing.size() > 1) {
                    log.error(text(line));
                }
            } else if (line.severity() == Severity.WARNING) {
                log.warn(text(line));
            } else if (withAdvice) {
                log.info("Advice: " + text(line));
            }
        }
        problems.addFindings(failing);
    }

    private boolean fails(Severity severity) {
        return severity == Severity.ERROR || (severity == Severity.WARNING && failOnWarning);
    }

    private String text(Findings.Line line) {
        boolean isWarning = line.severity() == Severity.WARNING && failOnWarning;
        return masked.apply(line.text()) + (isWarning ? " (a warning; store.failOnWarning is true)" : "");
    }
}
