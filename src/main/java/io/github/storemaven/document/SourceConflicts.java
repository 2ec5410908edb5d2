package io.github.storemaven.document;

import io.github.storemaven.json.Pointer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Paths that two sources of ours set to different values (design, section 1). */
public final class SourceConflicts {
    private SourceConflicts() {}

    /** The JSON Pointers of such paths, in the spelling of the first source. */
    public static List<String> between(JsonObject one, JsonObject other) {
        List<String> paths = new ArrayList<>();
        collect("", one, other, paths);
        return paths;
    }

    private static void collect(String path, JsonObject one, JsonObject other, List<String> paths) {
        Members.Index names = new Members.Index(other);
        one.forEach((name, value) -> {
            String otherName = names.actualName(name);
            if (other.containsKey(otherName)) {
                compare(name, Pointer.member(path, name), value, other.get(otherName), paths);
            }
        });
    }

    private static void compare(String name, String path, JsonValue one, JsonValue other, List<String> paths) {
        if (one instanceof JsonObject a && other instanceof JsonObject b) {
            collect(path, a, b, paths);
        } else if (!Equality.same(name, one, other)) {
            paths.add(path);
        }
    }
}
