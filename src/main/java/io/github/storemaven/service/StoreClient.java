package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The Store's resources: apps, add-ons, package flights, and the submissions of each. Each method throws
 * StoreRefusedException when the Store says no, and StoreUnreachableException when there is no usable response, also when a call
 * may have had its effect all the same.
 *
 * @see <a href="https://learn.microsoft.com/windows/uwp/monetize/create-and-manage-submissions-using-windows-store-services">
 *     Microsoft Store submission API</a>
 */
public final class StoreClient {
    /** How many apps {@link #someApplications} returns at most. */
    public static final int SOME = 10;

    private static final String ADD_ONS = "inappproducts";

    private final StoreConnection connection;

    public StoreClient(StoreConnection connection) {
        this.connection = connection;
    }

    /** The submissions of a product. */
    public Submissions submissions(Product product) {
        return new Submissions(connection, product);
    }

    /**
     * One page of the account's apps, to see whether the account can be reached. An account that owns none, or shows none to
     * this identity, may answer with 404.
     */
    public List<ProductResource> someApplications() throws StoreRefusedException, IOException, InterruptedException {
        return Members.objects(page("list the apps", "applications?top=" + SOME), "value").stream()
                .map(ProductResource::application)
                .toList();
    }

    /** All apps of the account; the list is empty too where this identity may see none. */
    public List<ProductResource> applications() throws StoreRefusedException, IOException, InterruptedException {
        List<ProductResource> found = new ArrayList<>();
        for (JsonObject application : new Paging("list the apps", "applications").find(any -> true, "id")) {
            found.add(ProductResource.application(application));
        }
        return found;
    }

    /** The product's resource: app, flight or add-on. */
    public ProductResource product(Product product) throws StoreRefusedException, IOException, InterruptedException {
        return ProductResource.of(
                product, connection.read("read " + product, connection.request("GET", product.path())));
    }

    /**
     * The add-ons with a developer's product id, of all apps or of one.
     *
     * @param applicationId empty for all apps of the account
     */
    public List<ProductResource> findAddOns(String productId, Optional<String> applicationId)
            throws StoreRefusedException, IOException, InterruptedException {
        Predicate<JsonObject> named = addOn ->
                Members.text(addOn, "productId").filter(productId::equals).isPresent();
        return addOns(named.and(addOn -> applicationId.isEmpty() || isOf(addOn, applicationId.get())));
    }

    /** All add-ons of the account. */
    public List<ProductResource> addOns() throws StoreRefusedException, IOException, InterruptedException {
        return addOns(addOn -> true);
    }

    /** All add-ons of the app, each with its submissions, which the app's own list does not name. */
    public List<ProductResource> addOns(Product.Application application)
            throws StoreRefusedException, IOException, InterruptedException {
        return addOns(addOn -> isOf(addOn, application.id()));
    }

    /** Shows all add-ons of an app one by one, and keeps none: an account may have many thousands. */
    public void forEachAddOn(Product.Application application, Consumer<ProductResource> seen)
            throws StoreRefusedException, IOException, InterruptedException {
        addOns(addOn -> {
            if (isOf(addOn, application.id())) {
                seen.accept(ProductResource.addOn(addOn));
            }
            return false;
        });
    }

    public ProductResource createAddOn(JsonObject request)
            throws StoreRefusedException, IOException, InterruptedException {
        String action = "create add-on " + Members.text(request, "productId").orElse("");
        return ProductResource.addOn(connection.read(
                action, connection.request("POST", ADD_ONS).body(BodyPublishers.ofString(Json.compact(request)))));
    }

    /** The flights with exactly this friendly name. */
    public List<ProductResource> findFlights(Product.Application application, String friendlyName)
            throws StoreRefusedException, IOException, InterruptedException {
        return flights(
                application,
                flight -> Members.text(flight, "friendlyName")
                        .filter(friendlyName::equals)
                        .isPresent());
    }

    /** All flights of the app. */
    public List<ProductResource> flights(Product.Application application)
            throws StoreRefusedException, IOException, InterruptedException {
        return flights(application, flight -> true);
    }

