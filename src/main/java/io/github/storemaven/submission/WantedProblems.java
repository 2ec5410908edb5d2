package io.github.storemaven.submission;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/** What is wrong with a wish before the Store is asked; each line says where and what to do. */
public final class WantedProblems {
    private WantedProblems() {}

    public static List<String> of(Wanted wanted) {
        List<String> problems = new ArrayList<>();
        if (wanted.isEmpty()) {
            problems.add("There is nothing to change: name packages (store.packages), write a submission.json"
                    + " (store.submissionFile), or build a package before this goal");
        }
        PriceGuard.refusePatch(wanted.patch()).ifPresent(problem -> problems.add("submission.json: " + problem));
        SourceConflicts.between(wanted.patch(), wanted.parameters())
                .forEach(
                        path -> problems.add(path + " is set to different values by submission.json and by a parameter;"
                                + " keep one of the two"));
        missing(wanted)
                .forEach(name -> problems.add("submission.json calls \"" + name
                        + "\" PendingUpload, and no such file is among the packages or beside submission.json"));
        return problems;
    }

    private static NavigableSet<String> missing(Wanted wanted) {
        JsonObject patch = wanted.patch();
        NavigableSet<String> names = PendingFiles.of(patch);
        if (wanted.archive().isEmpty()) {
            names.removeIf(name -> wanted.files().find(name).isPresent());
        } else {
            names.clear();
        }
        return names;
    }
}
