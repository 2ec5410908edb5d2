package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.archive.PackageFacts;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.StatusDetails;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One full name is one content for ever, in all product lines of an app: Windows keeps installed packages by it. */
final class UsedNames {
    private UsedNames() {}

    /** The digests of packages by their full names. */
    static Map<String, String> digests(Map<String, PackageFacts> fresh) {
        Map<String, String> digests = new LinkedHashMap<>();
        fresh.values().forEach(facts -> digests.put(Identity.fullName(facts), facts.digest()));
        return digests;
    }

    static List<JsonObject> errors(Catalog catalog, Product application, Map<String, PackageFacts> fresh) {
        Map<String, String> used = new LinkedHashMap<>(application.packages());
        catalog.all(Kind.FLIGHT, application.id()).forEach(flight -> used.putAll(flight.packages()));
        List<JsonObject> errors = new ArrayList<>();
        digests(fresh).forEach((fullName, digest) -> {
            if (!used.getOrDefault(fullName, digest).equals(digest)) {
                errors.add(StatusDetails.item(
                        "PackageValidationFailed",
                        "The package " + fullName + " has the full name of a package that was published before, but"
                                + " other contents. Full names must be unique over all packages ever published:"
                                + " raise the version."));
            }
        });
        return errors;
    }
}
