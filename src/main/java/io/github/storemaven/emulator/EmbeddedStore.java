package io.github.storemaven.emulator;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.catalog.StoreBehaviour;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ProductType;
import io.github.storemaven.emulator.fault.FaultSwitches;
import io.github.storemaven.emulator.installer.InstallerCatalog;
import io.github.storemaven.emulator.token.Account;
import io.github.storemaven.emulator.token.TokenEndpoint;
import io.github.storemaven.emulator.web.OperatorRemarks;
import io.github.storemaven.emulator.web.Request;
import io.github.storemaven.emulator.web.Response;
import io.github.storemaven.emulator.web.WebServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Store on loopback: submission API, token endpoint and blob storage on one port, written from the reference only.
 * Thread safe.
 */
public final class EmbeddedStore implements AutoCloseable {
    /** The start of every secret, token and signature of an embedded Store. */
    public static final String MADE_UP = "emulator-made-up-";

    private final WebServer server;
    private final RequestDispatcher dispatcher;
    private final StateFolder folder;
    private final Parts parts;

    EmbeddedStore(WebServer server, RequestDispatcher dispatcher, StateFolder folder, Parts parts) {
        this.server = server;
        this.dispatcher = dispatcher;
        this.folder = folder;
        this.parts = parts;
    }

    /** What {@link ControlEndpoint} steers and this class shows. */
    record Parts(
            URI root,
            Account account,
            Catalog catalog,
            InstallerCatalog installers,
            StoreBehaviour behaviour,
            FaultSwitches faults,
            OperatorRemarks remarks,
            RequestLog log,
            TokenEndpoint login,
            PartnerCenter partnerCenter) {}

    /** The way to start one. */
    public static EmbeddedStoreBuilder builder() {
        return new EmbeddedStoreBuilder();
    }

    /** The root of the service, for example {@code http://127.0.0.1:49152}. */
    public URI serviceUrl() {
        return parts.root();
    }

    /** Answers a request that comes by no connection; how the response is delivered, and when, is the caller's part. */
    public Response answer(Request request) throws IOException {
        return dispatcher.handle(request);
    }

    /** The root of the token endpoint: the same host and port. */
    public URI loginUrl() {
        return parts.root();
    }

    /** The one tenant. */
    public String tenantId() {
        return parts.account().tenantId();
    }

    /** The one client. */
    public String clientId() {
        return parts.account().clientId();
    }

    /**
     * The client's secret. Unless another one was given it is made up and starts with {@link #MADE_UP}; it is another one
     * at each start, and a state folder keeps it.
     */
    public String clientSecret() {
        return parts.account().clientSecret();
    }

    /**
     * Adds a product.
     *
     * @throws IllegalArgumentException when the id is taken, the app is not there, or the document is none of its type
     */
    public void add(ProductSeed seed) {
        parts.catalog().update(seed::addTo);
    }

    /** The MSI and EXE products. */
    public InstallerCatalog installers() {
        return parts.installers();
    }

    /** The root of the service for MSI and EXE products: the same host and port. */
    public URI installerServiceUrl() {
        return parts.root();
    }

    /** The seller account that has all MSI and EXE products. */
    public String sellerId() {
        return InstallerCatalog.SELLER;
    }

    /** The last requests, at most 10,000, oldest first. */
    public List<RecordedRequest> requests() {
        return parts.log().last();
    }

    /** How many requests there were, those that {@link #requests} has forgotten included. */
    public long requestCount() {
        return parts.log().total();
    }

    /** The document of the last published submission. The id is a Store ID or a flight id. */
    public Optional<JsonObject> published(String productId) {
        return submission(productId, Product::published).map(Submission::shown);
    }

    /** The document of the submission in progress. The id is a Store ID or a flight id. */
    public Optional<JsonObject> pending(String productId) {
        return submission(productId, Product::pending).map(Submission::shown);
    }

    /** The state of the submission in progress, for example {@code Certification}. */
    public Optional<String> pendingStatus(String productId) {
        return submission(productId, Product::pending)
                .map(submission -> submission.status().apiName());
    }

    /** The Store IDs of all apps. */
    public List<String> applicationIds() {
        return parts.catalog()
                .locked(catalog -> catalog.all(ProductType.APPLICATION).stream()
                        .map(Product::id)
                        .toList());
    }

    /** Whether an app, or an add-on or flight of it, has this id, product id or friendly name. */
    public boolean holds(String applicationId, String name) {
        return parts.catalog()
                .locked(catalog -> Arrays.stream(ProductType.values())
                        .flatMap(type -> catalog.all(type).stream())
                        .anyMatch(product -> product.id().equalsIgnoreCase(name)
                                || (product.applicationId().equalsIgnoreCase(applicationId)
                                        && List.of("productId", "friendlyName").stream()
                                                .anyMatch(
                                                        member -> name.equals(Json.text(product.members(), member))))));
    }

    private Optional<Submission> submission(String productId, Function<Product, Optional<Submission>> which) {
        return parts.catalog().locked(catalog -> catalog.find(productId).flatMap(which));
    }

    /** Somebody makes a submission in Partner Center. */
    public void createInPartnerCenter(String productId) {
        parts.catalog().update(catalog -> parts.partnerCenter().create(productId));
    }

    /** Somebody edits the pending submission, or the draft of an MSI or EXE product, in Partner Center. */
    public void editInPartnerCenter(String productId) {
        if (parts.installers().holds(productId)) {
            parts.installers().editInPartnerCenter(productId);
            return;
        }
        parts.catalog().update(catalog -> parts.partnerCenter().edit(productId));
    }

    /** Somebody cancels the pending submission in Partner Center. */
    public void cancelInPartnerCenter(String productId) {
        parts.catalog().update(catalog -> parts.partnerCenter().cancel(productId));
    }

    /** Choices where the real behaviour is unknown or differs by account. */
    public StoreBehaviour behaviour() {
        return parts.behaviour();
    }

    /** The last things that clients are not told, such as why a commit failed; at most 100, oldest first. */
    public List<String> remarks() {
        return parts.remarks().last();
    }

    /** Switches for what may go wrong. */
    public FaultSwitches faults() {
        return parts.faults();
    }

    /** Stops at once; removes what was uploaded, unless a state folder keeps it. */
    @Override
    public void close() {
        server.close();
        parts.catalog().locked(catalog -> {
            catalog.save();
            folder.close();
            return catalog;
        });
    }
}
