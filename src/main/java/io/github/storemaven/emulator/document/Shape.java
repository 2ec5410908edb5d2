package io.github.storemaven.emulator.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * What a value of a document looks like (reference, section 6), read from the files beside this class: an object with
 * named members, an object with any keys ({@code "*"}, or {@code "*?"} where it may be absent), a list, or a single value.
 */
public sealed interface Shape permits ObjectShape, MapShape, ListShape, Leaf {
    /** Whether the service alone sets the value; what a client sends is ignored. */
    default boolean owned() {
        return false;
    }

    /** Whether the value stays absent when a client leaves it out. */
    default boolean optional() {
        return false;
    }

    /** What the value is when nobody sets it; empty for absent. */
    Optional<JsonValue> blank();

    /**
     * The value with names as the reference spells them, without what is unknown or owned; nothing is filled in.
     *
     * @param name the member's name, for the refusal
     */
    JsonValue accept(String name, JsonValue sent) throws Refusal;

    /** The same for an item of a list or a map, which is there or not, but not null. */
    default JsonValue acceptItem(String name, JsonValue sent) throws Refusal {
        if (sent == JsonValue.NULL && !(this instanceof Leaf)) {
            throw Refusal.invalidValue(name, "An item of '" + name + "' must not be null.");
        }
        return accept(name, sent);
    }

    /** The accepted value with what was left out: owned members as they are stored, all others blank. */
    JsonValue complete(JsonValue accepted, Optional<JsonValue> stored);

    /**
     * A value that the service has held already, in whatever spelling it was printed: names as the reference spells
     * them, what is missing blank, and unlike in {@link #accept} owned and unknown members as they are.
     */
    JsonValue adopt(String name, JsonValue held) throws Refusal;

    /** The shape that a description stands for. */
    static Shape of(JsonValue description) {
        if (description instanceof JsonObject object) {
            if (object.containsKey("*?")) {
                return new MapShape(of(object.get("*?")), true);
            }
            return object.containsKey("*") ? new MapShape(of(object.get("*")), false) : ObjectShape.of(object);
        }
        if (description instanceof JsonArray array) {
            return new ListShape(of(array.get(0)));
        }
        return Leaf.of(((JsonString) description).getString());
    }
}
