package io.github.storemaven.preview;

import io.github.storemaven.document.Node;
import io.github.storemaven.json.Pointer;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Places in a document, compared without regard to case. */
final class Pointers {
    private Pointers() {}

    /** Where a member is, or would be. */
    static String of(Node parent, String member) {
        Node child = parent.member(member);
        return child.isMissing() ? Pointer.member(parent.pointer(), member) : child.pointer();
    }

    static boolean isAtOrBelow(String place, String pointer) {
        int length = pointer.length();
        return place.regionMatches(true, 0, pointer, 0, length)
                && (place.length() == length || place.charAt(length) == '/');
    }

    /** Whether a value shows nothing: null, a blank text, an empty list. */
    static boolean isNothing(JsonValue value) {
        return value == JsonValue.NULL
                || (value instanceof JsonString text && text.getString().isBlank())
                || (value instanceof JsonArray array && array.isEmpty());
    }
}
