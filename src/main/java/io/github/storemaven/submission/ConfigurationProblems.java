package io.github.storemaven.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Configuration errors, collected so that all are told at once. */
public final class ConfigurationProblems {
    private final List<String> lines = new ArrayList<>();

    /** One of them, a sentence without its last full stop. */
    public void add(String problem) {
        lines.add(problem);
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
        return List.copyOf(lines);
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
        if (lines.size() <= 1) {
            return lines.stream().findFirst();
        }
        String bullets = lines.stream()
                .map(problem -> problem.lines().collect(Collectors.joining("\n    ")))
                .collect(Collectors.joining("\n  - "));
        return Optional.of(lines.size() + " problems, " + outcome + ":\n  - " + bullets);
    }
}
