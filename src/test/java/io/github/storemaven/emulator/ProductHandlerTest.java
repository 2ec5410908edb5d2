package io.github.storemaven.emulator;

import static io.github.storemaven.emulator.ReferenceRows.Mark.DOCUMENTED;
import static io.github.storemaven.emulator.ReferenceRows.Mark.INFERRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reference 12.6, 4.6 and 5.12 to 5.19, row by row. */
class ProductHandlerTest {
    private final StoreFixture scene = new StoreFixture();
    private final String app = scene.app();

    @AfterEach
    void stop() {
        scene.close();
    }

    private EmulatorClient.Reply createAddon(String owner, String productId, String type) {
        JsonObject body = Json.object()
                .add("applicationIds", Json.texts(List.of(owner)))
                .add("productId", productId)
                .add("productType", type)
                .build();
        return scene.client.call("POST", "inappproducts", body);
    }

    private EmulatorClient.Reply createFlight(String name, String below) {
        return scene.client.call(
                "POST",
                "applications/" + app + "/flights",
                Json.object()
                        .add("friendlyName", name)
                        .add("groupIds", Json.texts(List.of("1")))
                        .add("rankHigherThan", below)
                        .build());
    }

    @TestFactory
    Iterable<DynamicTest> section12_6() {
        return new ReferenceRows()
                .row(
                        DOCUMENTED,
                        "12.6-1",
                        "MS-CorrelationId on every answer",
                        true,
                        () -> scene.client
                                .call("GET", "nothing/here")
                                .header("MS-CorrelationId")
                                .matches("[0-9a-f-]{36}"))
                .row(
                        INFERRED,
                        "12.6-1",
                        "MS-CorrelationId is echoed",
                        "abc-1",
                        () -> scene.client
                                .call("GET", "applications", "", Map.of("MS-CorrelationId", "abc-1"))
                                .header("MS-CorrelationId"))
                .row(
                        "Answers have a Content-Length",
                        true,
                        () -> scene.client
                                .call("GET", "applications")
                                .header("Content-Length")
                                .matches("\\d+"))
                .row(INFERRED, "12.6-6", "Deletion of a pending submission frees the product at once", "201", () -> {
                    String product = "applications/" + scene.app();
                    scene.client.call("DELETE", StoreFixture.one(product, scene.create(product)));
                    return scene.client.call("POST", product + "/submissions").verdict();
                })
                .row(
                        DOCUMENTED,
                        "12.6-7",
                        "DELETE of a published add-on",
                        "409 InvalidState inAppProduct",
                        () -> scene.client
                                .call("DELETE", "inappproducts/" + scene.addon(app))
                                .verdict())
                .row(
                        "DELETE of a new add-on",
                        "204",
                        () -> scene.client
                                .call(
                                        "DELETE",
                                        "inappproducts/"
                                                + createAddon(app, "gone", "Durable")
                                                        .json()
                                                        .getString("id"))
                                .verdict())
                .row(
                        INFERRED,
                        "12.6-8",
                        "DELETE of a flight with a pending submission",
                        "409 InvalidState flight",
                        () -> {
                            String flight = "applications/" + app + "/flights/" + scene.flight(app);
                            scene.create(flight);
                            return scene.client.call("DELETE", flight).verdict();
                        })
                .row(
                        DOCUMENTED,
                        "12.6-8",
                        "DELETE of a flight without one",
                        "204",
                        () -> scene.client
                                .call("DELETE", "applications/" + app + "/flights/" + scene.flight(app))
                                .verdict())
                .row(
                        INFERRED,
                        "12.6-9",
                        "productId used under the same app (code)",
                        "409 InvalidState productId",
                        () -> {
                            createAddon(app, "same", "Durable");
                            return createAddon(app, "same", "Durable").verdict();
                        })
                .row(
                        "productId used under another app",
                        "201",
                        () -> createAddon(scene.app(), "same", "Consumable").verdict())
                .row(
                        "productId with a forbidden character",
                        "400 InvalidParameterValue productId",
                        () -> createAddon(app, "a*b", "Durable").verdict())
                .row(
                        "productId of 101 characters",
                        "400 InvalidParameterValue productId",
                        () -> createAddon(app, "a".repeat(101), "Durable").verdict())
                .row(
                        "Unknown productType",
                        "400 InvalidParameterValue productType",
                        () -> createAddon(app, "typed", "durable").verdict())
                .row(INFERRED, "12.6-11", "Two commits at once", List.of(202, 409), this::twoCommitsAtOnce)
                .row(INFERRED, "12.6-11", "Two commits, one after the other", "202 then 409", () -> {
                    String product = "applications/" + scene.app();
                    String commit = StoreFixture.one(product, scene.create(product)) + "/commit";
                    return scene.client.call("POST", commit).status() + " then "
                            + scene.client.call("POST", commit).status();
                });
    }