    public ProductResource createFlight(Product.Application application, JsonObject request)
            throws StoreRefusedException, IOException, InterruptedException {
        return ProductResource.flight(connection.read(
                "create a flight of " + application,
                connection
                        .request("POST", application.path() + "/flights")
                        .body(BodyPublishers.ofString(Json.compact(request)))));
    }

    /** Deletes an add-on or a flight; no app is deleted by API. */
    public void delete(Product product) throws StoreRefusedException, IOException, InterruptedException {
        if (product instanceof Product.Application) {
            throw new IllegalArgumentException(product + " cannot be deleted by API");
        }
        connection.call(
                "delete " + product,
                connection.request("DELETE", product.path()).retryable(false));
    }

    private List<ProductResource> addOns(Predicate<JsonObject> wanted)
            throws StoreRefusedException, IOException, InterruptedException {
        List<ProductResource> found = new ArrayList<>();
        for (JsonObject addOn : new Paging("list the add-ons", ADD_ONS).find(wanted, "id")) {
            found.add(ProductResource.addOn(addOn));
        }
        return found;
    }

    private List<ProductResource> flights(Product.Application application, Predicate<JsonObject> wanted)
            throws StoreRefusedException, IOException, InterruptedException {
        List<ProductResource> found = new ArrayList<>();
        Paging paging = new Paging("list the flights of " + application, application.path() + "/listflights");
        for (JsonObject flight : paging.find(wanted, "flightId")) {
            found.add(ProductResource.flight(flight));
        }
        return found;
    }

    private static boolean isOf(JsonObject addOn, String applicationId) {
        return Members.object(addOn, "applications").stream()
                .flatMap(list -> Members.objects(list, "value").stream())
                .anyMatch(application -> ProductResource.hasId(application, applicationId));
    }

    /** One page of a list; an empty list may be answered with 404. */
    private JsonObject page(String action, String path)
            throws StoreRefusedException, IOException, InterruptedException {
        try {
            return connection.read(action, connection.request("GET", path));
        } catch (StoreRefusedException refused) {
            if (refused.isNotFound()) {
                return JsonObject.EMPTY_JSON_OBJECT;
            }
            throw refused;
        }
    }

    /** Follows the pages of a list to its end. */
    private final class Paging {
        /** Far more products than an account has, and an end to a list that has none. */
        private static final int MAX_ITEMS = 100_000;

        private static final int MAX_PAGES = 1_000;
        private static final int MAX_LINK_LENGTH = 1_000;

        private final String action;
        private final String path;

        Paging(String action, String path) {
            this.action = action;
            this.path = path;
        }

        /**
         * The items that are wanted; no others are kept, since an account may have thousands.
         *
         * @throws StoreUnreachableException when a page leads elsewhere, or in a circle: half a list would be a wrong answer;
         *     when an item has no id, since nothing can be done with it
         */
        List<JsonObject> find(Predicate<JsonObject> wanted, String idMember)
                throws StoreRefusedException, IOException, InterruptedException {
            List<JsonObject> kept = new ArrayList<>();
            int items = 0;
            Set<String> seen = new HashSet<>();
            Optional<String> next = Optional.of(path + "?top=100");
            while (next.isPresent()) {
                if (!seen.add(next.get()) || seen.size() > MAX_PAGES || items > MAX_ITEMS) {
                    throw new StoreUnreachableException(action, "its list has no end", null);
                }
                JsonObject page = page(action, next.get());
                List<JsonObject> value = Members.objects(page, "value");
                items += value.size();
                value.stream().filter(wanted).forEach(kept::add);
                next = Members.text(page, "@nextLink");
                if (next.isPresent() && !isWithin(next.get())) {
                    throw new StoreUnreachableException(
                            action, "the next page of its list is not one of that list", null);
                }
            }
            if (!kept.stream().allMatch(item -> Members.text(item, idMember).isPresent())) {
                throw new StoreUnreachableException(action, "an entry of its list has no " + idMember, null);
            }
            return kept;
        }

        /** A link leads to the same list, whatever a response claims. */
        private boolean isWithin(String link) {
            return link.length() <= MAX_LINK_LENGTH
                    && link.matches("(?i)" + Pattern.quote(path) + "/?\\?([0-9A-Za-z=&$._~+,-]|%[0-9A-Fa-f]{2})*");
        }
    }
}
