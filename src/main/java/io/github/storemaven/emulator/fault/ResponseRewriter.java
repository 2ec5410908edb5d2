package io.github.storemaven.emulator.fault;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ProductType;
import io.github.storemaven.emulator.web.Response;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Rewrites JSON into what is odd, but was seen: unusual forms, members and characters. */
record ResponseRewriter(FaultSwitches faults, Call call, String product) {
    Response apply(Response response) throws IOException {
        boolean json = response.headers().getOrDefault("Content-Type", "").startsWith("application/json");
        if (!json || response.status() >= 300 || faults.list().isEmpty()) {
            return response;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        response.content().writeTo(bytes);
        String text = bytes.toString(StandardCharsets.UTF_8);
        return response.with(Response.Content.of(odd(text)));
    }

    private String odd(String text) {
        String odd = text;
        if (applies(Fault.Kind.ZERO_REFERENCES)) {
            odd = zeroReferences(odd);
        }
        if (call == Call.GET_STATUS && applies(Fault.Kind.STATUS_WITHOUT_DETAILS)) {
            odd = Json.object().add("status", object(odd).get("status")).build().toString();
        }
        if (applies(Fault.Kind.CAPITAL_NAMES)) {
            odd = odd.replace("\"packageFamilyName\":", "\"PackageFamilyName\":");
        }
        if (call.isList() && applies(Fault.Kind.ODD_PAGING)) {
            odd = odd.replaceAll("(\"@nextLink\":\")", "$1https://store.example/v1.0/my/")
                    .replaceAll("(\"totalCount\":)(\\d+)", "$1\"$2\"");
        }
        if (applies(Fault.Kind.UNKNOWN_MEMBERS)) {
            odd = "{\"somethingNew\":{\"values\":[1,null]}," + odd.substring(1);
        }
        if (applies(Fault.Kind.CONTROL_CHARACTERS)) {
            odd = "{\"remark\":\"first\u0001\nsecond\"," + odd.substring(1);
        }
        return applies(Fault.Kind.ODD_NUMBERS)
                ? odd.replaceAll("(\"packageRolloutPercentage\":)(\\d+)\\.0\\b", "$1$2.000E+0")
                : odd;
    }

    private boolean applies(Fault.Kind kind) {
        return faults.take(kind, call, product).isPresent();
    }

    private String zeroReferences(String text) {
        return switch (call) {
            case GET_APPLICATION -> zeroReferences(text, ProductType.APPLICATION);
            case GET_ADDON -> zeroReferences(text, ProductType.ADDON);
            case GET_FLIGHT -> zeroReferences(text, ProductType.FLIGHT);
            default -> text;
        };
    }

    private static String zeroReferences(String text, ProductType type) {
        return zero(zero(object(text), type.pendingMember()), type.publishedMember())
                .toString();
    }

    private static JsonObject zero(JsonObject object, String member) {
        JsonObject reference =
                Json.object().add("id", "0").add("resourceLocation", "").build();
        return object.containsKey(member) ? object : Json.with(object, member, reference);
    }

    private static JsonObject object(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8)).asJsonObject();
    }
}
