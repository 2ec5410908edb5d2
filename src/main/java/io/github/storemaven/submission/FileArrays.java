package io.github.storemaven.submission;

import io.github.storemaven.json.Members;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The arrays of a document whose items are files: told apart by id, else by file name (reference, sections 6.13 to 6.20). */
final class FileArrays {
    private static final Set<String> FILES = Set.of("applicationpackages", "flightpackages", "images");
    private static final Set<String> WITHOUT_STATUS = Set.of("trailers", "imagelist");

    private FileArrays() {}

    /** Whether items carry a file status, and an omitted one has to be marked for deletion. */
    static boolean hasStatus(String member) {
        return FILES.contains(member.toLowerCase(Locale.ROOT));
    }

    /** Whether items are told apart by id or name, not by their place. */
    static boolean hasNames(String member) {
        return hasStatus(member) || WITHOUT_STATUS.contains(member.toLowerCase(Locale.ROOT));
    }

    static Optional<String> id(JsonObject item) {
        return Members.text(item, "id");
    }

    /** The path in the archive, with forward slashes (reference, section 8.2). */
    static Optional<String> name(JsonObject item) {
        return Members.text(item, "fileName")
                .or(() -> Members.text(item, "videoFileName"))
                .map(name -> name.replace('\\', '/'));
    }

    static boolean is(String status, JsonObject item) {
        return Members.text(item, "fileStatus").filter(status::equals).isPresent();
    }
}
