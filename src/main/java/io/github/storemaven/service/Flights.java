package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Predicate;

/** The package flights of an app (reference, sections 5.4 and 5.17 to 5.19). */
public final class Flights {
    private final StoreConnection connection;
    private final Product.Application application;

    Flights(StoreConnection connection, Product.Application application) {
        this.connection = connection;
        this.application = application;
    }

    /** The flights with exactly this friendly name. */
    public List<JsonObject> called(String friendlyName)
            throws StoreRefusedException, IOException, InterruptedException {
        return those(flight -> Members.text(flight, "friendlyName")
                .filter(friendlyName::equals)
                .isPresent());
    }

    /** All flights of the app. */
    public List<JsonObject> all() throws StoreRefusedException, IOException, InterruptedException {
        return those(flight -> true);
    }

    private List<JsonObject> those(Predicate<JsonObject> wanted)
            throws StoreRefusedException, IOException, InterruptedException {
        String purpose = "list the flights of " + application;
        return Pages.identified(
                new Pages(connection).those(wanted, purpose, application.path() + "/listflights"), "flightId", purpose);
    }

    /** @throws StoreUnreachableException also when the flight may have been created although no usable answer came */
    public JsonObject create(JsonObject request) throws StoreRefusedException, IOException, InterruptedException {
        return connection.read(
                "create a flight of " + application,
                connection
                        .request("POST", application.path() + "/flights")
                        .body(BodyPublishers.ofString(Json.compact(request))));
    }

    /** @throws StoreUnreachableException also when the flight may have been deleted although no usable answer came */
    public void delete(Product.Flight flight) throws StoreRefusedException, IOException, InterruptedException {
        connection.call(
                "delete " + flight, connection.request("DELETE", flight.path()).retryable(false));
    }
}
