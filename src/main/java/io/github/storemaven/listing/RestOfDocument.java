package io.github.storemaven.listing;

import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What of a document belongs into {@code submission.json}: neither the service's, nor a package or image, nor null. */
final class RestOfDocument {
    /** What the service assigns or ignores (submission-api, 6.5, 6.7, 6.10 and 6.22), and files that it has. */
    private static final Set<String> NOT_OURS = Set.of(
            "/id",
            "/status",
            "/statusdetails",
            "/fileuploadurl",
            "/friendlyname",
            "/applicationpackages",
            "/trailers",
            "/pricing/sales",
            "/pricing/isadvancedpricingmodel",
            "/packagedeliveryoptions/packagerollout/packagerolloutstatus",
            "/packagedeliveryoptions/packagerollout/fallbacksubmissionid");

    /** Cannot be sent back (submission-api, 12.4), so it cannot be wanted either. */
    private static final Map<String, JsonValue> NOT_SENDABLE =
            Map.of("/pricing/priceid", Json.PROVIDER.createValue("Base"));

    private RestOfDocument() {}

    /** The document without listings, as a merge patch: nulls are left out, since there they would remove. */
    static JsonObject of(JsonObject document) {
        JsonObjectBuilder rest = Json.PROVIDER.createObjectBuilder();
        document.forEach((name, value) -> {
            if (!name.equalsIgnoreCase("listings")) {
                add(rest, "", name, value);
            }
        });
        return rest.build();
    }

    private static void add(JsonObjectBuilder rest, String pointer, String name, JsonValue value) {
        String path = pointer + "/" + name.toLowerCase(Locale.ROOT);
        if (NOT_OURS.contains(path) || value.equals(JsonValue.NULL) || value.equals(NOT_SENDABLE.get(path))) {
            return;
        }
        rest.add(name, value instanceof JsonObject object ? inner(path, object) : value);
    }

    private static JsonObject inner(String pointer, JsonObject object) {
        JsonObjectBuilder rest = Json.PROVIDER.createObjectBuilder();
        object.forEach((name, value) -> add(rest, pointer, name, value));
        return rest.build();
    }

    /** A listing's part that has no file: without the named members, images, nulls and empty values. */
    static JsonObject ofListing(JsonObject listing, Collection<String> inFiles) {
        JsonObjectBuilder rest = Json.PROVIDER.createObjectBuilder();
        listing.forEach((name, value) -> {
            JsonValue left = value instanceof JsonObject object ? ofListing(object, List.of()) : value;
            if (!isImages(name, value) && !inFiles.contains(name) && !Members.isEmpty(left)) {
                rest.add(name, left);
            }
        });
        return rest.build();
    }

    private static boolean isImages(String name, JsonValue value) {
        boolean text = value instanceof JsonString;
        return !text && (name.equalsIgnoreCase("images") || name.equalsIgnoreCase("icon"));
    }
}
