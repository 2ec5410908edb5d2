package io.github.storemaven.emulator.api;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ProductType;
import io.github.storemaven.emulator.document.ServiceErrorException;
import io.github.storemaven.emulator.fault.Call;
import io.github.storemaven.emulator.web.Request;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A routed request: what it asks for, its body, and the product and the submission that its path names. What is not there
 * is refused by reference 12.2.
 */
final class ApiRequest {
    private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Catalog catalog;
    private final Route route;
    private final Map<String, String> ids;
    private final Request request;
    private final byte[] body;

    /**
     * A request that has been authorized and read.
     *
     * @param ids the ids of the path, by their names in the route
     */
    ApiRequest(Catalog catalog, Route route, Map<String, String> ids, Request request, byte[] body) {
        this.catalog = catalog;
        this.route = route;
        this.ids = Map.copyOf(ids);
        this.request = request;
        this.body = body.clone();
    }

    /** What is asked for. */
    Call call() {
        return route.call();
    }

    /** Whether it changes nothing. */
    boolean isRead() {
        return request.method().equals("GET");
    }

    /** A parameter of the query; empty without one. */
    String parameter(String name) {
        return request.query().get(name).orElse("");
    }

    byte[] body() {
        return body.clone();
    }

    /** One official client sends {@code null}, and it works (field reports, quirk 1). */
    boolean hasBody() {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return !text.isEmpty() && !text.equals("null");
    }

    /** The product that the call is about; for a flight, of the app in the path. */
    Product product() throws ServiceErrorException {
        return switch (route.type()) {
            case APPLICATION -> application();
            case ADDON -> product(id("{addon}"), ProductType.ADDON);
            case FLIGHT -> flight();
        };
    }

    /** The app in the path. */
    Product application() throws ServiceErrorException {
        return application(id("{app}"));
    }

    private Product flight() throws ServiceErrorException {
        Product application = application();
        String id = id("{flight}");
        if (!id.matches(GUID)) {
            throw ServiceErrorException.invalidValue("flightId", "The flight id is not valid.");
        }
        Product flight = product(id, ProductType.FLIGHT);
        if (!flight.applicationId().equals(application.id())) {
            throw ServiceErrorException.productNotFound(ProductType.FLIGHT);
        }
        return flight;
    }

    /** An app by its id; the service fails over the identity name of one. */
    Product application(String id) throws ServiceErrorException {
        boolean identityName = catalog.find(id).isEmpty()
                && catalog.all(ProductType.APPLICATION).stream()
                        .anyMatch(app ->
                                Json.text(app.members(), "packageIdentityName").equalsIgnoreCase(id));
        if (identityName) {
            throw ServiceErrorException.internalError();
        }
        return product(id, ProductType.APPLICATION);
    }

    private Product product(String id, ProductType type) throws ServiceErrorException {
        return catalog.find(id)
                .filter(found -> found.type() == type)
                .orElseThrow(() -> ServiceErrorException.productNotFound(type));
    }

    /** The submission in the path, of the product in the path. */
    Submission submission(Product product) throws ServiceErrorException {
        String id = id("{submission}");
        Submission found = product.submission(id).orElse(null);
        if (found == null && catalog.hasSubmission(id)) {
            throw ServiceErrorException.submissionOfOther(product.type());
        }
        if (found == null) {
            throw ServiceErrorException.submissionNotFound();
        }
        return found;
    }

    /** Whether a submission is the one in the path. */
    boolean names(String submission) {
        return id("{submission}").equals(submission);
    }

    /** The submission in the path. */
    Submission submission() throws ServiceErrorException {
        return submission(product());
    }

    private String id(String name) {
        return ids.getOrDefault(name, "");
    }
}
