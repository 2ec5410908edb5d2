package io.github.storemaven.submission;

import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The package array that a release wants, given the one that the document holds (design, section 3). Two sources ask for
 * packages: entries of the submission file and package files; neither takes away what the other adds.
 */
final class PackageSelection {
    private final List<JsonObject> held;
    private final List<JsonObject> asked;
    private final List<PackageFile> files;

    private PackageSelection(List<JsonObject> held, List<JsonObject> asked, List<PackageFile> files) {
        this.held = held;
        this.asked = asked;
        this.files = files;
    }

    /**
     * The entries to keep and to add, by both sources.
     *
     * @param held by the document, before the submission file is laid over it
     * @param asked by the submission file
     * @param keepPackages how many older ones stay where they are replaced
     */
    static JsonArray wanted(
            List<JsonObject> held,
            List<JsonObject> asked,
            List<PackageFile> files,
            PackageMode mode,
            int keepPackages) {
        PackageSelection entries = new PackageSelection(held, asked, files);
        List<JsonObject> wanted = new ArrayList<>();
        if (mode == PackageMode.ADD) {
            entries.published().forEach(wanted::add);
        } else if (keepPackages > 0) {
            wanted.addAll(OlderPackages.newest(entries.published().toList(), files, keepPackages));
        }
        entries.added().forEach(wanted::add);
        files.stream()
                .map(entries::entry)
                .filter(entry -> !wanted.contains(entry))
                .forEach(wanted::add);
        JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
        wanted.forEach(array::add);
        return array.build();
    }

    /** What may stay: all that the Store has, but for what is sent again and what the submission file removes by name. */
    private Stream<JsonObject> published() {
        return held.stream()
                .filter(entry -> !FileStatus.PENDING_UPLOAD.isOf(entry))
                .filter(entry -> files.stream().noneMatch(file -> isSame(entry, file)))
                .flatMap(entry -> {
                    Optional<JsonObject> named = asked.stream()
                            .filter(one -> !FileStatus.PENDING_UPLOAD.isOf(one))
                            .filter(one -> isAbout(one, entry))
                            .findFirst();
                    return named.filter(FileStatus.PENDING_DELETE::isOf).isPresent()
                            ? Stream.empty()
                            : Stream.of(kept(named.orElse(entry)));
                });
    }

    /** The new packages of the submission file that no package file stands for. */
    private Stream<JsonObject> added() {
        return asked.stream()
                .filter(FileStatus.PENDING_UPLOAD::isOf)
                .filter(entry -> files.stream().noneMatch(file -> isCalled(file, entry)));
    }

    /**
     * For a package file the Store's package with this version and architecture, though a draft may mark it for deletion;
     * else the entry that waits for it already, in the submission file or in a draft; else a new one.
     */
    private JsonObject entry(PackageFile file) {
        return held.stream()
                .filter(entry -> !FileStatus.PENDING_UPLOAD.isOf(entry) && isSame(entry, file))
                .map(PackageSelection::kept)
                .findFirst()
                .or(() -> Stream.concat(asked.stream(), held.stream())
                        .filter(entry -> FileStatus.PENDING_UPLOAD.isOf(entry) && isCalled(file, entry))
                        .findFirst())
                .orElseGet(() -> fresh(file));
    }

    /** Whether an entry is the Store's package of this version and architecture. */
    static boolean isSame(JsonObject entry, PackageFile file) {
        return has(entry, "version", file.version()) && has(entry, "architecture", file.architecture());
    }

    private static boolean isCalled(PackageFile file, JsonObject entry) {
        return FileEntry.name(entry).equals(Optional.of(file.name()));
    }

    /** Whether an entry of the submission file is about one of the document: by id, else by name. */
    private static boolean isAbout(JsonObject asked, JsonObject entry) {
        Optional<String> id = Members.text(asked, "id");
        return id.isPresent()
                ? id.equals(Members.text(entry, "id"))
                : FileEntry.name(asked).isPresent() && FileEntry.name(asked).equals(FileEntry.name(entry));
    }

    private static boolean has(JsonObject entry, String member, String value) {
        return Members.text(entry, member).filter(value::equalsIgnoreCase).isPresent();
    }

    private static JsonObject kept(JsonObject entry) {
        return FileStatus.PENDING_DELETE.isOf(entry) ? FileStatus.UPLOADED.setIn(entry) : entry;
    }

    /** The last two members have to be there, though they mean something to packages for Windows 8 alone (6.19). */
    private static JsonObject fresh(PackageFile file) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("fileName", file.name())
                .add(FileStatus.MEMBER, FileStatus.PENDING_UPLOAD.text())
                .add("minimumDirectXVersion", "None")
                .add("minimumSystemRam", "None")
                .build();
    }
}
