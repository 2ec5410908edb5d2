package io.github.storemaven.emulator.document;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a document that a client sent and makes of it what is stored: a replacement of the whole (reference 5.8). Each
 * check is a row of 12.4.
 *
 * @param type the type of product
 * @param stored the document as it was
 * @param names reserved names of the app, for titles; empty to accept any
 */
public record DocumentUpdate(ProductType type, JsonObject stored, List<String> names) {
    private static final int MAX_KEYWORDS = 10;
    private static final int MAX_KEYWORD_LENGTH = 30;
    private static final int MAX_TRAILERS = 15;
    private static final BigDecimal MAX_PERCENTAGE = new BigDecimal(100);
    private static final Instant NO_DATE = Instant.parse(Dates.NONE);
    private static final String KEYWORDS = "keywords";
    private static final String PRICING = "pricing";
    private static final String BASE_PRICE = "priceId";
    private static final String TRAILERS = "trailers";
    private static final String FAMILIES = "allowTargetFutureDeviceFamilies";
    private static final List<String> ALL_FAMILIES = List.of("Desktop", "Mobile", "Xbox", "Holographic");

    public DocumentUpdate {
        names = List.copyOf(names);
    }

    /** The document to store. */
    public JsonObject apply(byte[] body) throws ServiceErrorException {
        JsonObject sent = type.parse(DocumentSchema.object(body));
        if (type != ProductType.FLIGHT) {
            checkListings(sent);
            checkPrices(sent);
        }
        if (type == ProductType.APPLICATION) {
            ListingImages.check(sent, stored);
            checkTrailers(sent);
            checkDeviceFamilies(sent);
        }
        if (type == ProductType.ADDON) {
            checkContentType(sent);
            checkKeywords(sent);
        } else {
            checkPackages(sent);
            checkRollout(sent);
        }
        checkPublishDate(sent);
        JsonObject whole = withDefaultPrice(type.fillIn(sent, stored));
        if (type == ProductType.APPLICATION) {
            return ListingImages.withLeftOut(whole, stored);
        }
        return type == ProductType.ADDON ? withIcons(whole) : whole;
    }

    private static ServiceErrorException refused(String target, String message) {
        return ServiceErrorException.invalidValue(target, message);
    }

    /** At least one listing, in languages that the Store knows, with reserved titles. */
    private void checkListings(JsonObject sent) throws ServiceErrorException {
        JsonObject listings = Json.object(sent, "listings");
        if (listings.isEmpty()) {
            throw refused("appListings", "The size of Listings must be 1 or more");
        }
        for (String language : listings.keySet()) {
            if (!Enumerations.isLanguage(language)) {
                throw refused("appListings", "Language codes: " + language + " not supported");
            }
            if (type == ProductType.APPLICATION) {
                JsonObject base = Json.object(Json.object(listings, language), "baseListing");
                checkTitle(base);
                checkKeywordLength(base);
            }
        }
    }

    private void checkTitle(JsonObject listing) throws ServiceErrorException {
        String title = Json.text(listing, "title");
        if (!title.isEmpty() && !names.isEmpty() && !names.contains(title)) {
            throw refused("title", "The title '" + title + "' is not a reserved name of the app.");
        }
    }

    /** Partner Center takes 40 characters, the API 30 (section 14, row 33). */
    private static void checkKeywordLength(JsonObject holder) throws ServiceErrorException {
        if (Json.strings(holder, KEYWORDS).stream().anyMatch(keyword -> keyword.length() > MAX_KEYWORD_LENGTH)) {
            throw refused(KEYWORDS, "The length of Keyword must be 30 or less");
        }
    }

    /** None given at all and {@code Base} are refused, a missing base price silently means free (field report 1). */
    private static void checkPrices(JsonObject sent) throws ServiceErrorException {
        if (!(sent.get(PRICING) instanceof JsonObject pricing)) {
            throw refused(PRICING, "Pricing data was not provided in the request.");
        }
        if (Json.text(pricing, BASE_PRICE).equals("Base")) {
            throw refused(BASE_PRICE, "'Base' is not a valid PriceId for base price.");
        }
    }

    private static JsonObject withDefaultPrice(JsonObject document) {
        if (!(document.get(PRICING) instanceof JsonObject pricing)) {
            return document;
        }
        boolean unset = pricing.getOrDefault(BASE_PRICE, JsonValue.NULL) == JsonValue.NULL;
        JsonObject priced = unset ? Json.with(pricing, BASE_PRICE, Json.text("Free")) : pricing;
        return Json.with(document, PRICING, Json.with(priced, "sales", JsonValue.EMPTY_JSON_ARRAY));
    }

    /** At most 15, with one thumbnail per language. */
    private static void checkTrailers(JsonObject sent) throws ServiceErrorException {
        List<JsonObject> trailers = Json.objects(sent, TRAILERS);
        if (trailers.size() > MAX_TRAILERS) {
            throw refused(TRAILERS, "There are more than 15 trailers.");
        }
        for (JsonObject trailer : trailers) {
            for (JsonValue asset : Json.object(trailer, "trailerAssets").values()) {
                if (!(asset instanceof JsonObject object)
                        || Json.items(object, "imageList").size() > 1) {
                    throw refused(TRAILERS, "A trailer has more than one thumbnail for a language.");
                }
            }
        }
    }

