package io.github.storemaven.emulator.catalog;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Builds {@code statusDetails} (reference 6.14). */
public final class StatusDetails {
    /** No error, no warning, no report. */
    public static final JsonObject NONE = of(List.of(), List.of(), List.of());

    private StatusDetails() {}

    /** What practically every submission status carries (reference 6.10). */
    public static JsonObject salesWarning() {
        return item(
                "SalesUnsupportedWarning",
                "The sales resource is no longer supported. To view or edit the sales data for this submission, use the"
                        + " Dev Center dashboard.");
    }

    /** An error or a warning. */
    public static JsonObject item(String code, String details) {
        return Json.object().add("code", code).add("details", details).build();
    }

    /** A report of the certification. */
    public static JsonObject report(String date, String url) {
        return Json.object().add("date", date).add("reportUrl", url).build();
    }

    /** All three lists. */
    public static JsonObject of(List<JsonObject> errors, List<JsonObject> warnings, List<JsonObject> reports) {
        return Json.object()
                .add("errors", Json.array(errors))
                .add("warnings", Json.array(warnings))
                .add("certificationReports", Json.array(reports))
                .build();
    }

    /** The same details with one more item in a list, for example {@code errors}. */
    public static JsonObject with(JsonObject details, String list, JsonObject item) {
        List<JsonValue> items = new ArrayList<>(Json.items(details, list));
        items.add(item);
        return Json.with(details, list, Json.array(items));
    }
}
