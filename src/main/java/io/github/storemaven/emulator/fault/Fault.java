package io.github.storemaven.emulator.fault;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * A fault that is switched on.
 *
 * @param kind what goes wrong
 * @param parameters for whom and how; {@code product}, {@code call} and {@code times} narrow it
 */
public record Fault(FaultKind kind, JsonObject parameters) {
    /** From the JSON form, in which {@code fault} is the name. @throws IllegalArgumentException for what it does not know */
    static Fault of(JsonObject json) {
        FaultKind kind = FaultKind.of(Json.text(json, "fault"));
        json.forEach((name, value) -> {
            if (!name.equals("fault")) {
                check(kind, name, value);
            }
        });
        if (kind == FaultKind.SKIP_STATES && !json.containsKey("states")) {
            throw new IllegalArgumentException("the fault \"skipStates\" needs \"states\", a list");
        }
        if (json.containsKey("product") && !FaultParameter.hasProduct(Json.text(json, "call"))) {
            throw new IllegalArgumentException("the call \"" + Json.text(json, "call")
                    + "\" names no product, so the fault would never strike; leave \"product\" out");
        }
        return new Fault(kind, json);
    }

    private static void check(FaultKind kind, String name, JsonValue value) {
        FaultParameter parameter = kind.parameters().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the fault \"" + kind.word() + "\" has no parameter \"" + name + "\"" + hint(kind, name)));
        parameter.problem(value).ifPresent(problem -> {
            throw new IllegalArgumentException("the fault \"" + kind.word() + "\": " + problem);
        });
    }

    private static String hint(FaultKind kind, String name) {
        return kind.parameters().isEmpty()
                ? ""
                : Nearest.hint(
                        name,
                        kind.parameters().stream().map(FaultParameter::name).toList());
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
