package io.github.storemaven.emulator;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A package flight that comes into being.
 *
 * @param flightId a GUID
 * @param friendlyName unique within the app
 * @param applicationId of an app that is there already
 * @param groupIds flight groups
 * @param isPublished whether it has a published submission
 * @param document what is published, as GET submission hands it out; built in when empty
 */
public record FlightSeed(
        String flightId,
        String friendlyName,
        String applicationId,
        List<String> groupIds,
        boolean isPublished,
        Optional<JsonObject> document) {
    public FlightSeed {
        groupIds = List.copyOf(groupIds);
    }

    /** A published flight with the built-in document. */
    public static FlightSeed published(String flightId, String friendlyName, String applicationId) {
        return new FlightSeed(flightId, friendlyName, applicationId, List.of("1"), true, Optional.empty());
    }

    /** A flight without any submission. */
    public static FlightSeed unpublished(String flightId, String friendlyName, String applicationId) {
        return new FlightSeed(flightId, friendlyName, applicationId, List.of("1"), false, Optional.empty());
    }

    /** The same flight, published with a document as GET submission hands it out. */
    public FlightSeed document(JsonObject submission) {
        return new FlightSeed(flightId, friendlyName, applicationId, groupIds, true, Optional.of(submission));
    }
}
