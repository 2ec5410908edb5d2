package io.github.storemaven.submission;

import io.github.storemaven.document.Change;
import io.github.storemaven.document.Difference;
import io.github.storemaven.document.Equality;
import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.document.SourceConflicts;
import io.github.storemaven.json.Pointer;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** What is wrong with a wish as a whole, before the Store is asked. */
public final class RequestProblems {
    private RequestProblems() {}

    /** A wish for nothing; empty where there is one for something. */
    public static Optional<String> nothing(ReleaseRequest wanted) {
        return wanted.isEmpty()
                ? Optional.of(
                        "Nothing to release: build a package (store:package makes an .msix from an app image of jpackage), name one"
                                + " (store.packages), or write a submission.json"
                                + " (store.submissionFile) or a listing"
                                + " folder (store.storeDirectory)")
                : Optional.empty();
    }

    /** Packages and other files of the submission file itself, which no digest and no version tells from stored ones. */
    public static Optional<String> sentAgain(ReleaseRequest wanted) {
        NavigableSet<String> names = PendingFiles.of(wanted.patch());
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Each release uploads " + String.join(", ", names)
                        + " again, because the submission file lists it as PendingUpload. Packages of"
                        + " store.packages and images of the store folder are uploaded only when they change");
    }

    /** Paths that two sources of ours set to different values (design, section 1). */
    public static List<String> of(ReleaseRequest wanted) {
        List<String> problems = new ArrayList<>();
        promotion(wanted).ifPresent(problems::add);
        SourceConflicts.between(wanted.patch(), wanted.settings())
                .forEach(
                        path -> problems.add(path + " is set to different values by submission.json and by a parameter;"
                                + " keep one of the two"));
        fileAndFolder(wanted)
                .forEach(path -> problems.add(path + " is set to different values by submission.json and by "
                        + file(wanted, path) + "; keep one of the two"));
        removedByFile(wanted)
                .forEach(path -> problems.add(path + " is removed by submission.json (null) and set by "
                        + file(wanted, path) + "; keep one of the two"));
        return problems;
    }

    /** A flight's packages are compared with files, whose version is known. */
    private static Optional<String> promotion(ReleaseRequest wanted) {
        List<String> others = Members.objects(
                        wanted.patch(), wanted.type().packagesMember().orElse(""))
                .stream()
                .filter(FileStatus.PENDING_UPLOAD::isOf)
                .flatMap(entry -> FileEntry.name(entry).stream())
                .filter(name ->
                        wanted.packages().stream().noneMatch(file -> file.name().equals(name)))
                .toList();
        return wanted.promoteFlight().isEmpty() || others.isEmpty()
                ? Optional.empty()
                : Optional.of("store.promoteFlight compares packages with those of a flight, and the version of "
                        + ForeignText.list(others) + " in the submission file is not known; name the packages in"
                        + " store.artifacts or store.packages instead");
    }

    private static List<String> fileAndFolder(ReleaseRequest wanted) {
        if (wanted.listing().isEmpty() || wanted.patch().isEmpty()) {
            return List.of();
        }
        JsonObject listed = wanted.listing().applied().apply(wanted.patch());
        return Difference.between(wanted.patch(), listed).stream()
                .filter(change -> change.from().isPresent())
                .map(Change::path)
                .toList();
    }

    private static List<String> removedByFile(ReleaseRequest wanted) {
        List<String> paths = new ArrayList<>();
        removed("", wanted.patch(), wanted.listing().applied().apply(wanted.patch()), paths);
        return paths;
    }

    /** Members that are null in the file, and hold something once the folder is applied. */
    private static void removed(String path, JsonObject patch, JsonObject listed, List<String> paths) {
        patch.forEach((name, value) -> {
            String pointer = Pointer.member(path, name);
            JsonValue now = listed.get(Members.actualName(listed, name));
            if (value == JsonValue.NULL && !Equality.isEmpty(now)) {
                paths.add(pointer);
            } else if (value instanceof JsonObject inner && now instanceof JsonObject innerNow) {
                removed(pointer, inner, innerNow, paths);
            }
        });
    }

    /** The file that sets a path, or the first one that sets something in it. */
    private static String file(ReleaseRequest wanted, String path) {
        FolderListing listing = wanted.listing();
        JsonObject listed = listing.applied().apply(wanted.patch());
        return Difference.between(wanted.patch(), listed).stream()
                .map(Change::path)
                .filter(each -> each.equals(path) || each.startsWith(path + "/"))
                .flatMap(each -> listing.origin().apply(each).stream())
                .map(Path::toString)
                .findFirst()
                .orElse("the listing folder");
    }
}
