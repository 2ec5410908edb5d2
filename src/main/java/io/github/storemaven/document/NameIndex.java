package io.github.storemaven.document;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** The names of one object, found in any case without a walk over all of them for each. */
final class NameIndex {
    private final JsonObject object;
    private Map<String, String> names;

    NameIndex(JsonObject object) {
        this.object = object;
    }

    /** The name as the object has it, or the given one where the object has no such member. */
    String nameIn(String name) {
        return object.containsKey(name) ? name : names().getOrDefault(name, name);
    }

    private Map<String, String> names() {
        if (names == null) {
            names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            object.keySet().forEach(name -> names.putIfAbsent(name, name));
        }
        return names;
    }
}
