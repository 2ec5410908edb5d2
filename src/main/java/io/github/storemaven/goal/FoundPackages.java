package io.github.storemaven.goal;

import java.nio.file.Path;
import java.util.List;

/**
 * The packages to release.
 *
 * @param rule which rule found them, for the log
 */
record FoundPackages(List<Path> files, String rule) {
    static final FoundPackages NONE = new FoundPackages(List.of(), "none named and none found");

    static final String NAMED = "named by store.packages";

    /** Whether the user named them one by one or by a pattern. */
    boolean isNamed() {
        return rule.equals(NAMED);
    }
}
