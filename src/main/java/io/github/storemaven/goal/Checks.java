package io.github.storemaven.goal;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Rules;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.OfflineChecks;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the offline rules for a goal, by its parameters. */
final class Checks {
    private static final String NO_SCREENSHOT = "IMG-06";

    private final AbstractWantedMojo mojo;

    Checks(AbstractWantedMojo mojo) {
        this.mojo = mojo;
    }

    /** The findings on all sources, files named from the project's folder. */
    Findings of(Sources sources) throws IOException {
        new SecretTexts(mojo.secrets(), sources.origin(), new FileFindings(sources.report())).check(sources.wanted());
        return told(new OfflineChecks(sources.wanted(), sources.origin(), sources.report())
                .sources(sources.packages(), new IdentityParameters(mojo).expected(), Instant.now()));
    }

    /** Names of rules that are none would turn nothing into a warning without a word. */
    void checkWarnOnly(Problems problems) {
        warnOnly()
                .filter(rule -> !Rules.isKnown(rule))
                .forEach(rule -> problems.add("store.warnOnly has no rule \"" + rule + "\""
                        + Rules.nearest(rule)
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse(": allowed are the rules that findings name, such as TXT-05")));
    }

    private Stream<String> warnOnly() {
        return mojo.warnOnly == null
                ? Stream.empty()
                : mojo.warnOnly.stream().filter(Objects::nonNull).map(String::strip);
    }

    /** The findings as the user wants them: some errors as warnings. */
    Findings told(Findings findings) {
        Set<String> allowed =
                warnOnly().filter(rule -> !rule.equals(Rules.FILE)).collect(Collectors.toUnmodifiableSet());
        return findings.warnOnly(allowed).relativeTo(mojo.folder());
    }

    /**
     * Stops a release whose merged document lacks something; what is only wanting is logged, once though the document may
     * be looked at twice.
     */
    BiFunction<JsonObject, JsonObject, Optional<String>> guard(Product product, Sources sources) {
        Set<Finding> known = new HashSet<>();
        return (published, merged) -> {
            Problems problems = new Problems();
            List<Finding> findings = told(OfflineChecks.presence(product, published, merged, sources.packages()))
                    .all();
            report(new Findings(findings.stream().filter(known::add).toList()), problems);
            if (mojo.rehearse && problems.lines().stream().anyMatch(line -> line.contains(NO_SCREENSHOT))) {
                problems.add(
                        "The rehearsal's app has no picture of yours. If the app in the Store has the screenshots, run"
                                + " store:pull and rehearse with its document:"
                                + " \"-Dstore.rehearseDocument=target/store/document.json\"");
            }
            return problems.message();
        };
    }

    /** Errors become problems, and warnings too where they fail the build; other warnings go to the log. */
    void report(Findings findings, Problems problems) {
        Secrets secrets = mojo.shared().secrets();
        findings.errors().forEach(finding -> problems.add(secrets.mask(finding.text())));
        findings.warnings().forEach(finding -> {
            String text = secrets.mask(finding.text());
            if (mojo.failOnWarning) {
                problems.add(text + " (a warning; store.failOnWarning is true)");
            } else {
                mojo.getLog().warn(text);
            }
        });
    }
}
