package io.github.storemaven.submission;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.json.JsonSyntaxException;

/**
 * What cannot be read, as findings of the rule FILE: so they are with all other findings in {@code validation.json}.
 * They are errors whatever the configuration says, because a release would leave something out.
 */
public record FileFindings(FindingCollector report) {
    void add(Finding finding) {
        report.add(finding);
    }

    void add(JsonSyntaxException problem) {
        add(problem.source(), problem.location(), problem.reason());
    }

    public void add(String file, String place, String message) {
        report.add(Finding.ofFile(file, place, message));
    }
}
