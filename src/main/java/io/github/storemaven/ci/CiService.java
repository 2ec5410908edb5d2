package io.github.storemaven.ci;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A CI service with a channel of its own. What it is told is escaped so that no text becomes a command. */
public abstract sealed class CiService permits GitHubActions, AzurePipelines, TeamCity {
    /** The service that runs this build, by the variables that each documents; empty for another one and for none. */
    public static Optional<CiService> of(Function<String, Optional<String>> environment) {
        if (environment.apply("GITHUB_ACTIONS").filter("true"::equals).isPresent()) {
            return Optional.of(new GitHubActions());
        }
        if (environment.apply("TF_BUILD").filter("true"::equalsIgnoreCase).isPresent()) {
            return Optional.of(new AzurePipelines());
        }
        return environment
                .apply("TEAMCITY_VERSION")
                .filter(version -> !version.isBlank())
                .map(version -> new TeamCity());
    }

    /** The variable that names the folder of the repository. */
    public abstract String sourcesVariable();

    /**
     * What is written to standard output, a command each, without line ends.
     *
     * @param shown how many messages of each level this step has shown already; is brought up to date
     */
    public abstract List<String> commands(RunReport report, Map<String, Integer> shown);

    /** What is appended to files, by the variable that names each. */
    public Map<String, String> appendices(RunReport report) {
        return Map.of();
    }

    /** The text with each of the pairs' first ones replaced by its second one, in their order. */
    static String replaced(String text, String... pairs) {
        String replaced = text;
        for (int pair = 0; pair < pairs.length; pair += 2) {
            replaced = replaced.replace(pairs[pair], pairs[pair + 1]);
        }
        return replaced;
    }
}
