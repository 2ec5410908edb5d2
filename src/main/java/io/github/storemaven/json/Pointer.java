package io.github.storemaven.json;

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

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
