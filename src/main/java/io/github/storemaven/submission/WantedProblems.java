package io.github.storemaven.submission;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

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
        missing(wanted, problems)
                .forEach(name -> problems.add("submission.json calls \"" + name
                        + "\" PendingUpload, and no such file is "
                        + wanted.archive()
                                .map(archive -> "in " + archive)
                                .orElse("among the packages or beside submission.json")));
        return problems;
    }

    private static NavigableSet<String> missing(Wanted wanted, List<String> problems) {
        NavigableSet<String> names = PendingFiles.of(wanted.patch());
        if (wanted.archive().isEmpty()) {
            names.removeIf(name -> wanted.files().find(name).isPresent());
        } else {
            names.removeAll(entries(wanted.archive().get(), problems));
        }
        return names;
    }

    private static Set<String> entries(Path archive, List<String> problems) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream().map(entry -> entry.getName().replace('\\', '/')).collect(Collectors.toSet());
        } catch (IOException e) {
            problems.add("store.archive: " + archive + " is no ZIP archive that can be read (" + e.getMessage() + ")");
            return Set.of();
        }
    }
}
