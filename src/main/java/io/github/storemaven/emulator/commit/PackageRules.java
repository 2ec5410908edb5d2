package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.archive.PackageFacts;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.StatusDetails;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Identity, version and uniqueness of packages (reference 8.3, 8.4, 12.5). */
record PackageRules(Product product, Product application) {
    List<JsonObject> errors(JsonObject document, Collection<PackageFacts> fresh) {
        List<JsonObject> errors = new ArrayList<>();
        fresh.forEach(facts -> fresh(facts, errors));
        Set<String> seen = new HashSet<>();
        for (JsonObject entry : Json.objects(document, product.kind().packagesMember())) {
            String key = Json.text(entry, "version") + " " + Json.text(entry, "architecture");
            if (!seen.add(key)) {
                errors.add(error("Two packages have the same version and architecture: " + key + "."));
            }
        }
        return errors;
    }

    private void fresh(PackageFacts facts, List<JsonObject> errors) {
        if (!facts.version().matches("[1-9]\\d{0,4}\\.\\d{1,5}\\.\\d{1,5}\\.0")) {
            errors.add(error("The version " + facts.version()
                    + " is not allowed: its first part must not be 0 and its fourth part must be 0."));
        }
        same("Identity/@Name", facts.name(), "packageIdentityName", errors);
        same("Identity/@Publisher", facts.publisher(), "publisherName", errors);
    }

    private void same(String what, String actual, String member, List<JsonObject> errors) {
        String expected = Json.text(application.facts(), member);
        if (!application.adoptsIdentity() && !expected.isEmpty() && !expected.equals(actual)) {
            errors.add(error(what + " of the package is " + actual + ", the app has " + expected + "."));
        }
    }

    private static JsonObject error(String details) {
        return StatusDetails.item("PackageValidationFailed", details);
    }
}
