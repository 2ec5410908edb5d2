package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The add-ons of an account (reference, sections 5.12 to 5.15). */
public final class Addons {
    private static final String PATH = "inappproducts";

    private final StoreConnection connection;

    Addons(StoreConnection connection) {
        this.connection = connection;
    }

    /**
     * The add-ons with a developer's product id, of all apps or of one.
     *
     * @param applicationId empty for all apps of the account
     */
    public List<JsonObject> called(String productId, Optional<String> applicationId)
            throws StoreRefusedException, IOException, InterruptedException {
        Predicate<JsonObject> named = addon ->
                Members.text(addon, "productId").filter(productId::equals).isPresent();
        String purpose = "list the add-ons";
        List<JsonObject> found = new Pages(connection)
                .those(named.and(addon -> applicationId.isEmpty() || isOf(addon, applicationId.get())), purpose, PATH);
        return Pages.identified(found, "id", purpose);
    }

    /** @throws StoreUnreachableException also when the add-on may have been created although no usable answer came */
    public JsonObject create(JsonObject request) throws StoreRefusedException, IOException, InterruptedException {
        return connection.read(
                "create add-on " + Members.text(request, "productId").orElse(""),
                connection.request("POST", PATH).body(BodyPublishers.ofString(Json.compact(request))));
    }

    /** @throws StoreUnreachableException also when the add-on may have been deleted although no usable answer came */
    public void delete(Product.Addon addon) throws StoreRefusedException, IOException, InterruptedException {
        connection.call(
                "delete " + addon, connection.request("DELETE", addon.path()).retryable(false));
    }

    private static boolean isOf(JsonObject addon, String applicationId) {
        return Members.object(addon, "applications").stream()
                .flatMap(list -> Members.objects(list, "value").stream())
                .anyMatch(app -> Members.text(app, "id")
                        .filter(applicationId::equalsIgnoreCase)
                        .isPresent());
    }
}
