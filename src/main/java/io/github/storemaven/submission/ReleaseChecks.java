package io.github.storemaven.submission;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Rules;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Runs the rules for a release and passes on what they find: some errors as warnings, some warnings as errors. */
public final class ReleaseChecks {
    private static final String NO_SCREENSHOT = "IMG-06";
    private static final String UNSERVED = "VER-10";

    private final ReleaseConfiguration configuration;
    private final Secrets secrets;
    private final boolean rehearsal;
    private final ReleaseLog log;
    private final Set<Finding> advice = new HashSet<>();

    /** @param secrets of this build, which no text may hold and no message shows */
    public ReleaseChecks(ReleaseConfiguration configuration, Secrets secrets, boolean rehearsal, ReleaseLog log) {
        this.configuration = configuration;
        this.secrets = secrets;
        this.rehearsal = rehearsal;
        this.log = log;
    }

    /** The findings on all sources, files named from the project's folder. */
    public Findings sources(ReleaseRequestReader.Result sources) throws IOException {
        return withSeverities(
                sources,
                check(sources)
                        .sources(sources.packages(), configuration.identity().expected(), Instant.now()));
    }

    /** The same with advice on the store folder, for which a release looks at what the Store has as well. */
    public Findings sourcesWithAdvice(ReleaseRequestReader.Result sources) throws IOException {
        sources(sources);
        return withSeverities(sources, check(sources).advice());
    }

    /** Without what concerns versions where packages of several were found, which is an error with another remedy. */
    private Findings withSeverities(ReleaseRequestReader.Result sources, Findings findings) {
        boolean isMixed = !configuration.namesPackages() && PackageFinder.versions(sources.packages()) > 1;
        return withSeverities(
                isMixed
                        ? new Findings(findings.all().stream()
                                .filter(finding -> !finding.rule().equals(UNSERVED))
                                .toList())
                        : findings);
    }

    private OfflineChecks check(ReleaseRequestReader.Result sources) {
        new SecretTexts(secrets, sources.origin(), new FileFindings(sources.report())).check(sources.request());
        return new OfflineChecks(sources.request(), sources.origin(), sources.report());
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
            ReleaseRequest wanted, List<PackageInfo> packages) {
        Set<Finding> known = new HashSet<>();
        return (published, merged) -> {
            ConfigurationProblems problems = new ConfigurationProblems();
            List<Finding> findings = withSeverities(
                            OfflineChecks.merged(wanted, this::screenshots, published, merged, packages))
                    .all();
            report(new Findings(findings.stream().filter(known::add).toList()), problems);
            countAdvice();
            if (rehearsal && problems.lines().stream().anyMatch(line -> line.contains(NO_SCREENSHOT))) {
                problems.note("The rehearsal does not know what the Store has. If the app has screenshots there, run"
                        + " mvn store:pull, then rehearse with"
                        + " \"-Dstore.rehearseDocument=target/store/document.json\"");
            }
            return problems;
        };
    }

    /** The findings on what a plan makes of the Store's document. */
    public Findings merged(PlannedRelease planned, ReleaseRequestReader.Result sources) {
        return withSeverities(OfflineChecks.merged(
                sources.request(), this::screenshots, planned.published(), planned.checked(), sources.packages()));
    }

    /** The same without what concerns release notes. */
    public Findings presence(PlannedRelease planned, ReleaseRequestReader.Result sources) {
        return withSeverities(OfflineChecks.presence(
                sources.request().type(),
                this::screenshots,
                planned.published(),
                planned.checked(),
                sources.packages()));
    }

    /** A ready archive has the images itself. */
    private Optional<Path> screenshots(String language) {
        return configuration.archive().isPresent()
                ? Optional.empty()
                : Optional.of(configuration.productFolder().screenshots(language));
    }

    /**
     * Errors become problems, and warnings too where they fail the build; other warnings are logged. Advice waits for {@link
     * #countAdvice}.
     */
    public void report(Findings findings, ConfigurationProblems problems) {
        log.found(findings);
        new FindingReport(configuration.failOnWarning(), secrets::mask, log).tell(findings, problems);
        advice.addAll(findings.advice());
    }

    /** One line for all advice so far. */
    public void countAdvice() {
        if (!advice.isEmpty()) {
            String rules = String.join(
                    ", ", advice.stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new)));
            log.once("Advice: " + advice.size() + (advice.size() == 1 ? " finding (" : " findings (") + rules
                    + "); store:validate and store:preview show it");
            advice.clear();
        }
    }

    /** The same with every line of advice, for the goal that only checks. */
    public void reportWithAdvice(Findings findings, ConfigurationProblems problems) {
        log.found(findings);
        new FindingReport(configuration.failOnWarning(), secrets::mask, log).tellWithAdvice(findings, problems);
    }
}
