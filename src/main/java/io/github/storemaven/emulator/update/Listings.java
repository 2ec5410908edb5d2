package io.github.storemaven.emulator.update;

import io.github.storemaven.emulator.document.Enumerations;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.document.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/** At least one listing, in languages that the Store knows, with reserved titles. */
final class Listings {
    private static final int MAX_KEYWORD = 30;

    private Listings() {}

    static void check(Kind kind, JsonObject document, List<String> names) throws Refusal {
        JsonObject listings = Json.object(document, "listings");
        if (listings.isEmpty()) {
            throw Refusal.invalidValue("appListings", "The size of Listings must be 1 or more");
        }
        for (String language : listings.keySet()) {
            if (!Enumerations.isLanguage(language)) {
                throw Refusal.invalidValue("appListings", "Language codes: " + language + " not supported");
            }
            if (kind == Kind.APPLICATION) {
                JsonObject base = Json.object(Json.object(listings, language), "baseListing");
                title(base, names);
                keywords(base);
            }
        }
    }

    /** Partner Center takes 40 characters, the API 30 (section 14, row 33). */
    static void keywords(JsonObject holder) throws Refusal {
        boolean tooLong = Json.items(holder, "keywords").stream()
                .anyMatch(keyword ->
                        keyword instanceof JsonString text && text.getString().length() > MAX_KEYWORD);
        if (tooLong) {
            throw Refusal.invalidValue("keywords", "The length of Keyword must be 30 or less");
        }
    }

    private static void title(JsonObject listing, List<String> names) throws Refusal {
        String title = Json.text(listing, "title");
        if (!title.isEmpty() && !names.isEmpty() && !names.contains(title)) {
            throw Refusal.invalidValue("title", "The title '" + title + "' is not a reserved name of the app.");
        }
    }
}
