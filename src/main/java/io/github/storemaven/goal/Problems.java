package io.github.storemaven.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/** Configuration errors, collected so that all are told at once. */
final class Problems {
    private final List<String> lines = new ArrayList<>();

    void add(String problem) {
        lines.add(problem);
    }

    /** A value that is missing: what to write, and which name may have been meant for it. */
    void missing(String parameter, String what, String meant) {
        add(what + " is missing: write <" + parameter + ">...</" + parameter
                + "> into the plugin's <configuration>, or \"-Dstore." + parameter + "=...\"" + meant);
    }

    /** A blank value counts as not set. */
    static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** All problems so far, one a line. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** One text of all problems; empty where there is none. */
    Optional<String> message() {
        if (lines.size() <= 1) {
            return lines.stream().findFirst();
        }
        String bullets = lines.stream()
                .map(problem -> problem.lines().collect(Collectors.joining("\n    ")))
                .collect(Collectors.joining("\n  - "));
        return Optional.of(lines.size() + " problems, nothing was sent:\n  - " + bullets);
    }

    /** Fails with all problems so far. */
    void failIfAny() throws MojoFailureException {
        if (message().isPresent()) {
            throw new MojoFailureException(message().get());
        }
    }
}
