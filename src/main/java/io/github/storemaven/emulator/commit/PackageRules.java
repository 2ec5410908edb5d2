package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.archive.PackageFacts;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.StatusDetails;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Identity, version and uniqueness of packages (reference 8.3, 8.4, 12.5). */
record PackageRules(Product product, Product application) {
    List<JsonObject> errors(JsonObject document, Map<String, PackageFacts> fresh) {
        List<JsonObject> errors = new ArrayList<>();
        fresh.forEach((name, facts) -> fresh(name, facts, errors));
        Set<String> seen = new HashSet<>();
        for (JsonObject entry : Json.objects(document, product.kind().packagesMember())) {
            String key = Json.text(entry, "version") + " " + Json.text(entry, "architecture");
            if (!seen.add(key)) {
                errors.add(error("Two packages have the same version and architecture: " + key + "."));
            }
        }
        return errors;
    }

    private void fresh(String name, PackageFacts facts, List<JsonObject> errors) {
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(msix|appx)(bundle|upload)?")) {
            errors.add(error(name + " is no package by its name: msix, msixbundle, msixupload, appx, appxbundle,"
                    + " appxupload."));
        }
        if (!allowed(facts.version())) {
            errors.add(error("The version " + facts.version()
                    + " is not allowed: it has four parts up to 65535, the first" + " is not 0, the fourth is 0."));
        }
        same("Identity/@Name", facts.name(), "packageIdentityName", errors);
        same("Identity/@Publisher", facts.publisher(), "publisherName", errors);
    }

    private static boolean allowed(String version) {
        return version.matches("[1-9]\\d{0,4}\\.\\d{1,5}\\.\\d{1,5}\\.0")
                && Arrays.stream(version.split("\\.", -1))
                        .mapToInt(Integer::parseInt)
                        .allMatch(part -> part <= 65_535);
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