    @TestFactory
    Iterable<DynamicTest> flights() {
        return new ReferenceRows()
                .row(
                        "The first flight ranks above the non-flighted submission",
                        "Non-flighted submission",
                        () -> createFlight("first", "").json().getString("rankHigherThan"))
                .row(
                        "Without a rank: the highest",
                        "first",
                        () -> createFlight("second", "").json().getString("rankHigherThan"))
                .row(
                        "By name",
                        "first",
                        () -> createFlight("third", "first").json().getString("rankHigherThan"))
                .row("The one above is above the new one now", "third", () -> rank("second"))
                .row(
                        "The highest stays the highest",
                        "second",
                        () -> createFlight("top", "").json().getString("rankHigherThan"))
                .row(
                        "By id, told by name",
                        "first",
                        () -> createFlight("by-id", flightId("first")).json().getString("rankHigherThan"))
                .row("After a deletion the next one is below", "first", () -> {
                    scene.client.call("DELETE", "applications/" + app + "/flights/" + flightId("by-id"));
                    return rank("third");
                })
                .row(
                        "Unknown rank (I)",
                        "400 InvalidParameterValue rankHigherThan",
                        () -> createFlight("fourth", "nobody").verdict())
                .row(
                        INFERRED,
                        "12.6-10",
                        "Its first submission comes along",
                        true,
                        () -> createFlight("fifth", "").json().containsKey("pendingFlightSubmission"))
                .row(
                        "DELETE of a flight whose only submission is its first, never committed one",
                        "204",
                        () -> scene.client
                                .call(
                                        "DELETE",
                                        "applications/" + app + "/flights/"
                                                + createFlight("sixth", "")
                                                        .json()
                                                        .getString("flightId"))
                                .verdict())
                .row(
                        "DELETE of a flight whose only submission is being committed",
                        "409 InvalidState flight",
                        this::deleteCommittedFlight);
    }

    /** While one of them reads the upload, the other finds that it is committed already. */
    private List<Integer> twoCommitsAtOnce() {
        String product = "applications/" + scene.app();
        JsonObject submission = scene.filled(product, UnaryOperator.identity());
        String commit = StoreFixture.one(product, submission) + "/commit";
        return Stream.of(1, 2)
                .parallel()
                .map(one -> scene.client.call("POST", commit).status())
                .sorted()
                .toList();
    }

    private String rank(String name) {
        return flight(name).getString("rankHigherThan");
    }

    private String flightId(String name) {
        return flight(name).getString("flightId");
    }

    private JsonObject flight(String name) {
        JsonObject list =
                scene.client.call("GET", "applications/" + app + "/listflights").json();
        return Json.objects(list, "value").stream()
                .filter(flight -> flight.getString("friendlyName").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String deleteCommittedFlight() {
        JsonObject flight = createFlight("seventh", "").json();
        String path = "applications/" + app + "/flights/" + flight.getString("flightId");
        scene.client.call("POST", StoreFixture.one(path, flight.getJsonObject("pendingFlightSubmission")) + "/commit");
        return scene.client.call("DELETE", path).verdict();
    }

    @Test
    @ReferenceRow("12.6-10")
    @DisplayName("A flight comes with a submission")
    void aFlightComesWithASubmission() {
        try (StoreFixture other = new StoreFixture()) {
            String owner = other.app();
            JsonObject flight = other.client
                    .call("POST", "applications/" + owner + "/flights", "{\"friendlyName\":\"f\"}")
                    .json();
            JsonObject reference = flight.getJsonObject("pendingFlightSubmission");
            assertThat(reference.getString("resourceLocation"))
                    .isEqualTo("flights/" + flight.getString("flightId") + "/submissions/" + reference.getString("id"));
        }
    }

    @Test
    @ReferenceRow("12.6-4")
    @DisplayName("Pages follow @nextLink")
    void pagesFollowNextLink() {
        IntStream.range(0, 11).forEach(i -> scene.app());
        JsonObject first = scene.client.call("GET", "applications").json();
        assertThat(first.getJsonArray("value")).hasSize(10);
        assertThat(first.getInt("totalCount")).isEqualTo(12);
        assertThat(first.getString("@nextLink")).isEqualTo("applications?skip=10&top=10");
        JsonObject last = scene.client.call("GET", first.getString("@nextLink")).json();
        assertThat(last.getJsonArray("value")).hasSize(2);
        assertThat(last).doesNotContainKey("@nextLink");
    }

    @Test
    void allAddonsComeAtOnceUnlessTopIsGiven() {
        IntStream.range(0, 12).forEach(i -> scene.addon(app));
        assertThat(scene.client.call("GET", "inappproducts").json().getJsonArray("value"))
                .hasSize(12);
        JsonObject page = scene.client
                .call("GET", "applications/" + app + "/listinappproducts/?top=5&skip=5")
                .json();
        assertThat(page.getString("@nextLink")).isEqualTo("applications/" + app + "/listinappproducts/?skip=10&top=5");
        assertThat(page.getJsonArray("value").getJsonObject(0)).containsOnlyKeys("inAppProductId");
    }

    @Test
    void addonsAndFlightsAreReleasedLikeApps() {
        String flight = "applications/" + app + "/flights/" + scene.flight(app);
        scene.published(flight, UnaryOperator.identity());
        JsonObject reference = scene.client.call("GET", flight).json();
        assertThat(reference).containsKey("lastPublishedFlightSubmission").doesNotContainKey("pendingFlightSubmission");
        String addon = "inappproducts/" + scene.addon(app);
        JsonObject created = scene.create(addon);
        JsonObject icon = Documents.set(
                created,
                "/listings/en-us/icon",
                Json.object()
                        .add("fileName", "i.png")
                        .add("fileStatus", "PendingUpload")
                        .build());
        scene.client.call("PUT", StoreFixture.one(addon, created), icon);
        scene.client.upload(created, Zips.zip("i.png", Zips.PNG));
        scene.client.call("POST", StoreFixture.one(addon, created) + "/commit");
        scene.wait(Duration.ofMinutes(9));
        assertThat(scene.status(addon, created)).isEqualTo("Published");
        assertThat(scene.client.call("GET", StoreFixture.one(addon, created)).text())
                .contains("\"fileStatus\":\"Uploaded\"");
    }

    @Test
    @ReferenceRow("12.2-12")
    @DisplayName("Empty list of apps")
    void noAppIsThere() throws Exception {
        try (EmbeddedStore empty = EmbeddedStore.builder().start()) {
            assertThat(new EmulatorClient(empty).call("GET", "applications").verdict())
                    .isEqualTo("404 ResourceNotFound");
        }
    }
}
