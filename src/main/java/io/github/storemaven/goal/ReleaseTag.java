package io.github.storemaven.goal;

import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;

/** The tag that a CI service builds, from the variables that each documents. */
final class ReleaseTag {
    /** What is looked at, for messages. */
    static final String VARIABLES = "GITHUB_REF_NAME (with GITHUB_REF_TYPE tag), CI_COMMIT_TAG, BUILD_SOURCEBRANCH"
            + " (refs/tags/...), TAG_NAME";

    private static final String REFERENCE = "refs/tags/";

    private ReleaseTag() {}

    /** The tag as the service has it; empty where the build is of none. */
    static Optional<String> of(MavenSession session) {
        Properties system = session.getSystemProperties();
        return Stream.of(
                        variable(system, "GITHUB_REF_TYPE")
                                .filter("tag"::equals)
                                .flatMap(isTag -> variable(system, "GITHUB_REF_NAME")),
                        variable(system, "CI_COMMIT_TAG"),
                        variable(system, "BUILD_SOURCEBRANCH").filter(branch -> branch.startsWith(REFERENCE)),
                        variable(system, "TAG_NAME"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The version in a tag: without the prefixes that are usual, the release plugin's own one among them. */
    static String version(String tag, String artifactId) {
        String rest = tag;
        for (String prefix : new String[] {REFERENCE, "release/", "release-", artifactId + "-"}) {
            rest = rest.startsWith(prefix) ? rest.substring(prefix.length()) : rest;
        }
        return rest.matches("(?s)[vV]\\d.*") ? rest.substring(1) : rest;
    }

    private static Optional<String> variable(Properties system, String name) {
        return Optional.ofNullable(system.getProperty("env." + name)).filter(value -> !value.isBlank());
    }
}
