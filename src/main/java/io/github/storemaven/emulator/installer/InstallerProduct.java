package io.github.storemaven.emulator.installer;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An MSI or EXE product: the one draft that each has, and what was submitted of it (MSI/EXE reference, section 16). Languages are
 * compared without regard to case. Whoever uses it holds the lock of {@link InstallerCatalog}.
 */
final class InstallerProduct {
    private final String id;
    private JsonObject availability = JsonValue.EMPTY_JSON_OBJECT;
    private JsonObject properties = JsonValue.EMPTY_JSON_OBJECT;
    private final Map<String, JsonObject> listings = new LinkedHashMap<>();
    private final Map<String, ListingAssets> assets = new LinkedHashMap<>();
    private List<JsonObject> packages = List.of();
    private boolean staged;
    private Instant ready = Instant.EPOCH;
    private String uploadError = "";
    private final List<Publication> publications = new ArrayList<>();

    InstallerProduct(String id) {
        this.id = id;
    }

    /**
     * The pictures of a listing, in the order of display.
     *
     * @param logos objects with {@code id}, {@code assetUrl} and {@code imageSize}
     * @param screenshots the same
     */
    record ListingAssets(List<JsonObject> logos, List<JsonObject> screenshots) {
        static final ListingAssets NONE = new ListingAssets(List.of(), List.of());

        ListingAssets {
            logos = List.copyOf(logos);
            screenshots = List.copyOf(screenshots);
        }

        JsonObject toJson(String language) {
            return Json.object()
                    .add("language", language)
                    .add("storeLogos", Json.array(logos))
                    .add("screenshots", Json.array(screenshots))
                    .build();
        }

        static ListingAssets of(JsonObject json) {
            return new ListingAssets(Json.objects(json, "storeLogos"), Json.objects(json, "screenshots"));
        }
    }

    /**
     * A submission.
     *
     * @param until when publishing ends
     * @param failed whether it ends without success
     */
    record Publication(String id, Instant until, boolean failed) {
        /** {@code INPROGRESS}, {@code PUBLISHED} or {@code FAILED} (section 10.3). */
        String status(Instant now) {
            if (now.isBefore(until)) {
                return "INPROGRESS";
            }
            return failed ? "FAILED" : "PUBLISHED";
        }

        private JsonObject toJson() {
            return Json.object()
                    .add("id", id)
                    .add("until", until.toString())
                    .add("failed", failed)
                    .build();
        }

        private static Publication of(JsonObject json) {
            return new Publication(
                    json.getString("id"), Instant.parse(json.getString("until")), json.getBoolean("failed"));
        }
    }

    String id() {
        return id;
    }

    JsonObject availability() {
        return availability;
    }

    void setAvailability(JsonObject module) {
        availability = module;
    }

    JsonObject properties() {
        return properties;
    }

    void setProperties(JsonObject module) {
        properties = module;
    }

    /** All listings, oldest first. */
    List<JsonObject> listings() {
        return List.copyOf(listings.values());
    }

    Optional<JsonObject> listing(String language) {
        return Optional.ofNullable(listings.get(key(language)));
    }

    void setListing(JsonObject listing) {
        listings.put(key(Json.text(listing, "language")), listing);
    }

    /** Adds an empty listing unless there is one. */
    void addListing(String language) {
        listings.putIfAbsent(
                key(language), Json.object().add("language", language).build());
    }

    void removeListing(String language) {
        listings.remove(key(language));
        assets.remove(key(language));
    }

    ListingAssets assets(String language) {
        return assets.getOrDefault(key(language), ListingAssets.NONE);
    }

    void setAssets(String language, ListingAssets all) {
        assets.put(key(language), all);
    }

    /** Whether a listing has all that the Store needs: texts, a screenshot and a logo (section 7.2). */
    boolean isComplete(JsonObject listing) {
        ListingAssets shown = assets(Json.text(listing, "language"));
        return !Json.text(listing, "description").isEmpty()
                && !Json.text(listing, "additionalLicenseTerms").isEmpty()
                && !shown.logos().isEmpty()
                && !shown.screenshots().isEmpty();
    }

    List<JsonObject> packages() {
        return packages;
    }

    /** Other packages, which count when they are committed. */
    void stage(List<JsonObject> all) {
        packages = List.copyOf(all);
        staged = true;
    }

    boolean isStaged() {
        return staged;
    }

    /**
     * The Store begins to fetch the packages.
     *
     * @param moment when it has them
     * @param error why it cannot take them in; empty when it can
     */
    void commitPackages(Instant moment, String error) {
        staged = false;
        ready = moment;
        uploadError = error;
    }

    boolean isFetching(Instant now) {
        return now.isBefore(ready);
    }

    /** Why the packages could not be taken in; empty while nobody knows, and where they could. */
    String uploadError(Instant now) {
        return isFetching(now) ? "" : uploadError;
    }

    void submit(String submission, Duration lasts, boolean failed, Instant now) {
        publications.add(new Publication(submission, now.plus(lasts), failed));
    }

    Optional<Publication> publication(String submission) {
        return publications.stream().filter(one -> one.id().equals(submission)).findFirst();
    }

    /** The id of the submission in progress; empty without one. */
    String ongoing(Instant now) {
        return publications.stream()
                .filter(one -> one.status(now).equals("INPROGRESS"))
                .map(Publication::id)
                .findFirst()
                .orElse("");
    }

    /** All submissions, oldest first. */
    List<Publication> publications() {
        return List.copyOf(publications);
    }

    /** The draft as a whole, as tests and the status page see it. */
    JsonObject draft() {
        JsonObjectBuilder shown = Json.object()
                .add("availability", availability)
                .add("properties", properties)
                .add("listings", Json.array(listings.values()))
                .add("packages", Json.array(packages));
        return shown.add("listingAssets", assetsJson()).build();
    }

    private JsonArray assetsJson() {
        List<JsonObject> all = new ArrayList<>();
        assets.forEach((language, list) -> all.add(list.toJson(language)));
        return Json.array(all);
    }

    JsonObject toJson() {
        return Json.PROVIDER
                .createObjectBuilder(draft())
                .add("id", id)
                .add("staged", staged)
                .add("ready", ready.toString())
                .add("uploadError", uploadError)
                .add(
                        "publications",
                        Json.array(
                                publications.stream().map(Publication::toJson).toList()))
                .build();
    }

    static InstallerProduct fromJson(JsonObject json) {
        InstallerProduct product = new InstallerProduct(json.getString("id"));
        product.availability = json.getJsonObject("availability");
        product.properties = json.getJsonObject("properties");
        Json.objects(json, "listings").forEach(product::setListing);
        Json.objects(json, "listingAssets")
                .forEach(item -> product.setAssets(item.getString("language"), ListingAssets.of(item)));
        product.packages = Json.objects(json, "packages");
        product.staged = json.getBoolean("staged");
        product.ready = Instant.parse(json.getString("ready"));
        product.uploadError = json.getString("uploadError");
        Json.objects(json, "publications").forEach(item -> product.publications.add(Publication.of(item)));
        return product;
    }

    private static String key(String language) {
        return language.toLowerCase(Locale.ROOT);
    }
}
