package io.github.storemaven.emulator.document;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** The three kinds of product and where their resources differ (reference, section 6). */
public enum Kind {
    /** An app. */
    APPLICATION("app", "Application", "applicationPackages", "packages"),
    /** An add-on, also called in-app product. */
    ADDON("addon", "InAppProduct", "", ""),
    /** A package flight of an app. */
    FLIGHT("flight", "Flight", "flightPackages", "flightPackages");

    /** What the service sets in every submission; a client's values are ignored (reference 5.8). */
    public static final List<String> OWNED =
            List.of("id", "flightId", "status", "statusDetails", "fileUploadUrl", "friendlyName");

    /** A member that Partner Center alone shows: images by language that a PUT left out (reference 8.3). */
    public static final String LEFT_OUT_IMAGES = "imagesLeftOut";

    private final String word;
    private final String resource;
    private final String packagesMember;
    private final String packagesTarget;
    // A tree of records that nobody changes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ObjectShape shape;

    Kind(String word, String resource, String packagesMember, String packagesTarget) {
        this.word = word;
        this.resource = resource;
        this.packagesMember = packagesMember;
        this.packagesTarget = packagesTarget;
        this.shape = ObjectShape.of(Json.resource(Kind.class, word + "-submission.json"));
    }

    /** For example {@code app}, for a person. */
    public String word() {
        return word;
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
    public JsonObject accept(JsonObject sent) throws Refusal {
        return shape.accept("submission", sent).asJsonObject();
    }

    /**
     * A document that somebody printed, as it is stored: in the spelling of the reference, and whole.
     *
     * @throws IllegalArgumentException when it is no submission of this kind
     */
    public JsonObject adopt(JsonObject printed) {
        String needed = this == FLIGHT ? packagesMember : "listings";
        try {
            if (accept(printed).containsKey(needed)) {
                return Json.without(
                        shape.adopt("submission", Json.withoutInAnyCase(printed, OWNED))
                                .asJsonObject(),
                        OWNED);
            }
            throw new IllegalArgumentException(noSubmission() + "it has no \"" + needed + "\"");
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(noSubmission() + refusal.getMessage(), refusal);
        }
    }

    private String noSubmission() {
        return "this is no published document of kind " + word + ": ";
    }

    /** An accepted document as it is stored. */
    public JsonObject complete(JsonObject accepted, JsonObject stored) {
        return shape.complete(accepted, Optional.of(stored)).asJsonObject();
    }

    /** A draft of a product with nothing published (reference 12.3). */
    public JsonObject blankDraft() {
        return shape.complete(JsonValue.EMPTY_JSON_OBJECT, Optional.empty()).asJsonObject();
    }

    /** The document that a product has published when nobody gave one. */
    public JsonObject builtIn() {
        return Json.resource(Kind.class, "published-" + word + ".json");
    }
}
