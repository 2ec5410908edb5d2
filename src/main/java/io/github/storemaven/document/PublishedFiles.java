package io.github.storemaven.document;

import io.github.storemaven.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * Puts the published files back that a draft lacks. The Store still has them, and a PUT without them is refused or says
 * nothing about them (reference, section 8.3): a lack is no wish to remove them.
 */
public final class PublishedFiles {
    private PublishedFiles() {}

    public static JsonObject completed(JsonObject draft, JsonObject published) {
        JsonObjectBuilder completed = Json.PROVIDER.createObjectBuilder(draft);
        published.forEach((name, value) -> {
            String member = Members.actualName(draft, name);
            JsonValue held = draft.get(member);
            if (value instanceof JsonArray files && FileEntry.hasStatus(name)) {
                completed.add(
                        member, files(held instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY, files));
            } else if (value instanceof JsonObject inner && held instanceof JsonObject innerHeld) {
                completed.add(member, completed(innerHeld, inner));
            }
        });
        return completed.build();
    }

    private static JsonArray files(JsonArray held, JsonArray published) {
        JsonArrayBuilder all = Json.PROVIDER.createArrayBuilder(held);
        Members.objects(published).stream()
                .filter(file -> held.stream().noneMatch(one -> isSame(one, file)))
                .forEach(all::add);
        return all.build();
    }

    private static boolean isSame(JsonValue held, JsonObject file) {
        Optional<String> id = Members.text(file, "id");
        return held instanceof JsonObject one
                && (id.isEmpty() || id.equals(Members.text(one, "id")))
                && (id.isPresent() || Members.text(file, "fileName").equals(Members.text(one, "fileName")));
    }
}
