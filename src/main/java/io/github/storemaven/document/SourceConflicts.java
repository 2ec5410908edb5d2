package io.github.storemaven.document;

import io.github.storemaven.json.Pointer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths that two sources of ours set to different values (design, section 1). */
public final class SourceConflicts {
    private SourceConflicts() {}

    /** Such paths in the spelling of the first source, from its value to that of the other one. */
    public static List<Change> between(JsonObject one, JsonObject other) {
        List<Change> paths = new ArrayList<>();
        collect("", one, other, paths);
        return paths;
    }

    private static void collect(String path, JsonObject one, JsonObject other, List<Change> paths) {
        Members.Index names = new Members.Index(other);
        one.forEach((name, value) -> {
            String otherName = names.actualName(name);
            if (other.containsKey(otherName)) {
                compare(name, Pointer.member(path, name), value, other.get(otherName), paths);
            }
        });
    }

    private static void compare(String name, String path, JsonValue one, JsonValue other, List<Change> paths) {
        if (one instanceof JsonObject a && other instanceof JsonObject b) {
            collect(path, a, b, paths);
        } else if (!Equality.same(name, one, other)) {
            paths.add(new Change(path, Optional.of(one), Optional.of(other)));
        }
    }
}
