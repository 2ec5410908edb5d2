package io.github.storemaven.document;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose the members of a document are: a place in the one table of those that are the service's, each with its row of the
 * reference. Names are compared without regard to case.
 */
final class MemberOwnership {
    /** Assigned by the service, not part of a PUT (6.5, 6.7, 6.8). */
    private static final List<String> ASSIGNED =
            List.of("id", "flightId", "status", "statusDetails", "fileUploadUrl", "friendlyName");

    /** Sent by nobody, ignored on arrival, or obsolete. A star is any name or index. */
    private static final List<String> IGNORED = List.of(
            "pricing/isAdvancedPricingModel", // 6.10; field report 31: flips by itself
            "pricing/sales", // 6.10: deprecated, empty on GET
            "packageDeliveryOptions/packageRollout/packageRolloutStatus", // 6.22
            "packageDeliveryOptions/packageRollout/fallbackSubmissionId", // 6.22
            "listings/*/baseListing/privacyPolicy", // 6.12: obsolete; field report 30
            "listings/*/baseListing/supportContact",
            "listings/*/baseListing/websiteUrl",
            "listings/*/platformOverrides/*/privacyPolicy",
            "listings/*/platformOverrides/*/supportContact",
            "listings/*/platformOverrides/*/websiteUrl");

    /** Read from the package by the service (6.19). */
    private static final List<String> READ_FROM_PACKAGE =
            List.of("version", "architecture", "languages", "capabilities", "targetDeviceFamilies", "targetPlatform");

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

    /** Whether a member of the document's top level is assigned by the service. */
    static boolean isAssigned(String name) {
        return ASSIGNED.stream().anyMatch(name::equalsIgnoreCase);
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

    /** Whether a difference here says nothing about what was asked. */
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
        for (String member : READ_FROM_PACKAGE) {
            root.add("applicationPackages/*/" + member);
            root.add("flightPackages/*/" + member);
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
