package io.github.storemaven.document;

import io.github.storemaven.json.Members;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An entry of a document that names a file, and the arrays of them (reference, sections 6.13 to 6.20). */
public final class FileEntry {
    private static final Set<String> WITH_STATUS = Set.of("applicationpackages", "flightpackages", "images");
    private static final Set<String> WITHOUT_STATUS = Set.of("trailers", "imagelist");

    private FileEntry() {}

    /** Whether entries of an array carry a file status, and an omitted one has to be marked for deletion. */
    static boolean hasStatus(String member) {
        return WITH_STATUS.contains(member.toLowerCase(Locale.ROOT));
    }

    /** Whether entries of an array are told apart by id or name, not by their place. */
    static boolean isFileArray(String member) {
        return hasStatus(member) || WITHOUT_STATUS.contains(member.toLowerCase(Locale.ROOT));
    }

    /** What the service calls the file; a trailer may have the id of its video alone (6.18). */
    static Optional<String> id(JsonObject entry) {
        return Members.text(entry, "id").or(() -> Members.text(entry, "videoFileId"));
    }

    /** Whether a member of this name is the service's id of a file. */
    static boolean isId(String member) {
        return member.equalsIgnoreCase("id") || member.equalsIgnoreCase("videoFileId");
    }

    /** The path in the archive, with forward slashes (reference, section 8.2). */
    public static Optional<String> name(JsonObject entry) {
        return Members.text(entry, "fileName")
                .or(() -> Members.text(entry, "videoFileName"))
                .map(FileEntry::slashed);
    }

    /** Whether a member of this name is the path of a file. */
    static boolean isName(String member) {
        return member.equalsIgnoreCase("fileName") || member.equalsIgnoreCase("videoFileName");
    }

    /** Both slashes are one to the service (reference, section 8.2). */
    static String slashed(String name) {
        return name.replace('\\', '/');
    }

    /** Whether a trailer or a thumbnail, which carry no status, is still to be uploaded: the service gave it no id (6.18). */
    public static boolean isWithoutId(JsonObject entry) {
        return id(entry).isEmpty();
    }
}
