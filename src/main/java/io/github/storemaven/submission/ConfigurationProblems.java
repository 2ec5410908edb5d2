package io.github.storemaven.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with the configuration and with the files that it names, collected so that all is told at once. */
public final class ConfigurationProblems {
    private final List<String> lines = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private String note = "";

    /** One of them, a sentence without its last full stop. */
    public void add(String problem) {
        lines.add(problem);
    }

    /** Findings that fail the build; the message has a single one itself, the first of several that the log has. */
    void addFindings(List<String> failing) {
        (failing.size() > 1 ? logged : findings).addAll(failing);
    }

    /** All that another one has. */
    public void addAll(ConfigurationProblems other) {
        lines.addAll(other.lines);
        findings.addAll(other.findings);
        logged.addAll(other.logged);
        note += other.note;
    }

    /** A sentence that the message ends with. */
    void note(String sentence) {
        note = "\n" + sentence;
    }

    /** A value that is missing: what to write, and which name may have been meant for it. */
    public void missing(String parameter, String what, String meant) {
        add(what + " is missing: write <" + parameter + ">...</" + parameter
                + "> into the plugin's <configuration>, or \"-Dstore." + parameter + "=...\"" + meant);
    }

    /** A blank value counts as not set. */
    public static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The values of a list that are set, without the blanks around them. */
    public static List<String> given(List<String> values) {
        return Stream.ofNullable(values)
                .flatMap(List::stream)
                .flatMap(text -> given(text).stream())
                .toList();
    }

    /** All problems so far, one a line. */
    public List<String> lines() {
        return Stream.of(lines, findings, logged).flatMap(List::stream).toList();
    }

    /** One text of all problems of a goal that has sent nothing; empty where there is none. */
    public Optional<String> message() {
        return message("nothing was sent");
    }

    /**
     * One text of all problems; empty where there is none.
     *
     * @param outcome what has been done although there are problems, for example {@code nothing was sent}; empty for a goal
     *     that never does anything
     */
    public Optional<String> message(String outcome) {
        return text(outcome).map(text -> text + note);
    }

    private Optional<String> text(String outcome) {
        int number = lines().size();
        if (number <= 1) {
            return Stream.concat(lines.stream(), findings.stream().map(one -> withOutcome(one, outcome)))
                    .findFirst();
        }
        if (logged.size() == number) {
            return Optional.of(number + " errors" + after(outcome) + ". All are above; the first:\n  " + logged.get(0));
        }
        Stream<String> rest = logged.isEmpty()
                ? Stream.empty()
                : Stream.of(logged.size() + " errors that are above; the first is " + logged.get(0));
        String bullets = Stream.of(lines.stream(), findings.stream(), rest)
                .flatMap(each -> each)
                .map(problem -> problem.lines().collect(Collectors.joining("\n    ")))
                .collect(Collectors.joining("\n  - "));
        return Optional.of(number + (lines.isEmpty() ? " errors" : " problems") + after(outcome) + ":\n  - " + bullets);
    }

    private static String after(String outcome) {
        return outcome.isEmpty() ? "" : ", " + outcome;
    }

    private static String withOutcome(String finding, String outcome) {
        return outcome.isEmpty()
                ? finding
                : finding
                        + (finding.endsWith("?") ? " " : ". ")
                        + outcome.substring(0, 1).toUpperCase(Locale.ROOT)
                        + outcome.substring(1);
    }
}
