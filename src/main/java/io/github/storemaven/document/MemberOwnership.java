package io.github.storemaven.document;

import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose the members of a document are: a place in the one table of those that are the service's, each with its row of the
 * reference. Names are compared without regard to case.
 */
public final class MemberOwnership {
    /** Assigned by the service, not part of a PUT (6.5, 6.7, 6.8). */
    private static final List<String> ASSIGNED =
            List.of("id", "flightId", "status", "statusDetails", "fileUploadUrl", "friendlyName");

    /** Of the assigned ones, the address of the upload with its signature (8.1). */
    private static final String UPLOAD_URL = "fileUploadUrl";

    /** Members of a listing that the service ignores now (6.12: obsolete; field report 30). */
    private static final List<String> OBSOLETE_TEXTS = List.of("privacyPolicy", "supportContact", "websiteUrl");

    /** Sent by nobody, ignored on arrival, or obsolete. A star is any name or index. */
    private static final List<String> IGNORED = List.of(
            "pricing/isAdvancedPricingModel", // 6.10; field report 31: flips by itself
            "pricing/sales", // 6.10: deprecated, empty on GET
            "packageDeliveryOptions/packageRollout/packageRolloutStatus", // 6.22
            "packageDeliveryOptions/packageRollout/fallbackSubmissionId"); // 6.22

    /** Read from the package by the service (6.19). */
    private static final List<String> READ_FROM_PACKAGE =
            List.of("version", "architecture", "languages", "capabilities", "targetDeviceFamilies", "targetPlatform");

    /** Arrays of the top level whose entries the service and other sources of ours write, not {@code submission.json}. */
    private static final List<String> PACKAGES = List.of("applicationPackages", "flightPackages");

    private static final String TRAILERS = "trailers";

    /** A value that the service returns and does not take (12.4). */
    private static final String NOT_SENDABLE_PRICE = "Base";

    private static final String ANY = "*";
    private static final MemberOwnership USERS = new MemberOwnership();

    /** Notes of the protocol about an answer, such as its version. */
    private static final MemberOwnership ANNOTATION = annotation();

    private static final String ANNOTATION_MARK = "@";

    /** The document as a whole. */
    static final MemberOwnership ROOT = table();

    private final Map<String, MemberOwnership> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private boolean service;

    private MemberOwnership() {}

    /** The members of the document's top level that the service assigns; they may be in a patch and are not sent. */
    public static List<String> assigned() {
        return ASSIGNED;
    }

    /** Whether a member of the document's top level is assigned by the service. */
    static boolean isAssigned(String name) {
        return ASSIGNED.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Whether people write the texts of a member of the document's top level: not the service, not a build. */
    public static boolean isWrittenByPeople(String name) {
        return !isAssigned(name) && PACKAGES.stream().noneMatch(name::equalsIgnoreCase);
    }

    /** The texts of a listing that the service ignores. */
    public static List<String> obsoleteTexts() {
        return OBSOLETE_TEXTS;
    }

    /** Whether a base price is the word that the service returns for prices that are set per market, and refuses. */
    public static boolean isUnsendablePrice(String priceId) {
        return priceId.equals(NOT_SENDABLE_PRICE);
    }

    /** The document without the address of its upload, which nobody else may see. */
    public static JsonObject withoutUploadUrl(JsonObject document) {
        return Members.without(document, UPLOAD_URL);
    }

    /**
     * What of a document belongs into a patch of the user: neither listings, which have files, nor what is the service's,
     * nor packages and trailers, nor null, which would remove.
     */
    public static JsonObject userMembers(JsonObject document) {
        JsonObject own = Members.without(document, "listings", TRAILERS, PACKAGES.get(0), PACKAGES.get(1));
        return ROOT.userMembersOf("", own);
    }

    private JsonObject userMembersOf(String path, JsonObject object) {
        JsonObjectBuilder own = Json.PROVIDER.createObjectBuilder();
        object.forEach((name, value) -> {
            String inner = path + "/" + name;
            MemberOwnership place = member(name);
            if (!place.service && !value.equals(JsonValue.NULL) && !isUnsendable(inner, value)) {
                own.add(name, value instanceof JsonObject members ? place.userMembersOf(inner, members) : value);
            }
        });
        return own.build();
    }

    private static boolean isUnsendable(String path, JsonValue value) {
        return path.equalsIgnoreCase("/pricing/priceId")
                && value instanceof JsonString price
                && isUnsendablePrice(price.getString());
    }

    /** The place of a member, or of an item by its index. */
    MemberOwnership member(String name) {
        if (name.startsWith(ANNOTATION_MARK)) {
            return ANNOTATION;
        }
        if (members.isEmpty()) {
            return USERS;
        }
        MemberOwnership known = members.get(name);
        return known != null ? known : members.getOrDefault(ANY, USERS);
    }

    /** Whether a difference here tells nothing about what was asked. */
    boolean isService() {
        return service;
    }

    private static MemberOwnership annotation() {
        MemberOwnership annotation = new MemberOwnership();
        annotation.service = true;
        return annotation;
    }

    private static MemberOwnership table() {
        MemberOwnership root = new MemberOwnership();
        ASSIGNED.forEach(root::add);
        IGNORED.forEach(root::add);
        for (String member : OBSOLETE_TEXTS) {
            root.add("listings/*/baseListing/" + member);
            root.add("listings/*/platformOverrides/*/" + member);
        }
        for (String packages : PACKAGES) {
            READ_FROM_PACKAGE.forEach(member -> root.add(packages + "/*/" + member));
        }
        return root;
    }

    private void add(String path) {
        MemberOwnership place = this;
        for (String step : path.split("/", -1)) {
            place = place.members.computeIfAbsent(step, name -> new MemberOwnership());
        }
        place.service = true;
    }
}
