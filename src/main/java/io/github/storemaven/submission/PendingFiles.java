package io.github.storemaven.submission;

import io.github.storemaven.json.Members;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The names of the files that a document expects in the upload archive (reference, sections 6.18, 8.1 and 8.3). */
final class PendingFiles {
    private final NavigableSet<String> names = new TreeSet<>();

    private PendingFiles() {}

    static NavigableSet<String> of(JsonObject document) {
        PendingFiles pending = new PendingFiles();
        pending.visit(document);
        return pending.names;
    }

    private void visit(JsonValue value) {
        if (value instanceof JsonObject object) {
            if (FileArrays.is("PendingUpload", object)) {
                FileArrays.name(object).ifPresent(names::add);
            }
            object.forEach((name, member) -> visitMember(name.toLowerCase(Locale.ROOT), member));
        } else if (value instanceof JsonArray array) {
            array.forEach(this::visit);
        }
    }

    /** Videos and thumbnails carry no status: they are new as long as they have no id. */
    private void visitMember(String name, JsonValue value) {
        if (name.equals("trailers") || name.equals("imagelist")) {
            String idMember = name.equals("trailers") ? "videoFileId" : "id";
            if (value instanceof JsonArray files) {
                files.getValuesAs(JsonObject.class).stream()
                        .filter(file -> Members.text(file, idMember).isEmpty())
                        .forEach(file -> FileArrays.name(file).ifPresent(names::add));
            }
        }
        visit(value);
    }
}
