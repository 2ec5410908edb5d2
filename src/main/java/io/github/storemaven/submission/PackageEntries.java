package io.github.storemaven.submission;

import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.Members;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The package array that a release wants, given the one that the document holds (design, section 3). */
final class PackageEntries {
    private PackageEntries() {}

    static JsonArray wanted(List<JsonObject> held, List<PackageFile> packages, PackageMode mode) {
        JsonArrayBuilder wanted = Json.PROVIDER.createArrayBuilder();
        if (mode == PackageMode.ADD) {
            held.stream()
                    .filter(entry -> packages.stream().noneMatch(file -> matches(entry, file)))
                    .filter(entry -> !FileStatus.PENDING_UPLOAD.isOf(entry))
                    .forEach(wanted::add);
        }
        packages.forEach(file -> wanted.add(
                held.stream().filter(entry -> matches(entry, file)).findFirst().orElseGet(() -> fresh(file))));
        return wanted.build();
    }

    /** The Store's package with this version and architecture, or the same file of a draft that was not yet committed. */
    private static boolean matches(JsonObject entry, PackageFile file) {
        if (FileStatus.PENDING_DELETE.isOf(entry)) {
            return false;
        }
        return FileStatus.PENDING_UPLOAD.isOf(entry)
                ? FileEntry.name(entry).equals(Optional.of(file.name()))
                : has(entry, "version", file.version()) && has(entry, "architecture", file.architecture());
    }

    private static boolean has(JsonObject entry, String member, String value) {
        return Members.text(entry, member).filter(value::equalsIgnoreCase).isPresent();
    }

    /** The last two members have to be there, though they mean something to packages for Windows 8 alone (6.19). */
    private static JsonObject fresh(PackageFile file) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("fileName", file.name())
                .add("fileStatus", "PendingUpload")
                .add("minimumDirectXVersion", "None")
                .add("minimumSystemRam", "None")
                .build();
    }
}
