package io.github.storemaven.emulator.api;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.FlightRanking;
import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.catalog.ProductResource;
import io.github.storemaven.emulator.catalog.StoreBehaviour;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.document.DocumentSchema;
import io.github.storemaven.emulator.document.Enumerations;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ProductType;
import io.github.storemaven.emulator.document.ServiceErrorException;
import io.github.storemaven.emulator.storage.UploadContainer;
import io.github.storemaven.emulator.web.Response;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;

/** Lists, reads, creates and deletes products (reference 5.1 to 5.4, 5.12 to 5.15, 5.17 to 5.19). */
final class ProductHandler {
    private static final int ALL = 1_000_000;
    private static final int DEFAULT_APPLICATIONS = 10;
    private static final int MAX_PRODUCT_ID = 100;
    private static final String PRODUCT_ID = "productId";
    private static final String FRIENDLY_NAME = "friendlyName";
    private static final String RANK = "rankHigherThan";
    private static final DocumentSchema ADDON_BODY = DocumentSchema.named("create-addon");
    private static final DocumentSchema FLIGHT_BODY = DocumentSchema.named("create-flight");

    private final Catalog catalog;
    private final UploadContainer uploads;
    private final SubmissionClone clones;
    private final StoreBehaviour behaviour;

    ProductHandler(Catalog catalog, UploadContainer uploads, SubmissionClone clones, StoreBehaviour behaviour) {
        this.catalog = catalog;
        this.uploads = uploads;
        this.clones = clones;
        this.behaviour = behaviour;
    }

    Response get(ApiRequest request) throws ServiceErrorException {
        return Response.json(200, ProductResource.of(request.product()).toString());
    }

    Response listApplications(ApiRequest request) throws ServiceErrorException {
        return page(request, "applications", DEFAULT_APPLICATIONS, resources(catalog.all(ProductType.APPLICATION)));
    }

    Response listAddons(ApiRequest request) throws ServiceErrorException {
        return page(request, "inappproducts/", ALL, resources(catalog.all(ProductType.ADDON)));
    }

    Response listFlights(ApiRequest request) throws ServiceErrorException {
        String application = request.application().id();
        return page(
                request,
                "applications/" + application + "/listflights/",
                ALL,
                resources(catalog.all(ProductType.FLIGHT, application)));
    }

    Response listAddonsOfApplication(ApiRequest request) throws ServiceErrorException {
        String application = request.application().id();
        List<JsonObject> references = catalog.all(ProductType.ADDON, application).stream()
                .map(addon -> Json.object().add("inAppProductId", addon.id()).build())
                .toList();
        return page(request, "applications/" + application + "/listinappproducts/", ALL, references);
    }

    private static List<JsonObject> resources(List<Product> products) {
        return products.stream().map(ProductResource::of).toList();
    }

    /** A part of a list (reference 4.6), with the path of the next one before its question mark. */
    private static Response page(ApiRequest request, String path, int standard, List<JsonObject> all)
            throws ServiceErrorException {
        int top = number(request, "top", standard);
        int skip = number(request, "skip", 0);
        if (all.isEmpty()) {
            throw ServiceErrorException.notFound("", "Nothing was found.");
        }
        int from = Math.min(skip, all.size());
        int to = (int) Math.min((long) from + top, all.size());
        JsonObjectBuilder page = Json.object();
        if (to < all.size()) {
            page.add("@nextLink", path + "?skip=" + to + "&top=" + top);
        }
        page.add("value", Json.array(all.subList(from, to))).add("totalCount", all.size());
        return Response.json(200, page.build().toString());
    }

    private static int number(ApiRequest request, String name, int standard) throws ServiceErrorException {
        String text = request.parameter(name);
        if (text.isEmpty()) {
            return standard;
        }
        if (!text.matches("\\d{1,9}") || (name.equals("top") && text.matches("0+"))) {
            throw ServiceErrorException.invalidValue(name, "The value '" + text + "' of '" + name + "' is not valid.");
        }
        return Integer.parseInt(text);
    }

