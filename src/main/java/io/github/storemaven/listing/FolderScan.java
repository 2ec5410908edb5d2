package io.github.storemaven.listing;

import io.github.storemaven.check.Finding;
import io.github.storemaven.text.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One reading of a folder: lists its directories within limits and collects what is wrong. */
final class FolderScan {
    /** Over the whole folder; a hundred languages with forty files each stay below a quarter of it. */
    static final int MOST_ENTRIES = 20_000;

    /** Names of a list that is short. */
    private static final int FEW = 5;

    private static final Set<String> OF_THE_SYSTEM = Set.of("thumbs.db", "desktop.ini");

    private final FolderBoundary boundary;
    private final int mostEntries;
    private final Set<List<String>> listed = new HashSet<>();
    private final List<Finding> problems = new ArrayList<>();
    private int counted;

    /** @param folder all that is read must lie in it; it may be missing */
    FolderScan(Path folder) throws IOException {
        this(folder, MOST_ENTRIES);
    }

    FolderScan(Path folder, int mostEntries) throws IOException {
        this.mostEntries = mostEntries;
        boundary = FolderBoundary.of(folder);
    }

    /** The entries of a directory by name, none if it is missing; hidden files and bad entries are left out. */
    List<Path> entries(Path directory) throws IOException {
        if (Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        if (!Files.isDirectory(directory)) {
            noFolder(directory, "this has to be a folder");
            return List.of();
        }
        Map<String, Path> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Path entry : list(directory)) {
            if (isInside(entry)) {
                addOnce(byName, entry);
            }
        }
        return byName.values().stream()
                .sorted(Comparator.comparing(FolderScan::name))
                .toList();
    }

    private List<Path> list(Path directory) throws IOException {
        List<Path> found;
        try (Stream<Path> entries = Files.list(directory)) {
            found = entries.filter(entry -> !isHidden(name(entry)))
                    .limit(mostEntries - counted + 1L)
                    .sorted(Comparator.comparing(FolderScan::name))
                    .toList();
        }
        counted += found.size();
        if (counted <= mostEntries) {
            return found;
        }
        problem(directory, "more than " + mostEntries + " files in the folder of a product; this cannot be a listing");
        counted = mostEntries;
        return List.of();
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || OF_THE_SYSTEM.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Names that differ only in case are one name on Windows and one member for the service. */
    private void addOnce(Map<String, Path> byName, Path entry) {
        Path other = byName.putIfAbsent(name(entry), entry);
        if (other != null) {
            problem(entry, "its name differs from " + name(other) + " only in case");
        }
    }

    private boolean isInside(Path entry) {
        try {
            if (boundary.holds(entry)) {
                return true;
            }
            leadsOut(entry);
        } catch (IOException e) {
            problem(entry, "a link that leads nowhere; remove it");
        }
        return false;
    }

    /** Whether a folder lies within the boundary, where links may lead; a problem if not. */
    boolean isHeld(Path folder) throws IOException {
        boolean held = Files.notExists(folder, LinkOption.NOFOLLOW_LINKS) || boundary.wouldHold(folder);
        if (!held) {
            leadsOut(folder);
        }
        return held;
    }

    /** Whether an entry is a plain file with content of its own; a problem if not. */
    boolean isFile(Path entry) throws IOException {
        Optional<String> wrong = PlainFile.problem(entry);
        wrong.ifPresent(message -> problem(entry, message));
        return wrong.isEmpty();
    }

    /** A problem of what is no folder, and should be one: its own, if it is a link of Git. */
    void noFolder(Path entry, String message) throws IOException {
        problem(entry, PlainFile.linkOfGit(entry).orElse(message));
    }

    private void leadsOut(Path entry) {
        problem(entry, "leads out of the folder; links may lead only to files in " + boundary.root());
    }

    void problem(Path file, String message) {
        problems.add(Finding.ofFile(file.toString(), "", message));
    }

    void problem(Path file, int line, String message) {
        problems.add(Finding.ofFile(file.toString(), "line " + line, message));
    }

    /** A problem that names what is allowed, with the nearest of it. */
    void unknown(Path entry, Collection<String> allowed) throws IOException {
        String meant = NearestName.of(name(entry), allowed)
                .map(near -> "did you mean " + near + "?")
                .orElseGet(() -> allowed(allowed));
        noFolder(entry, "does not belong here; " + meant);
    }

    /** A long list is told once, however many names are unknown. */
    private String allowed(Collection<String> names) {
        return names.size() <= FEW || listed.add(List.copyOf(names))
                ? "move or delete it. Allowed: " + String.join(", ", names)
                : "move or delete it. The allowed names are above";
    }

    /** How many problems were found so far. */
    int found() {
        return problems.size();
    }

    /** Hands out all that was found. */
    void tell(Consumer<Finding> listener) {
        problems.forEach(listener);
    }

    /** Throws all that was found, if anything was. */
    void finish() throws InvalidListingException {
        if (!problems.isEmpty()) {
            throw new InvalidListingException(problems);
        }
    }

    static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}
