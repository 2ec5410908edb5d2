package io.github.storemaven.document;

import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of a document that names a file (reference, sections 6.13 to 6.20).
 *
 * @param node the entry and its place
 * @param language as the document has it; empty for packages and videos
 */
public record FileEntry(Node node, Kind kind, String language) {
    /** What the file is for, by the member that holds its entry. */
    public enum Kind {
        PACKAGE,
        /** Of an app's listing, or of what a platform shows instead. */
        IMAGE,
        /** Of an add-on. */
        ICON,
        /** Of a trailer. */
        VIDEO,
        /** Of a trailer, one a language. */
        THUMBNAIL,
        /** An entry at a place that the service does not know, told by its status. */
        UNKNOWN
    }

    private static final Map<String, Kind> KINDS = Map.of(
            "applicationpackages", Kind.PACKAGE,
            "flightpackages", Kind.PACKAGE,
            "images", Kind.IMAGE,
            "icon", Kind.ICON,
            "trailers", Kind.VIDEO,
            "imagelist", Kind.THUMBNAIL);

    /** Objects with a member for each language. */
    private static final Set<String> BY_LANGUAGE = Set.of("listings", "trailerassets");

    /** All entries of a document, wherever they are. */
    public static List<FileEntry> of(JsonObject document) {
        List<FileEntry> entries = new ArrayList<>();
        collect(Node.root(document), "", "", entries);
        return entries;
    }

    /** @param member that holds the node, itself or as an item */
    private static void collect(Node node, String member, String language, List<FileEntry> entries) {
        if (node.value() instanceof JsonObject object) {
            Kind kind = KINDS.getOrDefault(lower(member), Kind.UNKNOWN);
            if (kind != Kind.UNKNOWN || FileStatus.PENDING_UPLOAD.isOf(object)) {
                entries.add(new FileEntry(node, kind, language));
            }
            boolean byLanguage = BY_LANGUAGE.contains(lower(member));
            node.members()
                    .filter(inner -> inner.value() instanceof JsonStructure)
                    .forEach(inner -> collect(inner, inner.name(), byLanguage ? inner.name() : language, entries));
        } else {
            node.items().forEach(item -> collect(item, member, language, entries));
        }
    }

    private static String lower(String member) {
        return member.toLowerCase(Locale.ROOT);
    }

    /** Whether the upload has to hold the file: videos and thumbnails carry no status, they are new without an id. */
    public boolean isNew() {
        boolean isWithoutStatus = kind == Kind.VIDEO || kind == Kind.THUMBNAIL;
        return FileStatus.PENDING_UPLOAD.isOf(object())
                || (isWithoutStatus && id(object()).isEmpty());
    }

    /** The member with the name, which may be missing. */
    public Node nameMember() {
        return node.member(kind == Kind.VIDEO ? "videoFileName" : "fileName");
    }

    /** The path in the archive. */
    public Optional<String> name() {
        return name(object());
    }

    /** The type of an image as the document has it; empty where it has none. */
    public String imageType() {
        return Members.text(object(), "imageType").orElse("");
    }

    /** Whether a platform shows it instead of the file of the listing (6.14). */
    public boolean isPlatformOverride() {
        return lower(node.pointer()).contains("/platformoverrides/");
    }

    private JsonObject object() {
        return node.value().asJsonObject();
    }

    /** Whether entries of an array carry a file status, and an omitted one has to be marked for deletion. */
    static boolean hasStatus(String member) {
        Kind kind = KINDS.get(lower(member));
        return kind == Kind.PACKAGE || kind == Kind.IMAGE;
    }

    /** Whether entries of an array are told apart by id or name, not by their place. */
    static boolean isFileArray(String member) {
        Kind kind = KINDS.get(lower(member));
        return kind != null && kind != Kind.ICON;
    }

    /** What the service calls the file; a trailer may have the id of its video only (6.18). */
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
}
