package io.github.storemaven.listing;

import io.github.storemaven.check.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with a folder, found in one reading; the message has a line for each. */
public final class InvalidListingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> problems;

    /** @param problems at least one */
    public InvalidListingException(List<Finding> problems) {
        super(problems.stream().map(Finding::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order of the folder. */
    public List<Finding> problems() {
        return problems;
    }
}
