package io.github.storemaven.goal;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Severity;
import io.github.storemaven.ci.Annotation;
import io.github.storemaven.ci.Annotation.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Findings as annotations: at the files of the repository that have them, which a change shows.
 *
 * @param mojo of the project, from whose folder the findings' files are named
 * @param repository the folder of the whole repository
 */
record FindingAnnotations(AbstractStoreMojo mojo, Path repository) {
    /** One for each finding, errors first. */
    List<Annotation> of(Collection<Finding> findings) {
        return new Findings(List.copyOf(findings))
                .from(mojo.folder(), repository).all().stream()
                        .map(this::annotation)
                        .sorted(Comparator.comparing(Annotation::level))
                        .toList();
    }

    private Annotation annotation(Finding finding) {
        Level level = finding.severity() == Severity.ADVICE
                ? Level.NOTICE
                : Level.valueOf(finding.severity().name());
        return isInRepository(finding.file())
                ? new Annotation(level, finding.rule(), sentence(finding), Optional.of(finding.file()), finding.line())
                : new Annotation(level, finding.rule(), withoutRule(finding), Optional.empty(), OptionalLong.empty());
    }

    private static String withoutRule(Finding finding) {
        String end = " (" + finding.rule() + ")";
        String text = finding.text();
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    /** Without what the annotation has besides: file, line and rule. */
    private static String sentence(Finding finding) {
        String place = finding.place().replaceFirst("^line \\d+(, )?", "");
        return (place.isEmpty() ? "" : place + ": ") + finding.message();
    }

    /** What the build has made is in no change that could show it. */
    private boolean isInRepository(String file) {
        try {
            Path root = repository.toAbsolutePath().normalize();
            Path path = root.resolve(file).normalize();
            return path.startsWith(root)
                    && !path.equals(root)
                    && Files.isRegularFile(path)
                    && !path.startsWith(
                            mojo.output().toAbsolutePath().getParent().normalize());
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
