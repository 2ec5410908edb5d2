package io.github.storemaven.submission;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a wish as a whole, before the Store is asked. */
public final class WantedProblems {
    private WantedProblems() {}

    /** A wish for nothing; empty where there is one for something. */
    public static Optional<String> nothing(Wanted wanted) {
        return wanted.isEmpty()
                ? Optional.of("There is nothing to change: name packages (store.packages), write a submission.json"
                        + " (store.submissionFile) or a listing folder (store.storeDirectory), or build a package before"
                        + " this goal")
                : Optional.empty();
    }

    /** Paths that two sources of ours set to different values (design, section 1). */
    public static List<String> of(Wanted wanted) {
        List<String> problems = new ArrayList<>();
        SourceConflicts.between(wanted.patch(), wanted.parameters())
                .forEach(
                        path -> problems.add(path + " is set to different values by submission.json and by a parameter;"
                                + " keep one of the two"));
        fileAndFolder(wanted)
                .forEach(path -> problems.add(path + " is set to different values by submission.json and by "
                        + wanted.listing()
                                .origin()
                                .apply(path)
                                .map(Object::toString)
                                .orElse("the listing folder")
                        + "; keep one of the two"));
        return problems;
    }

    private static List<String> fileAndFolder(Wanted wanted) {
        if (wanted.listing().isEmpty() || wanted.patch().isEmpty()) {
            return List.of();
        }
        JsonObject listed = wanted.listing().applied().apply(wanted.patch());
        return Comparison.between(wanted.patch(), listed).stream()
                .filter(change -> change.from().isPresent())
                .map(Change::path)
                .toList();
    }
}
