package io.github.storemaven.emulator.update;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.document.Refusal;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Existing packages have to be kept or marked, new ones come without an id (reference 8.3). */
final class Packages {
    private Packages() {}

    static void check(Kind kind, JsonObject document, JsonObject stored) throws Refusal {
        Set<String> known = ids(Json.objects(stored, kind.packagesMember()));
        List<JsonObject> sent = Json.objects(document, kind.packagesMember());
        List<String> missing = new ArrayList<>(known);
        missing.removeAll(ids(sent));
        if (!missing.isEmpty()) {
            throw Refusal.invalidValue(
                    kind.packagesTarget(),
                    "Please keep all file entries for existing packages. If you wish to remove a package, mark it as"
                            + " PendingDelete. The following packages are missing in your update: "
                            + String.join(", ", missing));
        }
        for (JsonObject entry : sent) {
            check(kind, entry, known);
        }
    }

    private static void check(Kind kind, JsonObject entry, Set<String> known) throws Refusal {
        String id = Json.text(entry, "id");
        String name = Json.text(entry, "fileName");
        boolean fresh = Json.text(entry, "fileStatus").equals("PendingUpload");
        if (name.isBlank()) {
            throw Refusal.invalidValue(kind.packagesTarget(), "A package has no fileName.");
        }
        if (fresh && known.contains(id)) {
            throw Refusal.invalidValue(
                    kind.packagesTarget(), "The existing package " + id + " cannot be uploaded again.");
        }
        if (!fresh && !known.contains(id)) {
            throw Refusal.invalidValue(
                    kind.packagesTarget(),
                    "The package '" + name + "' is not PendingUpload and has no id of an existing one.");
        }
    }

    private static Set<String> ids(List<JsonObject> entries) {
        Set<String> ids = new LinkedHashSet<>();
        entries.forEach(entry -> ids.add(Json.text(entry, "id")));
        ids.remove("");
        return ids;
    }
}
