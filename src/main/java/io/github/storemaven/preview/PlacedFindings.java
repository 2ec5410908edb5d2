package io.github.storemaven.preview;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.text.ForeignText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The findings of one page, each beside what it is about, and the rest at the end. */
final class PlacedFindings {
    private static final Pattern POINTER = Pattern.compile("(?:.*, )?(/.*)");

    private final Set<Finding> left;
    private final Path folder;

    PlacedFindings(Findings findings, Path folder) {
        this.left = new LinkedHashSet<>(findings.all());
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Those of a value and of what is in it that are not placed yet; they are from now on. */
    List<Finding> at(String pointer) {
        return place(finding -> isAt(finding, pointer));
    }

    /** The same of a file of this machine. */
    List<Finding> of(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        return place(finding -> file(finding).filter(wanted::equals).isPresent());
    }

    /** How many are at a value or in it, placed or not. */
    static long count(Findings findings, String pointer) {
        return findings.all().stream().filter(finding -> isAt(finding, pointer)).count();
    }

    /** What has no place on this page, but for what another page has. */
    List<Finding> rest(Predicate<String> isElsewhere) {
        return left.stream()
                .filter(finding -> pointer(finding).filter(isElsewhere).isEmpty())
                .toList();
    }

    private List<Finding> place(Predicate<Finding> isThere) {
        List<Finding> placed = left.stream().filter(isThere).toList();
        placed.forEach(left::remove);
        return placed;
    }

    private static boolean isAt(Finding finding, String pointer) {
        String shown = ForeignText.oneLine(pointer);
        return pointer(finding)
                .filter(place -> Pointers.isAtOrBelow(place, shown))
                .isPresent();
    }

    private static Optional<String> pointer(Finding finding) {
        Matcher pointer = POINTER.matcher(finding.place());
        return pointer.matches() ? Optional.of(pointer.group(1)) : Optional.empty();
    }

    private Optional<Path> file(Finding finding) {
        try {
            return Optional.of(folder.resolve(finding.file()).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
