package io.github.storemaven.listing;

import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.text.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first level of a product's folder. It may hold files that are not ours, since {@code submission.json} may name
 * files beside it; what looks like a misplaced or mistyped part of the listing is a problem.
 */
final class RootFolder {
    static final String SUBMISSION = "submission.json";
    static final String LISTINGS = "listings";

    /** Looked up by others, who find them by exactly this name. */
    private static final Set<String> BY_NAME = Set.of(SUBMISSION, StoreFolder.ADDONS);

    private final FolderScan scan;
    private final List<String> known;
    private final Map<String, Path> found = new LinkedHashMap<>();

    RootFolder(FolderScan scan, Path directory, List<String> known) throws IOException {
        this.scan = scan;
        this.known = known;
        List<Path> entries = scan.isHeld(directory) ? scan.entries(directory) : List.of();
        for (Path entry : entries) {
            known.stream()
                    .filter(FolderScan.name(entry)::equalsIgnoreCase)
                    .filter(name ->
                            !BY_NAME.contains(name) || FolderScan.name(entry).equals(name))
                    .forEach(name -> found.put(name, entry));
        }
        for (Path entry : entries) {
            if (!found.containsValue(entry)) {
                reportUnknownEntry(entry);
            }
        }
    }

    /** A known entry that is there. */
    Optional<Path> get(String name) {
        return Optional.ofNullable(found.get(name));
    }

    private void reportUnknownEntry(Path entry) throws IOException {
        String name = FolderScan.name(entry);
        Optional<String> near = NearestName.of(name, known).filter(right -> !found.containsKey(right));
        if (near.isPresent()) {
            scan.unknown(entry, known);
        } else if (isOfALanguage(entry)) {
            scan.problem(entry, "does not belong here; move it into " + LISTINGS + "/<language>/");
        } else if (StoreLanguages.contains(name) && Files.isDirectory(entry)) {
            scan.problem(entry, "does not belong here; move the folder of a language into " + LISTINGS);
        } else if (name.endsWith(".txt")) {
            scan.unknown(entry, known);
        }
    }

    private static boolean isOfALanguage(Path entry) {
        String name = FolderScan.name(entry);
        return ListingMember.inFile(name).isPresent()
                || (name.equalsIgnoreCase(LanguageFolder.IMAGES) && Files.isDirectory(entry));
    }
}