    /** All have to be there when any are given (listing rules, DEV-07). */
    private static void checkDeviceFamilies(JsonObject sent) throws ServiceErrorException {
        if (!(sent.get(FAMILIES) instanceof JsonObject families)) {
            return;
        }
        List<String> missing = ALL_FAMILIES.stream()
                .filter(family -> families.keySet().stream().noneMatch(family::equalsIgnoreCase))
                .toList();
        if (!missing.isEmpty()) {
            throw refused(
                    FAMILIES,
                    "AllowTargetFutureDeviceFamilies was not updated with all supported platform(s): " + missing);
        }
    }

    private static void checkContentType(JsonObject sent) throws ServiceErrorException {
        String contentType = Json.text(sent, "contentType");
        if (contentType.isEmpty() || contentType.equals("NotSet")) {
            throw refused("contentType", "The value 'NotSet' of 'contentType' is not valid.");
        }
    }

    private static void checkKeywords(JsonObject sent) throws ServiceErrorException {
        if (Json.items(sent, KEYWORDS).size() > MAX_KEYWORDS) {
            throw refused(KEYWORDS, "There are more than 10 keywords.");
        }
        checkKeywordLength(sent);
    }

    /** Existing packages have to be kept or marked, new ones come without an id (reference 8.3). */
    private void checkPackages(JsonObject sent) throws ServiceErrorException {
        Set<String> known = ids(Json.objects(stored, type.packagesMember()));
        List<JsonObject> packages = Json.objects(sent, type.packagesMember());
        List<String> missing = new ArrayList<>(known);
        missing.removeAll(ids(packages));
        if (!missing.isEmpty()) {
            throw refused(
                    type.packagesTarget(),
                    "Please keep all file entries for existing packages. If you wish to remove a package, mark it as"
                            + " PendingDelete. The following packages are missing in your update: "
                            + String.join(", ", missing));
        }
        for (JsonObject entry : packages) {
            checkPackage(entry, known);
        }
    }

    private void checkPackage(JsonObject entry, Set<String> known) throws ServiceErrorException {
        String id = Json.text(entry, "id");
        String name = Json.text(entry, "fileName");
        boolean fresh = FileEntries.isPendingUpload(entry);
        if (name.isBlank()) {
            throw refused(type.packagesTarget(), "A package has no fileName.");
        }
        if (fresh && known.contains(id)) {
            throw refused(type.packagesTarget(), "The existing package " + id + " cannot be uploaded again.");
        }
        if (!fresh && !known.contains(id)) {
            throw refused(
                    type.packagesTarget(),
                    "The package '" + name + "' is not PendingUpload and has no id of an existing one.");
        }
    }

    private static Set<String> ids(List<JsonObject> entries) {
        Set<String> ids = new LinkedHashSet<>();
        entries.forEach(entry -> ids.add(Json.text(entry, "id")));
        ids.remove("");
        return ids;
    }

    private static void checkRollout(JsonObject sent) throws ServiceErrorException {
        JsonObject rollout = Json.object(Json.object(sent, "packageDeliveryOptions"), "packageRollout");
        if (rollout.get("packageRolloutPercentage") instanceof JsonNumber number) {
            checkPercentage(number.bigDecimalValue());
        }
    }

    /** A percentage is from 0 to 100 (reference, appendix E). */
    public static void checkPercentage(BigDecimal percentage) throws ServiceErrorException {
        if (percentage.signum() < 0 || percentage.compareTo(MAX_PERCENTAGE) > 0) {
            throw refused("packageRolloutPercentage", "The percentage must be from 0 to 100.");
        }
    }

    /** {@code SpecificDate} needs a date, and not the one that means none. */
    private static void checkPublishDate(JsonObject sent) throws ServiceErrorException {
        boolean dated = Json.text(sent, "targetPublishMode").equals("SpecificDate");
        String date = Json.text(sent, "targetPublishDate");
        if (dated && Dates.read(date).filter(NO_DATE::isBefore).isEmpty()) {
            throw refused(
                    "targetPublishDate", "targetPublishMode is SpecificDate, but targetPublishDate is no usable date.");
        }
    }

    /** An icon that is left out stays (reference 8.3). */
    private JsonObject withIcons(JsonObject document) {
        Map<String, JsonValue> listings = new LinkedHashMap<>();
        Json.object(document, "listings").forEach((language, value) -> {
            JsonObject listing = value.asJsonObject();
            JsonObject before = Json.objectInAnyCase(Json.object(stored, "listings"), language);
            JsonObject icon =
                    Json.object(listing, "icon").isEmpty() ? Json.object(before, "icon") : Json.object(listing, "icon");
            listings.put(
                    language,
                    icon.isEmpty() ? Json.without(listing, List.of("icon")) : Json.with(listing, "icon", icon));
        });
        return Json.with(document, "listings", Json.object(listings));
    }
}
