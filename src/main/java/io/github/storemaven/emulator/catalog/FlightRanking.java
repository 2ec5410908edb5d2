package io.github.storemaven.emulator.catalog;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ProductType;
import java.util.List;
import java.util.Optional;

/**
 * The order of an app's flights: each one names the flight immediately below it (reference 6.6).
 *
 * @param flights of one app
 */
public record FlightRanking(List<Product> flights) {
    /** What the lowest flight ranks higher than. */
    public static final String LOWEST = "Non-flighted submission";

    private static final String BELOW = "rankHigherThan";

    public FlightRanking {
        flights = List.copyOf(flights);
    }

    /** The flights of an app. */
    public static FlightRanking of(Catalog catalog, String applicationId) {
        return new FlightRanking(catalog.all(ProductType.FLIGHT, applicationId));
    }

    /** The name of the flight that none ranks above. */
    public String highest() {
        return flights.stream()
                .map(FlightRanking::name)
                .filter(name ->
                        flights.stream().noneMatch(flight -> below(flight).equals(name)))
                .findFirst()
                .orElse(LOWEST);
    }

    /** The name of a flight that a client calls by name or, as some examples have it, by id. */
    public Optional<String> find(String nameOrId) {
        if (nameOrId.equals(LOWEST)) {
            return Optional.of(LOWEST);
        }
        return flights.stream()
                .filter(flight -> name(flight).equals(nameOrId) || flight.id().equalsIgnoreCase(nameOrId))
                .findFirst()
                .map(FlightRanking::name);
    }

    /** The flight that was immediately above the one below the new one is now above the new one. */
    public void insert(String name, String below) {
        flights.stream().filter(flight -> below(flight).equals(below)).forEach(flight -> rank(flight, name));
    }

    /** The flight that was immediately above is now above the next one. */
    public void remove(Product gone) {
        flights.stream()
                .filter(flight -> below(flight).equals(name(gone)))
                .forEach(flight -> rank(flight, below(gone)));
    }

    private static void rank(Product flight, String below) {
        flight.replaceMembers(Json.with(flight.members(), BELOW, Json.text(below)));
    }

    private static String name(Product flight) {
        return Json.text(flight.members(), "friendlyName");
    }

    private static String below(Product flight) {
        return Json.text(flight.members(), BELOW);
    }
}
