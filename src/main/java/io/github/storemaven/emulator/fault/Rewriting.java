package io.github.storemaven.emulator.fault;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.web.Answer;
import io.github.storemaven.emulator.web.Content;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers in JSON that are odd, but were seen: unusual forms, members and characters. */
record Rewriting(Faults faults, String call, String product) {
    Answer apply(Answer answer) throws IOException {
        boolean json = answer.headers().getOrDefault("Content-Type", "").startsWith("application/json");
        if (!json || answer.status() >= 300 || faults.list().isEmpty()) {
            return answer;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answer.content().writeTo(bytes);
        String text = bytes.toString(StandardCharsets.UTF_8);
        return answer.with(Content.of(odd(text)));
    }

    private String odd(String text) {
        String odd = text;
        if (struck(FaultKind.ZERO_REFERENCES)) {
            odd = zeroReferences(odd);
        }
        if (call.equals("getStatus") && struck(FaultKind.STATUS_WITHOUT_DETAILS)) {
            odd = Json.object().add("status", object(odd).get("status")).build().toString();
        }
        if (struck(FaultKind.CAPITAL_NAMES)) {
            odd = odd.replace("\"packageFamilyName\":", "\"PackageFamilyName\":");
        }
        if (struck(FaultKind.UNKNOWN_MEMBERS)) {
            odd = "{\"somethingNew\":{\"values\":[1,null]}," + odd.substring(1);
        }
        if (struck(FaultKind.CONTROL_CHARACTERS)) {
            odd = "{\"remark\":\"first\u0001\nsecond\"," + odd.substring(1);
        }
        return struck(FaultKind.ODD_NUMBERS)
                ? odd.replaceAll("(\"packageRolloutPercentage\":)(\\d+)\\.0\\b", "$1$2.000E+0")
                : odd;
    }

    private boolean struck(FaultKind kind) {
        return faults.take(kind, call, product).isPresent();
    }

    private String zeroReferences(String text) {
        JsonObject object = object(text);
        for (Kind kind : Kind.values()) {
            if (call.equals("get" + kindName(kind))) {
                object = zero(zero(object, kind.pendingMember()), kind.publishedMember());
            }
        }
        return object.toString();
    }

    private static String kindName(Kind kind) {
        return switch (kind) {
            case APPLICATION -> "Application";
            case ADDON -> "Addon";
            case FLIGHT -> "Flight";
        };
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
