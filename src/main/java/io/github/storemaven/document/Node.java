package io.github.storemaven.document;

import io.github.storemaven.json.Pointer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value of a document and its place, for rules. Members are found without regard to case, as the service finds them.
 *
 * @param pointer where it is; for a missing member, the object that it is missing from
 * @param name of the member as written, empty for items and the root
 * @param value null where the member is missing
 */
public record Node(String pointer, String name, JsonValue value) {
    public static Node root(JsonObject document) {
        return new Node("", "", document);
    }

    /** The member of that name, which may be missing. */
    public Node member(String wanted) {
        if (!(value instanceof JsonObject object)) {
            return new Node(pointer, wanted, null);
        }
        String actual = Members.actualName(object, wanted);
        return object.containsKey(actual) ? child(actual, object.get(actual)) : new Node(pointer, wanted, null);
    }

    /** All members in order; none where this is no object. */
    public Stream<Node> members() {
        return value instanceof JsonObject object ? object.entrySet().stream().map(this::child) : Stream.empty();
    }

    /** All items in order; none where this is no array. */
    public Stream<Node> items() {
        if (!(value instanceof JsonArray array)) {
            return Stream.empty();
        }
        return IntStream.range(0, array.size())
                .mapToObj(index -> new Node(Pointer.item(pointer, index), "", array.get(index)));
    }

    /** The text, where it is one. */
    public Optional<String> text() {
        return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }

    /** Whether it is a text of at least one character that is no blank. */
    public boolean hasText() {
        return text().filter(text -> !text.isBlank()).isPresent();
    }

    public boolean is(String text) {
        return text().filter(text::equals).isPresent();
    }

    /** Whether it is the entry of a file with this status. */
    public boolean has(FileStatus status) {
        return value instanceof JsonObject entry && status.isOf(entry);
    }

    public boolean isTrue() {
        return JsonValue.TRUE.equals(value);
    }

    public boolean isMissing() {
        return value == null;
    }

    /** Whether it is there as {@code null}, which takes a member away in a merge patch. */
    public boolean isNull() {
        return JsonValue.NULL.equals(value);
    }

    /** Whether it is there with a value. */
    public boolean isGiven() {
        return !isMissing() && !isNull();
    }

    private Node child(Map.Entry<String, JsonValue> entry) {
        return child(entry.getKey(), entry.getValue());
    }

    private Node child(String childName, JsonValue childValue) {
        return new Node(Pointer.member(pointer, childName), childName, childValue);
    }
}
