package io.github.storemaven.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The names of the files that a document expects in the upload archive (reference, sections 6.18, 8.1 and 8.3). */
public final class PendingFiles {
    private final NavigableSet<String> names = new TreeSet<>();

    private PendingFiles() {}

    public static NavigableSet<String> of(JsonObject document) {
        PendingFiles pending = new PendingFiles();
        pending.visit(document);
        return pending.names;
    }

    private void visit(JsonValue value) {
        if (value instanceof JsonObject object) {
            if (FileStatus.PENDING_UPLOAD.isOf(object)) {
                FileEntry.name(object).ifPresent(names::add);
            }
            object.forEach((name, member) -> visitMember(name.toLowerCase(Locale.ROOT), member));
        } else if (value instanceof JsonArray array) {
            array.forEach(this::visit);
        }
    }

    /** Videos and thumbnails carry no status: they are new as long as they have no id. */
    private void visitMember(String name, JsonValue value) {
        boolean withoutStatus = name.equals("trailers") || name.equals("imagelist");
        if (withoutStatus && value instanceof JsonArray files) {
            files.stream()
                    .filter(JsonObject.class::isInstance)
                    .map(JsonValue::asJsonObject)
                    .filter(FileEntry::isWithoutId)
                    .forEach(file -> FileEntry.name(file).ifPresent(names::add));
        }
        visit(value);
    }
}
