package io.github.storemaven.emulator.api;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.catalog.StoreBehaviour;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.commit.CommitProcessing;
import io.github.storemaven.emulator.document.DocumentUpdate;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ListingImages;
import io.github.storemaven.emulator.document.ProductType;
import io.github.storemaven.emulator.document.ServiceErrorException;
import io.github.storemaven.emulator.fault.Call;
import io.github.storemaven.emulator.fault.Fault;
import io.github.storemaven.emulator.fault.FaultSwitches;
import io.github.storemaven.emulator.storage.UploadContainer;
import io.github.storemaven.emulator.web.Response;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;

/** Create, get, status, update, commit and delete, for all three types of product (reference 5.5 to 5.10). */
final class SubmissionHandler {
    /** What makes a submission large (reference 5.5). */
    private static final List<String> LARGE = List.of("listings", "applicationPackages", "flightPackages");

    private final Catalog catalog;
    private final UploadContainer uploads;
    private final SubmissionClone clones;
    private final CommitProcessing commits;
    private final StoreBehaviour behaviour;
    private final FaultSwitches faults;

    SubmissionHandler(
            Catalog catalog,
            UploadContainer uploads,
            SubmissionClone clones,
            CommitProcessing commits,
            StoreBehaviour behaviour,
            FaultSwitches faults) {
        this.catalog = catalog;
        this.uploads = uploads;
        this.clones = clones;
        this.commits = commits;
        this.behaviour = behaviour;
        this.faults = faults;
    }

    Response create(ApiRequest request) throws ServiceErrorException {
        Product product = request.product();
        if (applies(Fault.Kind.PARTNER_CENTER_DRAFT, product)
                && product.pending().isEmpty()) {
            clones.create(product, Submission.Origin.PARTNER_CENTER);
        }
        ConflictMatrix.requireCreatable(product, behaviour);
        JsonObject start = clones.document(product);
        JsonObject document = request.hasBody() ? updated(product, start, request.body()) : start;
        product.pending().flatMap(Submission::upload).ifPresent(uploads::delete);
        Submission submission = clones.create(product, Submission.Origin.API, document);
        breakCreated(product, submission);
        JsonObject whole = resource(product, submission, submission.shown());
        boolean minimal = request.parameter("isMinimalResponse").equalsIgnoreCase("true");
        return Response.json(201, (minimal ? Json.without(whole, LARGE) : whole).toString());
    }

    private void breakCreated(Product product, Submission submission) throws ServiceErrorException {
        if (applies(Fault.Kind.EXPIRED_UPLOAD, product)) {
            submission.replaceUpload(submission.upload().map(upload -> upload.expiring(catalog.now())));
        }
        boolean zombie = applies(Fault.Kind.ZOMBIE, product);
        if (zombie) {
            submission.becomeZombie();
        }
        if (zombie || applies(Fault.Kind.GHOST_CREATE, product)) {
            throw ServiceErrorException.internalError();
        }
    }

    private boolean applies(Fault.Kind kind, Product product) {
        return faults.take(kind, Call.CREATE_SUBMISSION, product.id()).isPresent();
    }

    Response get(ApiRequest request) throws ServiceErrorException {
        Product product = request.product();
        Submission submission = request.submission(product);
        return Response.json(
                200, resource(product, submission, submission.shown()).toString());
    }

    Response status(ApiRequest request) throws ServiceErrorException {
        Submission submission = request.submission();
        return Response.json(
                200,
                Json.object()
                        .add("status", submission.status().apiName())
                        .add("statusDetails", submission.details())
                        .build()
                        .toString());
    }

    Response update(ApiRequest request) throws ServiceErrorException {
        Product product = request.product();
        Submission submission = request.submission(product);
        ConflictMatrix.require(request.call(), submission);
        JsonObject document = updated(product, submission.document(), request.body());
        if (!submission.isZombie()) {
            submission.replaceDocument(document);
        }
        JsonObject shown = ListingImages.withoutLeftOut(document);
        return Response.json(200, resource(product, submission, shown).toString());
    }

    private JsonObject updated(Product product, JsonObject stored, byte[] body) throws ServiceErrorException {
        List<String> names = product.type() == ProductType.APPLICATION
                ? Json.strings(product.members(), "reservedNames")
                : List.of();
        JsonObject document = new DocumentUpdate(product.type(), stored, names).apply(body);
        boolean mandatory = Json.flag(Json.object(document, "packageDeliveryOptions"), "isMandatoryUpdate");
        if (mandatory && behaviour.on(StoreBehaviour.Switch.MANDATORY_UPDATES_REFUSED)) {
            throw ServiceErrorException.unsupportedFeature(": mandatory updates.");
        }
        return document;
    }

    /** Takes the lock itself, and only before and after the upload is read. */
    Response commit(ApiRequest request) throws ServiceErrorException, IOException {
        CommitProcessing.Commit commit = catalog.locked(all -> {
            Product product = request.product();
            Submission submission = request.submission(product);
            ConflictMatrix.require(request.call(), submission);
            return commits.begin(product, submission);
        });
        commit.run();
        return Response.json(
                202, Json.object().add("status", "CommitStarted").build().toString());
    }

    Response delete(ApiRequest request) throws ServiceErrorException {
        Product product = request.product();
        Submission submission = request.submission(product);
        ConflictMatrix.require(request.call(), submission);
        submission.upload().ifPresent(uploads::delete);
        catalog.removePending(product);
        return Response.empty(204);
    }

    /** A submission as clients see it (reference 6.2, 6.5, 6.7), with a document. */
    private JsonObject resource(Product product, Submission submission, JsonObject document) {
        boolean flight = product.type() == ProductType.FLIGHT;
        JsonObjectBuilder resource = Json.object().add("id", submission.id());
        if (flight) {
            resource.add("flightId", product.id());
        }
        resource.addAll(Json.PROVIDER.createObjectBuilder(document));
        resource.add("status", submission.status().apiName());
        resource.add("statusDetails", submission.details());
        submission
                .upload()
                .ifPresentOrElse(
                        upload -> resource.add("fileUploadUrl", uploads.url(upload)),
                        () -> resource.add("fileUploadUrl", JsonValue.NULL));
        if (!flight) {
            resource.add("friendlyName", submission.friendlyName());
        }
        return resource.build();
    }
}
