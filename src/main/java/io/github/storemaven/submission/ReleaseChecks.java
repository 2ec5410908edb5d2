package io.github.storemaven.submission;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Rules;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Runs the rules for a release and passes on what they find: some errors as warnings, some warnings as errors. */
public final class ReleaseChecks {
    private static final String NO_SCREENSHOT = "IMG-06";

    private final ReleaseConfiguration configuration;
    private final Secrets secrets;
    private final boolean rehearsal;
    private final ReleaseLog log;

    /** @param secrets of this build, which no text may hold and no message shows */
    public ReleaseChecks(ReleaseConfiguration configuration, Secrets secrets, boolean rehearsal, ReleaseLog log) {
        this.configuration = configuration;
        this.secrets = secrets;
        this.rehearsal = rehearsal;
        this.log = log;
    }

    /** The findings on all sources, files named from the project's folder. */
    public Findings sources(ReleaseRequestReader.Result sources) throws IOException {
        new SecretTexts(secrets, sources.origin(), new FileFindings(sources.report())).check(sources.request());
        return withSeverities(new OfflineChecks(sources.request(), sources.origin(), sources.report())
                .sources(sources.packages(), configuration.identity().expected(), Instant.now()));
    }

    /** The findings as the user wants them: some errors as warnings. */
    public Findings withSeverities(Findings findings) {
        Set<String> allowed = configuration.warnOnly().stream()
                .map(String::strip)
                .filter(rule -> !rule.equals(Rules.FILE))
                .collect(Collectors.toUnmodifiableSet());
        return findings.warnOnly(allowed).relativeTo(configuration.folder());
    }

    /**
     * Looks at a merged document beside the published one, and tells what it lacks; what is only wanting is logged, once
     * though the document may be looked at twice.
     */
    public BiFunction<JsonObject, JsonObject, ConfigurationProblems> merged(
            ProductType type, List<PackageInfo> packages) {
        Set<Finding> known = new HashSet<>();
        return (published, merged) -> {
            ConfigurationProblems problems = new ConfigurationProblems();
            List<Finding> findings = withSeverities(OfflineChecks.presence(type, published, merged, packages))
                    .all();
            report(new Findings(findings.stream().filter(known::add).toList()), problems);
            if (rehearsal && problems.lines().stream().anyMatch(line -> line.contains(NO_SCREENSHOT))) {
                problems.add(
                        "The rehearsal's app has no picture of yours. If the app in the Store has the screenshots, run"
                                + " store:pull and rehearse with its document:"
                                + " \"-Dstore.rehearseDocument=target/store/document.json\"");
            }
            return problems;
        };
    }

    /** Errors become problems, and warnings too where they fail the build; other warnings go to the log. */
    public void report(Findings findings, ConfigurationProblems problems) {
        findings.errors().forEach(finding -> problems.add(secrets.mask(finding.text())));
        findings.warnings().forEach(finding -> {
            String text = secrets.mask(finding.text());
            if (configuration.failOnWarning()) {
                problems.add(text + " (a warning; store.failOnWarning is true)");
            } else {
                log.warn(text);
            }
        });
    }
}
