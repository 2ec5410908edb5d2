package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.product.StatusDetails;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;

/** Titles of languages that a package covers come from its manifest; setting one fails the commit (reference 6.12). */
final class Titles {
    private Titles() {}

    static List<JsonObject> errors(JsonObject document) {
        Set<String> covered = Warnings.packageLanguages(document);
        JsonObject listings = Json.object(document, "listings");
        return listings.keySet().stream()
                .filter(covered::contains)
                .filter(language -> !title(listings, language).isEmpty())
                .map(language -> StatusDetails.item(
                        "InvalidParameterValue",
                        "The title of " + language + " comes from the package, do not set it."))
                .toList();
    }

    private static String title(JsonObject listings, String language) {
        return Json.text(Json.object(Json.object(listings, language), "baseListing"), "title");
    }
}
