package io.github.storemaven.document;

import io.github.storemaven.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A JSON merge patch (RFC 7396) on a document of the Store: names in any case, the document's spelling and order kept,
 * file arrays reconciled, members that the service owns left out (design, section 3).
 */
public final class MergePatch {
    private MergePatch() {}

    /** The document with the patch applied; only paths that the patch names differ. */
    public static JsonObject apply(JsonObject document, JsonObject patch) {
        JsonObjectBuilder wanted = Json.PROVIDER.createObjectBuilder();
        patch.forEach((name, value) -> {
            if (!MemberOwnership.isAssigned(name)) {
                wanted.add(name, value);
            }
        });
        return merge(document, wanted.build());
    }

    /** One patch over another: members of both are kept, null included, the upper one wins. */
    public static JsonObject combine(JsonObject lower, JsonObject upper) {
        Members.Index names = new Members.Index(lower);
        JsonObjectBuilder both = Json.PROVIDER.createObjectBuilder(lower);
        upper.forEach((name, value) -> {
            String known = names.actualName(name);
            both.add(
                    known,
                    lower.get(known) instanceof JsonObject below && value instanceof JsonObject above
                            ? combine(below, above)
                            : value);
        });
        return both.build();
    }

    private static JsonObject merge(JsonObject target, JsonObject patch) {
        Map<String, JsonValue> members = new LinkedHashMap<>(target);
        Members.Index names = new Members.Index(target);
        Map<String, String> added = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        patch.forEach((patchName, value) -> {
            String known = names.actualName(patchName);
            String name = target.containsKey(known) ? known : added.computeIfAbsent(patchName, any -> patchName);
            JsonValue old = target.get(name);
            if (JsonValue.NULL.equals(old) && Equality.isEmpty(value)) {
                return;
            }
            if (isNoDate(old) && isNoDate(value)) {
                return;
            }
            Optional<JsonValue> merged = merged(name, old, value);
            merged.ifPresentOrElse(some -> members.put(name, some), () -> members.remove(name));
        });
        return build(members);
    }

    /** Of the spellings of the missing date the service's own goes back. */
    private static boolean isNoDate(JsonValue value) {
        return value instanceof JsonString text
                && !text.getString().isEmpty()
                && StoreDate.of(text.getString()).isNone();
    }

    private static Optional<JsonValue> merged(String name, JsonValue old, JsonValue value) {
        if (JsonValue.NULL.equals(value)) {
            return removed(name, old);
        }
        if (value instanceof JsonObject patch) {
            return Optional.of(merge(old instanceof JsonObject target ? target : JsonValue.EMPTY_JSON_OBJECT, patch));
        }
        if (value instanceof JsonArray wanted && FileEntry.hasStatus(name)) {
            return Optional.of(FileReconciliation.of(
                    name, old instanceof JsonArray held ? held : JsonValue.EMPTY_JSON_ARRAY, wanted));
        }
        return Optional.of(value);
    }

    /** A file that is left out stays in the Store, so it is marked for deletion (reference, section 8.3). */
    private static Optional<JsonValue> removed(String name, JsonValue old) {
        if (old instanceof JsonArray held && FileEntry.isFileArray(name)) {
            return Optional.of(
                    FileEntry.hasStatus(name)
                            ? FileReconciliation.of(name, held, JsonValue.EMPTY_JSON_ARRAY)
                            : JsonValue.EMPTY_JSON_ARRAY);
        }
        boolean isStored = old instanceof JsonObject file
                && FileEntry.name(file).isPresent()
                && !FileStatus.PENDING_UPLOAD.isOf(file);
        return isStored ? Optional.of(FileStatus.PENDING_DELETE.setIn(old.asJsonObject())) : Optional.empty();
    }

    private static JsonObject build(Map<String, JsonValue> members) {
        JsonObjectBuilder object = Json.PROVIDER.createObjectBuilder();
        members.forEach(object::add);
        return object.build();
    }
}
