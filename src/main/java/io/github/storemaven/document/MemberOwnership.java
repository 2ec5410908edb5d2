package io.github.storemaven.document;

import java.util.Locale;
import java.util.Set;

/**
 * Members of a document that are the service's: assigned, ignored or flipped by it. The one list of them, each with its
 * row of the reference; names are compared without regard to case.
 */
final class MemberOwnership {
    /** Assigned by the service, not part of a PUT (6.5, 6.7, 6.8). */
    private static final Set<String> OWNED =
            Set.of("id", "flightid", "status", "statusdetails", "fileuploadurl", "friendlyname");

    /** Sent by nobody or ignored on arrival. */
    private static final Set<String> IGNORED = Set.of(
            "/pricing/isadvancedpricingmodel", // 6.10; field report 31: flips by itself
            "/pricing/sales", // 6.10: deprecated, empty on GET
            "/packagedeliveryoptions/packagerollout/packagerolloutstatus", // 6.22
            "/packagedeliveryoptions/packagerollout/fallbacksubmissionid"); // 6.22

    /** Obsolete in a listing (6.12; field report 30). */
    private static final Set<String> CONTACTS = Set.of("privacypolicy", "supportcontact", "websiteurl");

    /** Read from the package by the service (6.19). */
    private static final Set<String> READ_FROM_PACKAGE =
            Set.of("version", "architecture", "languages", "capabilities", "targetdevicefamilies", "targetplatform");

    private MemberOwnership() {}

    /** Whether a member of the document's top level is the service's own. */
    static boolean isOwned(String name) {
        return OWNED.contains(lower(name));
    }

    /** Whether a difference at a path says nothing about what was asked. */
    static boolean isIgnored(String path) {
        String lower = lower(path);
        String member = lower.substring(lower.lastIndexOf('/') + 1);
        return OWNED.contains(lower.substring(1))
                || IGNORED.contains(lower)
                || (lower.startsWith("/listings/") && CONTACTS.contains(member))
                || (lower.matches("/(application|flight)packages/\\d+/.*") && READ_FROM_PACKAGE.contains(member));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
