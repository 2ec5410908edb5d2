package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * An answer of the Store with what it says about a submission made fit for log and result file: a gateway or a web firewall may
 * repeat token and signature there. The rest of the document stays as it came, since it is sent back.
 */
record StoreResponse(Secrets secrets) {
    JsonObject masked(JsonObject answer) {
        Members.text(answer, "fileUploadUrl").ifPresent(secrets::addSignature);
        JsonObject masked = answer;
        for (String member : new String[] {"status", "statusDetails"}) {
            String name = Members.actualName(answer, member);
            if (answer.containsKey(name)) {
                masked = with(masked, name, masked(answer.get(name)));
            }
        }
        return masked;
    }

    private JsonValue masked(JsonValue value) {
        if (value instanceof JsonString text) {
            String masked = ForeignText.unsigned(secrets.mask(text.getString()));
            return masked.equals(text.getString()) ? value : Json.PROVIDER.createValue(masked);
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder copy = Json.PROVIDER.createArrayBuilder();
            array.forEach(item -> copy.add(masked(item)));
            return copy.build();
        }
        if (value instanceof JsonObject object) {
            JsonObjectBuilder copy = Json.PROVIDER.createObjectBuilder();
            object.forEach((name, member) -> copy.add(secrets.mask(name), masked(member)));
            return copy.build();
        }
        return value;
    }

    /** A copy in the same order. */
    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        JsonObjectBuilder copy = Json.PROVIDER.createObjectBuilder(object);
        return object.get(name).equals(value) ? object : copy.add(name, value).build();
    }
}
