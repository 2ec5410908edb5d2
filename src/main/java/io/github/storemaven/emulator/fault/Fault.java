package io.github.storemaven.emulator.fault;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.service.Call;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A fault that is switched on.
 *
 * @param kind what goes wrong
 * @param parameters for whom and how; {@code product}, {@code call} and {@code times} narrow it
 */
public record Fault(FaultKind kind, JsonObject parameters) {
    private static final List<String> COMMON = List.of("fault", "product", "times");

    /** From the JSON form, in which {@code fault} is the name. @throws IllegalArgumentException for unknown names */
    static Fault of(JsonObject json) {
        FaultKind kind = FaultKind.of(Json.text(json, "fault"));
        List<String> known = new ArrayList<>(COMMON);
        known.addAll(kind.parameters());
        for (String name : json.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("the fault \"" + kind.word() + "\" has no parameter \"" + name + "\""
                        + Nearest.hint(name, known));
            }
        }
        String call = Json.text(json, "call");
        if (!call.isEmpty() && !Call.WORDS.contains(call)) {
            throw new IllegalArgumentException("there is no call \"" + call + "\"" + Nearest.hint(call, Call.WORDS));
        }
        return new Fault(kind, json);
    }

    boolean concerns(String call, String product) {
        String wantedCall = text("call", "");
        String wantedProduct = text("product", "");
        return (wantedCall.isEmpty() || wantedCall.equals(call))
                && (wantedProduct.isEmpty() || wantedProduct.equalsIgnoreCase(product));
    }

    /** A parameter as text. */
    public String text(String name, String standard) {
        return parameters.get(name) instanceof JsonString text ? text.getString() : standard;
    }

    /** A parameter as a number. */
    public int number(String name, int standard) {
        return parameters.get(name) instanceof JsonNumber number ? number.intValue() : standard;
    }

    /** A parameter as true or false. */
    public boolean flag(String name, boolean standard) {
        JsonValue value = parameters.get(name);
        return value == null ? standard : value == JsonValue.TRUE;
    }

    /** A parameter as texts. */
    public List<String> texts(String name) {
        return Json.items(parameters, name).stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }
}
