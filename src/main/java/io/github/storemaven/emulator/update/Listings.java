package io.github.storemaven.emulator.update;

import io.github.storemaven.emulator.document.Enumerations;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.document.Refusal;
import jakarta.json.JsonObject;
import java.util.List;

/** At least one listing, in languages that the Store knows, with reserved titles. */
final class Listings {
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
                title(Json.object(Json.object(listings, language), "baseListing"), names);
            }
        }
    }

    private static void title(JsonObject listing, List<String> names) throws Refusal {
        String title = Json.text(listing, "title");
        if (!title.isEmpty() && !names.isEmpty() && !names.contains(title)) {
            throw Refusal.invalidValue("title", "The title '" + title + "' is not a reserved name of the app.");
        }
    }
}
