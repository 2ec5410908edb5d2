package io.github.storemaven.goal;

import io.github.storemaven.check.ExpectedIdentity;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Report;
import io.github.storemaven.submission.OfflineChecks;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Runs the offline rules for a goal, by its parameters. */
final class Checks {
    private final AbstractWantedMojo mojo;

    Checks(AbstractWantedMojo mojo) {
        this.mojo = mojo;
    }

    /** The findings on all sources, files named from the project's folder. */
    Findings of(Sources sources) throws IOException {
        return told(new OfflineChecks(sources.wanted(), sources.origin(), new Report())
                .sources(sources.packages(), expected(), Instant.now()));
    }

    /** The findings as the user wants them: some errors as warnings. */
    Findings told(Findings findings) {
        List<String> rules = mojo.warnOnly == null ? List.of() : mojo.warnOnly;
        return findings.warnOnly(Set.copyOf(rules)).relativeTo(mojo.folder());
    }

    /** Errors become problems, and warnings too where they fail the build; other warnings go to the log. */
    void report(Findings findings, Problems problems) {
        findings.errors().forEach(finding -> problems.add(finding.text()));
        findings.warnings().forEach(finding -> {
            if (mojo.failOnWarning) {
                problems.add(finding.text() + " (a warning; store.failOnWarning is true)");
            } else {
                mojo.getLog().warn(finding.text());
            }
        });
    }

    private ExpectedIdentity expected() {
        return new ExpectedIdentity(
                Problems.given(mojo.packageIdentityName),
                Problems.given(mojo.publisher),
                Problems.given(mojo.publisherDisplayName),
                Problems.given(mojo.packageFamilyName));
    }
}
