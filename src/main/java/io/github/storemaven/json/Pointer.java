package io.github.storemaven.json;

import java.util.List;
import java.util.stream.Stream;

/** JSON Pointers (RFC 6901), by which changes and findings name a place in a document. */
public final class Pointer {
    private Pointer() {}

    /** The pointer of a member of the object at a pointer. */
    public static String member(String pointer, String name) {
        return pointer + "/" + escape(name);
    }

    /** The pointer of an item of the array at a pointer. */
    public static String item(String pointer, int index) {
        return pointer + "/" + index;
    }

    /** The names and indices that a pointer leads through. */
    public static List<String> steps(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Stream.of(pointer.substring(1).split("/", -1))
                        .map(step -> step.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
