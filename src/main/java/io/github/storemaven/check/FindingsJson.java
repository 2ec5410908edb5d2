package io.github.storemaven.check;

import io.github.storemaven.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The findings as {@code validation.json}. */
public final class FindingsJson {
    private FindingsJson() {}

    /**
     * {@code {"errors": [{"rule", "file", "line", "place", "message", "allowed"}, …], "warnings": […]}}; a line, place
     * or allowed value that is not known is left out.
     */
    public static JsonObject of(Findings findings) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("errors", array(findings.errors()))
                .add("warnings", array(findings.warnings()))
                .build();
    }

    private static JsonArray array(List<Finding> findings) {
        var array = Json.PROVIDER.createArrayBuilder();
        findings.forEach(finding -> array.add(object(finding)));
        return array.build();
    }

    private static JsonObject object(Finding finding) {
        JsonObjectBuilder object =
                Json.PROVIDER.createObjectBuilder().add("rule", finding.rule()).add("file", finding.file());
        finding.line().ifPresent(line -> object.add("line", line));
        addKnown(object, "place", finding.place());
        object.add("message", finding.message());
        addKnown(object, "allowed", finding.allowed());
        return object.build();
    }

    private static void addKnown(JsonObjectBuilder object, String name, String value) {
        if (!value.isEmpty()) {
            object.add(name, value);
        }
    }
}
