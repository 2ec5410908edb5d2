package io.github.storemaven.goal;

import io.github.storemaven.json.Members;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/** What a request to create a flight has to hold (reference, section 5.17; listing rules FLT-02 to 05). */
final class FlightRequest {
    private FlightRequest() {}

    static void check(JsonObject request, Problems problems) {
        if (Members.text(request, "friendlyName").isEmpty()) {
            problems.add("The flight's name is missing: set store.flightName, or friendlyName in store.flightFile");
        }
        Optional<JsonValue> groups = Members.value(request, "groupIds");
        if (groups.isEmpty()) {
            problems.add("The flight's groups are missing: set store.groupIds, or groupIds in store.flightFile; Partner"
                    + " Center shows a group's id in its address");
        } else if (!isListOfIds(groups.get())) {
            problems.add("groupIds is " + groups.get() + "; it is a list of ids, numbers of up to 19 digits");
        }
    }

    static void checkApplication(String applicationId, Problems problems) {
        problems.needed(applicationId, "applicationId", "The Store ID of the flight's app")
                .filter(id -> !id.matches("[0-9A-Za-z]{1,40}"))
                .ifPresent(id -> problems.add("store.applicationId is \"" + id + "\", which is no Store ID"));
    }

    private static boolean isListOfIds(JsonValue groups) {
        return groups instanceof JsonArray ids && !ids.isEmpty() && ids.stream().allMatch(FlightRequest::isId);
    }

    private static boolean isId(JsonValue id) {
        String text = id instanceof JsonString string ? string.getString() : id.toString();
        return (id instanceof JsonString || id instanceof JsonNumber) && text.matches("\\d{1,19}");
    }
}
