package io.github.storemaven.goal;

import io.github.storemaven.check.Rules;
import io.github.storemaven.check.Severity;
import io.github.storemaven.ci.Annotation;
import io.github.storemaven.ci.Annotation.Level;
import io.github.storemaven.ci.RunReport;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ReleaseOutcome;
import io.github.storemaven.submission.SummaryMarkdown;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the CI service of all releases of a build, once, when it is over: whatever module releases, the page of the run has
 * one summary. Modules with other class loaders add to it, so what they share are types of the JDK alone.
 */
record ReleaseChannel(AbstractServiceMojo mojo) {
    private static final String TITLE = "Microsoft Store";
    private static final Set<ReleaseOutcome> NOTHING_DONE =
            EnumSet.of(ReleaseOutcome.UNCHANGED, ReleaseOutcome.SKIPPED);
    private static final Pattern RULE = Pattern.compile("\\(([A-Z]+-\\d+)\\)");

    /** From here on the end of the build is waited for; may be said by each release. */
    void follow() {
        mojo.shared().shared("releaseChannel", () -> {
            SessionEnd.of(mojo.session).last(this::publish);
            return new AtomicBoolean();
        });
    }

    /**
     * Adds the end of a release.
     *
     * @param isTolerated whether a failure is a success with a warning
     * @param isSkipped whether the goal was not wanted at all, which is worth no line for a person
     */
    void add(ReleaseEnd end, boolean isTolerated, boolean isSkipped) {
        follow();
        ends("releaseSummaries")
                .add(Map.of(
                        "summary",
                        isSkipped ? "" : summary(end),
                        "tolerated",
                        String.valueOf(isTolerated || end.outcome() == ReleaseOutcome.OVERTAKEN),
                        "skipped",
                        String.valueOf(isSkipped)));
        if (!isSkipped) {
            annotations(end, isTolerated).forEach(one -> ends("releaseEnds").add(one.toMap()));
            details(end).forEach(one -> ends("releaseDetails").add(one.toMap()));
        }
        if (end.outcome() == ReleaseOutcome.INTERRUPTED) { // Nobody tells of the end of this build.
            publish();
        }
    }

    private static String summary(ReleaseEnd end) {
        return NOTHING_DONE.contains(end.outcome())
                ? SummaryMarkdown.line(end.title(), end.message())
                : RunReport.bounded(end.summary());
    }

    private List<Map<String, String>> ends(String name) {
        return mojo.shared().shared(name, CopyOnWriteArrayList::new);
    }

    private static Stream<Annotation> annotations(ReleaseEnd end, boolean isTolerated) {
        ReleaseOutcome outcome = end.outcome();
        if (NOTHING_DONE.contains(outcome)) {
            return Stream.empty();
        }
        Level good = outcome == ReleaseOutcome.OVERTAKEN ? Level.WARNING : Level.NOTICE;
        Level bad = isTolerated ? Level.WARNING : Level.ERROR;
        Level level = outcome.isSuccess() ? good : bad;
        String title = (end.rehearsal() ? Rehearsal.HEADING : "") + TITLE + ", " + outcome.phrase();
        return Stream.of(Annotation.of(level, title, end.message()));
    }

    /** Findings at their files, and what else was warned of; advice is for those who look for it. */
    private List<Annotation> details(ReleaseEnd end) {
        FindingAnnotations findings = new FindingAnnotations(mojo, channel().repository());
        List<Annotation> details = new ArrayList<>(findings.of(end.findings().stream()
                .filter(one -> one.severity() != Severity.ADVICE)
                .toList()));
        end.warnings().stream()
                .filter(warning -> !isFinding(warning))
                .map(warning -> Annotation.of(Level.WARNING, TITLE, warning))
                .forEach(details::add);
        return details;
    }

    private static boolean isFinding(String warning) {
        Matcher rule = RULE.matcher(warning);
        return rule.find() && Rules.isKnown(rule.group(1));
    }

    private CiChannel channel() {
        return CiChannel.of(mojo, mojo.ciReport(), new ConfigurationProblems());
    }

    private void publish() {
        AtomicBoolean isTold = mojo.shared().shared("releaseChannel", AtomicBoolean::new);
        List<Map<String, String>> summaries = ends("releaseSummaries");
        if (summaries.isEmpty() || isTold.getAndSet(true)) {
            return;
        }
        List<Map<String, String>> written = ends("ends");
        Map<String, String> outputs = written.isEmpty() ? new LinkedHashMap<>() : BuildReport.outputs(written);
        if (summaries.stream().allMatch(one -> "true".equals(one.get("skipped")))) {
            outputs.keySet().retainAll(Set.of("STORE_RESULT"));
        }
        channel()
                .publish(new RunReport(
                        Stream.concat(ends("releaseEnds").stream(), ends("releaseDetails").stream())
                                .map(Annotation::of)
                                .toList(),
                        summaries.stream()
                                .map(one -> one.get("summary"))
                                .filter(summary -> !summary.isEmpty())
                                .collect(Collectors.joining("\n")),
                        Optional.of(mojo.buildOutput().resolve("summary.md")),
                        outputs,
                        summaries.stream().anyMatch(one -> "true".equals(one.get("tolerated")))));
    }
}
