package io.github.storemaven.document;

import io.github.storemaven.json.Json;
import io.github.storemaven.json.Members;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

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
            if (!MemberOwnership.isOwned(name)) {
                wanted.add(name, value);
            }
        });
        return merge(document, wanted.build());
    }

    /** One patch over another: members of both are kept, null included, the upper one wins. */
    public static JsonObject combine(JsonObject lower, JsonObject upper) {
        JsonObjectBuilder both = Json.PROVIDER.createObjectBuilder(lower);
        upper.forEach((name, value) -> {
            String known = Members.nameIn(lower, name);
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
        patch.forEach((patchName, value) -> {
            String name = Members.nameIn(target, patchName);
            JsonValue old = target.get(name);
            if (old == JsonValue.NULL && Equality.isEmpty(value)) {
                return;
            }
            if (value == JsonValue.NULL) {
                members.remove(name);
            } else {
                members.put(name, merged(name, old, value));
            }
        });
        return build(members);
    }

    private static JsonValue merged(String name, JsonValue old, JsonValue value) {
        if (value instanceof JsonObject patch) {
            return merge(old instanceof JsonObject target ? target : JsonValue.EMPTY_JSON_OBJECT, patch);
        }
        if (value instanceof JsonArray wanted && FileEntry.hasStatus(name)) {
            return FileReconciliation.of(old instanceof JsonArray held ? held : JsonValue.EMPTY_JSON_ARRAY, wanted);
        }
        return value;
    }

    private static JsonObject build(Map<String, JsonValue> members) {
        JsonObjectBuilder object = Json.PROVIDER.createObjectBuilder();
        members.forEach(object::add);
        return object.build();
    }
}
