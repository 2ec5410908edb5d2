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
     * @param outcome what has been done although there are problems, for example {@code nothing was sent}
     */
    public Optional<String> message(String outcome) {
        int number = lines().size();
        if (number <= 1) {
            return Stream.concat(
                            lines.stream(),
                            findings.stream().map(one -> one + ". " + outcome.substring(0, 1).toUpperCase(Locale.ROOT)
                                    + outcome.substring(1)))
                    .findFirst();
        }
        if (logged.size() == number) {
            return Optional.of(number + " errors, " + outcome + ". All of them are above; the first is\n  " + logged.get(0));
        }
        String rest = logged.isEmpty()
                ? ""
                : logged.size() + " errors that are above; the first is " + logged.get(0);
        String bullets = Stream.of(lines, findings, List.of(rest))
                .flatMap(List::stream)
                .filter(problem -> !problem.isEmpty())
                .map(problem -> problem.lines().collect(Collectors.joining("\n    ")))
                .collect(Collectors.joining("\n  - "));
        return Optional.of(number + (lines.isEmpty() ? " errors, " : " problems, ") + outcome + ":\n  - " + bullets);
    }
}
