package io.github.storemaven.goal;

import io.github.storemaven.submission.ConfigurationProblems;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/** What a user would be told of problems. */
final class ProblemLines {
    private ProblemLines() {}

    static List<String> of(ConfigurationProblems problems) {
        try {
            FailureTranslator.failIfAny(problems);
            return List.of();
        } catch (MojoFailureException told) {
            return told.getMessage()
                    .lines()
                    .filter(line -> !line.endsWith("nothing was sent:"))
                    .map(line -> line.replaceFirst("^ {2}- ", ""))
                    .toList();
        }
    }
}
