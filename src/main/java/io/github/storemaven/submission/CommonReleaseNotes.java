package io.github.storemaven.submission;

import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.Pointer;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * The release notes of every language that has none of its own, from a changelog.
 *
 * @param changelog where they stand, for messages
 */
public record CommonReleaseNotes(String text, Path changelog) {
    private static final String MEMBER = "releaseNotes";

    /** The notes as a document of one language, for the rules on their text. */
    JsonObject document() {
        JsonObject base = Json.PROVIDER.createObjectBuilder().add(MEMBER, text).build();
        return nested("listings", nested("en-us", nested("baseListing", base)));
    }

    /**
     * Sets the notes in every language of an app.
     *
     * @param patch of the submission file; a language that it gives notes keeps them
     * @param ownFile the file that sets a path; a language with one for its notes keeps them, empty ones too
     */
    JsonObject applyTo(JsonObject document, JsonObject patch, Function<String, Optional<Path>> ownFile) {
        JsonObject listings = Members.objectOrEmpty(document, "listings");
        JsonObjectBuilder noted = Json.PROVIDER.createObjectBuilder(listings);
        listings.forEach((language, listing) -> {
            boolean own = hasNotes(Members.objectOrEmpty(Members.objectOrEmpty(patch, "listings"), language))
                    || ownFile.apply(pointer(language)).isPresent();
            if (listing instanceof JsonObject one && !own) {
                noted.add(
                        language,
                        Members.with(one, "baseListing", withNotes(Members.objectOrEmpty(one, "baseListing"))));
            }
        });
        return listings.isEmpty() ? document : Members.with(document, "listings", noted.build());
    }

    private static String pointer(String language) {
        return Pointer.member("/listings", language) + "/baseListing/" + MEMBER;
    }

    private static boolean hasNotes(JsonObject listing) {
        JsonObject base = Members.objectOrEmpty(listing, "baseListing");
        return base.containsKey(Members.actualName(base, MEMBER));
    }

    /** A text that differs in its line ends alone keeps the Store's bytes. */
    private JsonObject withNotes(JsonObject base) {
        Optional<String> known = Members.text(base, MEMBER);
        boolean same = known.filter(
                        old -> old.lines().toList().equals(text.lines().toList()))
                .isPresent();
        return same ? base : Members.with(base, MEMBER, Json.PROVIDER.createValue(text));
    }

    private static JsonObject nested(String name, JsonObject inner) {
        return Json.PROVIDER.createObjectBuilder().add(name, inner).build();
    }
}
