package io.github.storemaven.emulator.document;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An object with named members; names are accepted in any case (reference 4.4). */
record ObjectShape(Map<String, Shape> members, Map<String, String> spelling) implements Shape {
    static ObjectShape of(JsonObject description) {
        Map<String, Shape> members = new LinkedHashMap<>();
        Map<String, String> spelling = new LinkedHashMap<>();
        description.forEach((name, value) -> {
            members.put(name, Shape.of(value));
            spelling.put(name.toLowerCase(Locale.ROOT), name);
        });
        return new ObjectShape(members, spelling);
    }

    @Override
    public Optional<JsonValue> blank() {
        return Optional.of(complete(JsonValue.EMPTY_JSON_OBJECT, Optional.empty()));
    }

    @Override
    public JsonValue accept(String name, JsonValue sent) throws Refusal {
        if (sent == JsonValue.NULL) {
            return sent;
        }
        if (!(sent instanceof JsonObject object)) {
            throw Refusal.invalidValue(name, "The value of '" + name + "' must be an object.");
        }
        Map<String, JsonValue> accepted = new LinkedHashMap<>();
        for (var member : object.entrySet()) {
            acceptMember(member.getKey(), member.getValue(), accepted);
        }
        return Json.object(accepted);
    }

    private void acceptMember(String sentName, JsonValue value, Map<String, JsonValue> accepted) throws Refusal {
        String name = spelling.get(sentName.toLowerCase(Locale.ROOT));
        if (name == null || members.get(name).owned()) {
            return;
        }
        // A reader that ignores case takes the last of several.
        accepted.put(name, members.get(name).accept(name, value));
    }

    @Override
    public JsonValue adopt(String name, JsonValue held) throws Refusal {
        if (!(held instanceof JsonObject object)) {
            return accept(name, held);
        }
        Map<String, JsonValue> adopted = new LinkedHashMap<>();
        for (var member : object.entrySet()) {
            String spelled = spelling.getOrDefault(member.getKey().toLowerCase(Locale.ROOT), member.getKey());
            Shape shape = members.get(spelled);
            adopted.put(spelled, shape == null ? member.getValue() : shape.adopt(spelled, member.getValue()));
        }
        JsonObjectBuilder whole = Json.object();
        members.forEach((member, shape) -> Optional.ofNullable(adopted.remove(member))
                .or(() -> shape.optional() ? Optional.empty() : shape.blank())
                .ifPresent(value -> whole.add(member, value)));
        adopted.forEach(whole::add);
        return whole.build();
    }

    @Override
    public JsonValue complete(JsonValue accepted, Optional<JsonValue> stored) {
        if (!(accepted instanceof JsonObject given)) {
            return accepted;
        }
        JsonObject before = stored.filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
        JsonObjectBuilder whole = Json.object();
        members.forEach((name, shape) -> member(shape, given.get(name), Optional.ofNullable(before.get(name)))
                .ifPresent(v -> whole.add(name, v)));
        before.forEach((name, value) -> {
            if (!members.containsKey(name)) {
                whole.add(name, value);
            }
        });
        return whole.build();
    }

    private static Optional<JsonValue> member(Shape shape, JsonValue given, Optional<JsonValue> before) {
        if (shape.owned()) {
            return before.or(shape::blank);
        }
        if (given != null) {
            return Optional.of(shape.complete(given, before));
        }
        return shape.optional() ? Optional.empty() : shape.blank();
    }
}
