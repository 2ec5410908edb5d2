package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.Submission;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/** Products and submissions as clients see them (reference, section 6). */
final class Views {
    private static final List<String> LARGE = List.of("listings", "applicationPackages", "flightPackages");

    private final Uploads uploads;

    Views(Uploads uploads) {
        this.uploads = uploads;
    }

    JsonObject product(Product product) {
        JsonObjectBuilder view = Json.PROVIDER.createObjectBuilder(product.facts());
        product.published()
                .ifPresent(submission -> view.add(product.kind().publishedMember(), reference(product, submission)));
        product.pending()
                .ifPresent(submission -> view.add(product.kind().pendingMember(), reference(product, submission)));
        return view.build();
    }

    /** As documented; a flight's lacks the app's part (6.2). */
    private static JsonObject reference(Product product, Submission submission) {
        String collection = switch (product.kind()) {
            case APPLICATION -> "applications/";
            case ADDON -> "inappproducts/";
            case FLIGHT -> "flights/";
        };
        return Json.object()
                .add("id", submission.id())
                .add("resourceLocation", collection + product.id() + "/submissions/" + submission.id())
                .build();
    }

    JsonObject submission(Product product, Submission submission) {
        return submission(product, submission, submission.shown());
    }

    JsonObject submission(Product product, Submission submission, JsonObject document) {
        JsonObjectBuilder view = Json.object().add("id", submission.id());
        if (product.kind() == Kind.FLIGHT) {
            view.add("flightId", product.id());
        }
        view.addAll(Json.PROVIDER.createObjectBuilder(document));
        view.add("status", submission.status().word());
        view.add("statusDetails", submission.details());
        submission
                .upload()
                .ifPresentOrElse(
                        ticket -> view.add("fileUploadUrl", uploads.url(ticket)),
                        () -> view.add("fileUploadUrl", JsonValue.NULL));
        if (product.kind() != Kind.FLIGHT) {
            view.add("friendlyName", submission.friendlyName());
        }
        return view.build();
    }

    /** Without what makes it large (reference 5.5). */
    JsonObject minimal(Product product, Submission submission) {
        return Json.without(submission(product, submission), LARGE);
    }

    JsonObject status(Submission submission) {
        return Json.object()
                .add("status", submission.status().word())
                .add("statusDetails", submission.details())
                .build();
    }
}
