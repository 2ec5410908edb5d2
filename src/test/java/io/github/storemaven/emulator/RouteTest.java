package io.github.storemaven.emulator;

import static io.github.storemaven.emulator.ReferenceRows.Mark.INFERRED;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reference, section 1: each of the 37 methods with its success code. */
class RouteTest {
    private final StoreFixture scene = new StoreFixture();
    private final String id = scene.app();
    private final String app = "applications/" + id;
    private final String addon = "inappproducts/" + scene.addon(id);
    private final String flight = app + "/flights/" + scene.flight(id);

    @AfterEach
    void stop() {
        scene.close();
    }

    @TestFactory
    Iterable<DynamicTest> section1() {
        ReferenceRows rows = new ReferenceRows()
                .row(
                        INFERRED,
                        "4.7-8",
                        "1 List apps (other codes)",
                        200,
                        () -> status("GET", "applications?top=1&skip=0"))
                .row("2 Get app", 200, () -> status("GET", app))
                .row("3 List add-ons of app", 200, () -> status("GET", app + "/listinappproducts"))
                .row("4 List flights of app", 200, () -> status("GET", app + "/listflights"));
        submissions(rows, List.of("5", "6", "7", "8", "9", "10"), app);
        rollouts(rows, List.of("11", "12", "13", "14"), app);
        rows.row("15 List add-ons (I)", 200, () -> status("GET", "inappproducts"))
                .row("16 Get add-on (I)", 200, () -> status("GET", addon))
                .row("17 Create add-on (I)", 201, () -> newAddon("one").status())
                .row(
                        "18 Delete add-on (I)",
                        204,
                        () -> status(
                                "DELETE",
                                "inappproducts/" + newAddon("two").json().getString("id")));
        submissions(rows, List.of("19 (I)", "20 (I)", "21 (I)", "22", "23 (I)", "24 (I)"), addon);
        rows.row("25 Create flight (I)", 201, () -> newFlight("one").status())
                .row("26 Get flight (I)", 200, () -> status("GET", flight))
                .row(
                        "27 Delete flight (I)",
                        204,
                        () -> status(
                                "DELETE",
                                app + "/flights/" + newFlight("two").json().getString("flightId")));
        submissions(rows, List.of("28 (I)", "29 (I)", "30 (I)", "31 (I)", "32 (I)", "33 (I)"), flight);
        rollouts(rows, List.of("34 (I)", "35 (I)", "36 (I)", "37 (I)"), flight);
        return rows;
    }

    private int status(String verb, String path) {
        return scene.client.call(verb, path).status();
    }

    private EmulatorClient.Reply newAddon(String productId) {
        return scene.client.call(
                "POST",
                "inappproducts",
                "{\"applicationIds\":[\"" + id + "\"],\"productId\":\"" + productId
                        + "\",\"productType\":\"Durable\"}");
    }

    private EmulatorClient.Reply newFlight(String name) {
        return scene.client.call("POST", app + "/flights", "{\"friendlyName\":\"" + name + "\",\"groupIds\":[\"1\"]}");
    }

    private void submissions(ReferenceRows rows, List<String> numbers, String product) {
        rows.row(numbers.get(0) + " Create submission", 201, () -> status("POST", product + "/submissions"))
                .row(numbers.get(1) + " Get submission", 200, () -> status("GET", pending(product)))
                .row(numbers.get(2) + " Get status", 200, () -> status("GET", pending(product) + "/status"))
                .row(
                        numbers.get(3) + " Update submission",
                        200,
                        () -> scene.client
                                .call(
                                        "PUT",
                                        pending(product),
                                        scene.client
                                                .call("GET", pending(product))
                                                .json())
                                .status())
                .row(numbers.get(5) + " Delete submission", 204, () -> status("DELETE", pending(product)))
                .row(numbers.get(4) + " Commit submission", 202, () -> {
                    scene.create(product);
                    return status("POST", pending(product) + "/Commit/");
                });
    }

    private void rollouts(ReferenceRows rows, List<String> numbers, String product) {
        rows.row(numbers.get(0) + " Get rollout", 200, () -> {
                    scene.wait(java.time.Duration.ofMinutes(9));
                    return status("GET", published(product) + "/packagerollout");
                })
                .row(
                        numbers.get(1) + " Change rollout percentage",
                        200,
                        () -> status("POST", rolledOut(product) + "/updatepackagerolloutpercentage?percentage=50.5"))
                .row(
                        numbers.get(2) + " Halt rollout",
                        200,
                        () -> status("POST", published(product) + "/haltpackagerollout"))
                .row(
                        numbers.get(3) + " Finalize rollout",
                        200,
                        () -> status("POST", rolledOut(product) + "/finalizepackagerollout"));
    }

    private String pending(String product) {
        return reference(product, "pending");
    }

    private String published(String product) {
        return reference(product, "lastPublished");
    }

    private String reference(String product, String start) {
        JsonObject resource = scene.client.call("GET", product).json();
        String member = resource.keySet().stream()
                .filter(name -> name.startsWith(start))
                .findFirst()
                .orElseThrow();
        return product + "/submissions/" + resource.getJsonObject(member).getString("id");
    }

    private String rolledOut(String product) {
        JsonObject created = scene.create(product);
        scene.client.call("PUT", StoreFixture.one(product, created), StoreFixture.rollout(created));
        scene.client.call("POST", StoreFixture.one(product, created) + "/commit");
        scene.wait(java.time.Duration.ofMinutes(9));
        return StoreFixture.one(product, created);
    }
}
