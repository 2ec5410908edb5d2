package io.github.storemaven.emulator;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * An app that comes into being. Start from {@link #published} or {@link #unpublished} and refine with the others.
 *
 * @param storeId 12 upper-case characters that start with 9
 * @param primaryName the reserved name
 * @param packageIdentityName the manifest's {@code Identity/@Name}; empty to accept any
 * @param publisherName the manifest's {@code Identity/@Publisher}; empty to accept any
 * @param adoptIdentity whether the first package that comes decides name and publisher
 * @param reservedNames the titles that a listing may have; empty to accept any
 * @param isPublished whether it has a published submission
 * @param document what is published, as GET submission hands it out; built in when empty
 */
public record ApplicationSeed(
        String storeId,
        String primaryName,
        String packageIdentityName,
        String publisherName,
        boolean adoptIdentity,
        List<String> reservedNames,
        boolean isPublished,
        Optional<JsonObject> document) {
    public ApplicationSeed {
        reservedNames = List.copyOf(reservedNames);
    }

    /** A published app with the built-in document, which takes the identity of the first package. */
    public static ApplicationSeed published(String storeId) {
        return new ApplicationSeed(storeId, "Embedded " + storeId, "", "", true, List.of(), true, Optional.empty());
    }

    /** An app of which nothing was ever published. */
    public static ApplicationSeed unpublished(String storeId) {
        return new ApplicationSeed(storeId, "Embedded " + storeId, "", "", true, List.of(), false, Optional.empty());
    }

    /** The same app with a name. */
    public ApplicationSeed named(String name) {
        return new ApplicationSeed(
                storeId, name, packageIdentityName, publisherName, adoptIdentity, reservedNames, isPublished, document);
    }

    /** The same app with the identity that its packages must have. */
    public ApplicationSeed identity(String identityName, String publisher) {
        return new ApplicationSeed(
                storeId, primaryName, identityName, publisher, false, reservedNames, isPublished, document);
    }

    /** The same app, whose listings may have these titles only. */
    public ApplicationSeed reserved(String... names) {
        return new ApplicationSeed(
                storeId,
                primaryName,
                packageIdentityName,
                publisherName,
                adoptIdentity,
                List.of(names),
                isPublished,
                document);
    }

    /** The same app, published with a document as GET submission hands it out. */
    public ApplicationSeed document(JsonObject submission) {
        return new ApplicationSeed(
                storeId,
                primaryName,
                packageIdentityName,
                publisherName,
                adoptIdentity,
                reservedNames,
                true,
                Optional.of(submission));
    }
}
