package io.github.storemaven.emulator.document;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/** The bodies that create products; names in any case, like everywhere (reference 4.4). */
public final class RequestBody {
    private final ObjectShape shape;

    private RequestBody(ObjectShape shape) {
        this.shape = shape;
    }

    /**
     * Bodies of one form.
     *
     * @param name of a shape beside this class, for example {@code create-flight}
     */
    public static RequestBody of(String name) {
        return new RequestBody(ObjectShape.of(Json.resource(RequestBody.class, name + ".json")));
    }

    /** The known members of a body. */
    public JsonObject accept(byte[] body) throws Refusal {
        return shape.accept("body", parse(body)).asJsonObject();
    }

    /** A body that has to be an object. */
    public static JsonObject parse(byte[] body) throws Refusal {
        try {
            JsonValue value = Json.read(body);
            if (value instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException e) {
            // Answered below like any other body that is no object.
        }
        throw Refusal.invalidValue("", "The request body is not a valid JSON object.");
    }

    /** The texts of a member that is an array. */
    public static List<String> texts(JsonObject body, String member) {
        return Json.items(body, member).stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }
}
