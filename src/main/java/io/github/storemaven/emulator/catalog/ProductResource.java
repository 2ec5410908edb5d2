package io.github.storemaven.emulator.catalog;

import io.github.storemaven.emulator.document.Dates;
import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * The resource of a product (reference 6.1, 6.4, 6.6): its members, the identity that Partner Center assigns to an app
 * with the family name that follows from it, and the references to submissions.
 */
public final class ProductResource {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private ProductResource() {}

    /** The members of an app without an identity. */
    public static JsonObject application(String id, String name, List<String> reservedNames) {
        return Json.object()
                .add("id", id)
                .add("primaryName", name)
                .add("packageFamilyName", "")
                .add("packageIdentityName", "")
                .add("publisherName", "")
                .add("firstPublishedDate", Dates.NONE)
                .add("hasAdvancedListingPermission", true)
                .add("reservedNames", Json.texts(reservedNames))
                .build();
    }

    /** The members of an add-on of an app. */
    public static JsonObject addon(String id, String productId, String addonType, String applicationId) {
        JsonObject parent = Json.object()
                .add("id", applicationId)
                .add("resourceLocation", "applications/" + applicationId)
                .build();
        return Json.object()
                .add(
                        "applications",
                        Json.object().add("value", Json.array(List.of(parent))).add("totalCount", 1))
                .add("id", id)
                .add("productId", productId)
                .add("productType", addonType)
                .build();
    }

    /** The members of a flight. */
    public static JsonObject flight(String id, String name, List<String> groups, String rankHigherThan) {
        return Json.object()
                .add("flightId", id)
                .add("friendlyName", name)
                .add("groupIds", Json.texts(groups))
                .add("rankHigherThan", rankHigherThan)
                .build();
    }

    /** The members of an app with another identity. */
    public static JsonObject withIdentity(JsonObject members, String name, String publisher) {
        return Json.PROVIDER
                .createObjectBuilder(members)
                .add("packageFamilyName", name + "_" + publisherHash(publisher))
                .add("packageIdentityName", name)
                .add("publisherName", publisher)
                .build();
    }

    /** Windows' own: 64 bits of SHA-256 over UTF-16, in 13 digits of five bits. */
    public static String publisherHash(String publisher) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(publisher.getBytes(StandardCharsets.UTF_16LE));
            BigInteger bits = new BigInteger(1, Arrays.copyOf(digest, 8)).shiftLeft(1);
            StringBuilder hash = new StringBuilder();
            for (int i = 12; i >= 0; i--) {
                hash.append(DIGITS.charAt(bits.shiftRight(i * 5).intValue() & 31));
            }
            return hash.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A product as a client sees it: without the reserved names, with references to its submissions. */
    public static JsonObject of(Product product) {
        JsonObjectBuilder resource =
                Json.PROVIDER.createObjectBuilder(Json.without(product.members(), List.of("reservedNames")));
        product.published()
                .ifPresent(
                        submission -> resource.add(product.type().publishedMember(), reference(product, submission)));
        product.pending()
                .ifPresent(submission -> resource.add(product.type().pendingMember(), reference(product, submission)));
        return resource.build();
    }

    /** As documented; a flight's lacks the app's part (6.2). */
    private static JsonObject reference(Product product, Submission submission) {
        return Json.object()
                .add("id", submission.id())
                .add(
                        "resourceLocation",
                        product.type().collection() + "/" + product.id() + "/submissions/" + submission.id())
                .build();
    }
}
