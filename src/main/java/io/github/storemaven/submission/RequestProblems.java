package io.github.storemaven.submission;

import io.github.storemaven.document.Change;
import io.github.storemaven.document.Difference;
import io.github.storemaven.document.Equality;
import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.document.ProductType;
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
    private static final int MAX_VALUE = 60;

    private RequestProblems() {}

    /**
     * A wish for nothing; empty where there is one for something.
     *
     * @param product how it was named
     * @param folder of its texts and images, as far as it has one
     * @param built where a package would have been found
     * @param installers names of what was built and is no package of this API
     */
    public static Optional<String> nothing(
            ReleaseRequest wanted, String product, Optional<String> folder, String built, List<String> installers) {
        if (!wanted.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> noFile = folder.map(one -> one + " has no text, image or submission.json");
        if (wanted.type() == ProductType.ADDON) {
            return Optional.of("Nothing to release: "
                    + noFile.orElse("no folder with texts, images or submission.json is known for " + product
                            + ". Name the add-on by store.addonProductId, or its folder by store.addonDirectory"));
        }
        return Optional.of("Nothing to release: " + built + " has no package (.msix, .msixbundle, .msixupload, .appx)"
                + noFile.map(", and "::concat).orElse("")
                + ". "
                + (installers.isEmpty() ? "" : "store:submit does not take " + ForeignText.list(installers) + ". ")
                + "store:package makes a package of jpackage's app image; store:submit-installer publishes an .exe or .msi as"
                + " it is");
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

    /**
     * What is wrong in the submission file.
     *
     * @param path where in it, a JSON Pointer; empty for the whole
     */
    public record Problem(String path, String text) {}

    /**
     * Paths that two sources of ours set to different values (design, section 1).
     *
     * @param folder that files are named from
     */
    public static List<Problem> of(ReleaseRequest wanted, Path folder) {
        List<Problem> problems = new ArrayList<>();
        promotion(wanted).ifPresent(text -> problems.add(new Problem("", text)));
        SourceConflicts.between(wanted.patch(), wanted.settings())
                .forEach(conflict -> problems.add(
                        different(conflict, value(conflict.to()) + " by store." + parameter(conflict.member()))));
        fileAndFolder(wanted)
                .forEach(conflict -> problems.add(
                        different(conflict, value(conflict.to()) + " in " + file(wanted, conflict.path(), folder))));
        removedByFile(wanted)
                .forEach(path -> problems.add(new Problem(
                        path,
                        name(path) + " is null here, which removes it, and is set by " + file(wanted, path, folder)
                                + "; keep one of the two")));
        return problems;
    }

    private static Problem different(Change conflict, String other) {
        return new Problem(
                conflict.path(),
                name(conflict.path()) + " is " + value(conflict.from()) + " here and " + other
                        + "; keep one of the two");
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String value(Optional<JsonValue> value) {
        return value.map(shown -> ForeignText.cut(shown.toString(), MAX_VALUE)).orElse("not there");
    }

    /** The parameter that sets a member; other parameters have its name. */
    private static String parameter(String member) {
        return member.contains("ackageRollout") ? "rolloutPercentage" : member;
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

    private static List<Change> fileAndFolder(ReleaseRequest wanted) {
        if (wanted.listing().isEmpty() || wanted.patch().isEmpty()) {
            return List.of();
        }
        JsonObject listed = wanted.listing().applied().apply(wanted.patch());
        return Difference.between(wanted.patch(), listed).stream()
                .filter(change -> change.from().isPresent())
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
    private static String file(ReleaseRequest wanted, String path, Path folder) {
        FolderListing listing = wanted.listing();
        JsonObject listed = listing.applied().apply(wanted.patch());
        return Difference.between(wanted.patch(), listed).stream()
                .map(Change::path)
                .filter(each -> each.equals(path) || each.startsWith(path + "/"))
                .flatMap(each -> listing.origin().apply(each).stream())
                .map(file -> below(folder, file))
                .findFirst()
                .orElse("the listing folder");
    }

    /** With slashes from a folder that holds the file. */
    static String below(Path folder, Path file) {
        return file.startsWith(folder) ? folder.relativize(file).toString().replace('\\', '/') : file.toString();
    }
}
