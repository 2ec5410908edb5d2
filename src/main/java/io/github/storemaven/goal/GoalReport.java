package io.github.storemaven.goal;

import io.github.storemaven.check.Findings;
import io.github.storemaven.ci.Annotation;
import io.github.storemaven.ci.Annotation.Level;
import io.github.storemaven.ci.RunReport;
import io.github.storemaven.text.ReplacedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a goal tells the CI service at its end: findings at their files, a summary, and its failure. A goal that has nothing
 * to tell tells nothing.
 */
final class GoalReport {
    private final AbstractStoreMojo mojo;
    private final CiChannel channel;
    private final List<Annotation> annotations = new ArrayList<>();
    private String summary = "";
    private Optional<Path> summaryFile = Optional.empty();

    GoalReport(AbstractStoreMojo mojo, CiChannel channel) {
        this.mojo = mojo;
        this.channel = channel;
    }

    /** What checks have found; the files are named from the project's folder. */
    void add(Findings findings) {
        annotations.addAll(new FindingAnnotations(mojo, channel.repository()).of(findings.all()));
    }

    /** A sentence that somebody has to act on. */
    void add(Level level, String title, String text) {
        annotations.add(Annotation.of(level, title, text));
    }

    /** Writes the summary for a person; without a text there is none, and no older one either. */
    void summary(String file, String markdown) throws IOException {
        Path place = mojo.output().resolve(file);
        if (markdown.isEmpty()) {
            Files.deleteIfExists(place);
            return;
        }
        ReplacedFile.write(place, mojo.shared().secrets().mask(markdown));
        summary = RunReport.bounded(markdown);
        summaryFile = Optional.of(place);
    }

    /** The goal has ended, or a part of it; a failure that findings tell already is not told again. */
    void end(Optional<? extends Exception> failure) {
        boolean isTold = annotations.stream().anyMatch(one -> one.level() == Level.ERROR);
        failure.filter(unused -> !isTold)
                .ifPresent(problem -> annotations.add(
                        0, Annotation.of(Level.ERROR, "store:" + mojo.goal(), String.valueOf(problem.getMessage()))));
        if (!annotations.isEmpty() || !summary.isEmpty()) {
            channel.publish(new RunReport(List.copyOf(annotations), summary, summaryFile, Map.of(), false));
        }
        annotations.clear();
        summary = "";
    }
}
