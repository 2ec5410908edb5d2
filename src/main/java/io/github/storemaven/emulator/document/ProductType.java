package io.github.storemaven.emulator.document;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** The three types of product and where their resources differ (reference, section 6). */
public enum ProductType {
    /** An app. */
    APPLICATION("app", "applications", "Application", "applicationPackages", "packages"),
    /** An add-on, also called in-app product. */
    ADDON("addon", "inappproducts", "InAppProduct", "", ""),
    /** A package flight of an app. */
    FLIGHT("flight", "flights", "Flight", "flightPackages", "flightPackages");

    /** What the service sets in every submission; a client's values are ignored (reference 5.8). */
    public static final List<String> READ_ONLY =
            List.of("id", "flightId", "status", "statusDetails", "fileUploadUrl", "friendlyName");

    private final String label;
    private final String collection;
    private final String resource;
    private final String packagesMember;
    private final String packagesTarget;
    private final DocumentSchema schema;

    ProductType(String label, String collection, String resource, String packagesMember, String packagesTarget) {
        this.label = label;
        this.collection = collection;
        this.resource = resource;
        this.packagesMember = packagesMember;
        this.packagesTarget = packagesTarget;
        this.schema = DocumentSchema.named(label + "-submission");
    }

    /** For example {@code app}, for a person. */
    public String label() {
        return label;
    }

    /** For example {@code applications}, a part of the path of a resource. */
    public String collection() {
        return collection;
    }

    /** For example {@code pendingApplicationSubmission}, the reference in the product's resource. */
    public String pendingMember() {
        return "pending" + resource + "Submission";
    }

    /** For example {@code lastPublishedApplicationSubmission}. */
    public String publishedMember() {
        return "lastPublished" + resource + "Submission";
    }

    /** The member with the packages; empty for an add-on. */
    public String packagesMember() {
        return packagesMember;
    }

    /** What the error envelope calls the packages. */
    public String packagesTarget() {
        return packagesTarget;
    }

    /** The editable part of a submission, without what a client may not set. */
    public JsonObject parse(JsonObject sent) throws ServiceErrorException {
        return schema.parse("submission", sent).asJsonObject();
    }

    /**
     * A document that somebody printed, as it is stored: in the spelling of the reference, and whole.
     *
     * @throws IllegalArgumentException when it is no submission of this type
     */
    public JsonObject adopt(JsonObject printed) {
        String needed = this == FLIGHT ? packagesMember : "listings";
        try {
            if (parse(printed).containsKey(needed)) {
                return Json.without(
                        schema.adopt("submission", Json.withoutInAnyCase(printed, READ_ONLY))
                                .asJsonObject(),
                        READ_ONLY);
            }
            throw new IllegalArgumentException(noSubmission() + "it has no \"" + needed + "\"");
        } catch (ServiceErrorException e) {
            throw new IllegalArgumentException(noSubmission() + e.getMessage(), e);
        }
    }

    private String noSubmission() {
        return "this is no published document of kind " + label + ": ";
    }

    /** A parsed document as it is stored. */
    public JsonObject fillIn(JsonObject parsed, JsonObject stored) {
        return schema.fillIn(parsed, Optional.of(stored)).asJsonObject();
    }

    /** A draft of a product with nothing published (reference 12.3). */
    public JsonObject defaultDocument() {
        return schema.fillIn(JsonValue.EMPTY_JSON_OBJECT, Optional.empty()).asJsonObject();
    }

    /** The document that a product has published when nobody gave one. */
    public JsonObject builtIn() {
        return Json.resource(ProductType.class, "published-" + label + ".json");
    }
}