    Response createAddon(ApiRequest request) throws ServiceErrorException {
        JsonObject body = ADDON_BODY.parseBody(request.body());
        List<String> applications = Json.strings(body, "applicationIds");
        String productId = Json.text(body, PRODUCT_ID);
        String addonType = Json.text(body, "productType");
        if (applications.size() != 1) {
            throw ServiceErrorException.invalidValue("applicationIds", "Exactly one application id is needed.");
        }
        if (productId.isBlank() || productId.length() > MAX_PRODUCT_ID || productId.matches(".*[<>*%&:\\\\?+,;].*")) {
            throw ServiceErrorException.invalidValue(
                    PRODUCT_ID, "The productId is missing, too long or has a character that is not allowed.");
        }
        if (!Enumerations.has("productType", addonType)) {
            throw ServiceErrorException.invalidValue(
                    "productType", "The productType must be one of Durable, Consumable.");
        }
        String application = request.application(applications.get(0)).id();
        requireUnused(application, productId);
        String id = catalog.newStoreId();
        JsonObject members = ProductResource.addon(id, productId, addonType, application);
        return created(catalog.add(ProductType.ADDON, id, application, members));
    }

    private void requireUnused(String application, String productId) throws ServiceErrorException {
        boolean used = catalog.all(ProductType.ADDON, application).stream()
                .anyMatch(addon -> Json.text(addon.members(), PRODUCT_ID).equals(productId));
        if (used) {
            throw ServiceErrorException.invalidState(
                    PRODUCT_ID, "The productId '" + productId + "' is in use already.");
        }
    }

    Response createFlight(ApiRequest request) throws ServiceErrorException {
        Product application = request.application();
        JsonObject body = FLIGHT_BODY.parseBody(request.body());
        List<String> groups = Json.strings(body, "groupIds");
        if (behaviour.on(StoreBehaviour.Switch.FLIGHT_NEEDS_GROUP)
                && (groups.isEmpty() || application.published().isEmpty())) {
            throw ServiceErrorException.invalidState(
                    "flight", "A flight needs a group and a published submission of its app.");
        }
        String id = UUID.randomUUID().toString();
        String asked = Json.text(body, FRIENDLY_NAME);
        String name = asked.isBlank() ? "Flight " + id.substring(0, 8) : asked;
        FlightRanking ranking = FlightRanking.of(catalog, application.id());
        if (ranking.find(name).isPresent()) {
            throw ServiceErrorException.invalidState(FRIENDLY_NAME, "There is a flight '" + name + "' already.");
        }
        String below = below(ranking, Json.text(body, RANK));
        ranking.insert(name, below);
        Product flight =
                catalog.add(ProductType.FLIGHT, id, application.id(), ProductResource.flight(id, name, groups, below));
        if (behaviour.on(StoreBehaviour.Switch.FLIGHT_WITH_SUBMISSION)) {
            clones.create(flight, Submission.Origin.API);
        }
        return created(flight);
    }

    /** Without a flight named, the new one ranks highest. */
    private static String below(FlightRanking ranking, String asked) throws ServiceErrorException {
        if (asked.isBlank()) {
            return ranking.highest();
        }
        return ranking.find(asked)
                .orElseThrow(() -> ServiceErrorException.invalidValue(RANK, "There is no flight '" + asked + "'."));
    }

    private static Response created(Product product) {
        return Response.json(201, ProductResource.of(product).toString());
    }

    Response deleteAddon(ApiRequest request) throws ServiceErrorException {
        Product addon = request.product();
        if (addon.published().isPresent()) {
            throw ServiceErrorException.invalidState("inAppProduct", "The add-on was published, it cannot be deleted.");
        }
        return delete(addon);
    }

    Response deleteFlight(ApiRequest request) throws ServiceErrorException {
        Product flight = request.product();
        if (flight.pending().isPresent() && !flight.isUntouched()) {
            throw ServiceErrorException.invalidState(
                    "flight", "The flight has a submission in progress, it cannot be deleted.");
        }
        catalog.applicationOf(flight).rememberPackages(flight.packages());
        FlightRanking.of(catalog, flight.applicationId()).remove(flight);
        return delete(flight);
    }

    private Response delete(Product product) {
        product.pending().flatMap(Submission::upload).ifPresent(uploads::delete);
        catalog.remove(product);
        return Response.empty(204);
    }
}
