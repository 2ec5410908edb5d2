package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.catalog.StatusDetails;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ProductType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Identity, version and uniqueness of packages (reference 8.3, 8.4, 12.5). */
record PackageRules(Product product, Product application, Map<String, PackageFacts> fresh) {
    List<JsonObject> errors(JsonObject document) {
        List<JsonObject> errors = new ArrayList<>();
        String name = expected("packageIdentityName", PackageFacts::name);
        String publisher = expected("publisherName", PackageFacts::publisher);
        fresh.forEach((file, facts) -> {
            check(file, facts, errors);
            same("Identity/@Name", facts.name(), name, errors);
            same("Identity/@Publisher", facts.publisher(), publisher, errors);
        });
        bundles(document, errors);
        Set<String> seen = new HashSet<>();
        for (JsonObject entry : Json.objects(document, product.type().packagesMember())) {
            String key = Json.text(entry, "version") + " " + Json.text(entry, "architecture");
            if (!seen.add(key)) {
                errors.add(error("Two packages have the same version and architecture: " + key + "."));
            }
        }
        return errors;
    }

    private static void check(String name, PackageFacts facts, List<JsonObject> errors) {
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(msix|appx)(bundle|upload)?")) {
            errors.add(error(name + " is no package by its name: msix, msixbundle, msixupload, appx, appxbundle,"
                    + " appxupload."));
        }
        if (!allowed(facts.version())) {
            errors.add(error("The version " + facts.version()
                    + " is not allowed: it has four parts up to 65535, the first is not 0, the fourth is 0."));
        }
    }

    /** Who has a bundle gets updates from bundles only. */
    private void bundles(JsonObject document, List<JsonObject> errors) {
        String member = product.type().packagesMember();
        JsonObject before = product.published().map(Submission::document).orElse(JsonValue.EMPTY_JSON_OBJECT);
        boolean had = Json.objects(before, member).stream().anyMatch(entry -> named(entry, "bundle"));
        boolean has = Json.objects(document, member).stream().anyMatch(entry -> named(entry, "(bundle|upload)"));
        if (had && !has) {
            errors.add(error("A previous submission contained a bundle. Subsequent submissions must continue to contain"
                    + " a bundle (.msixbundle or .appxbundle)."));
        }
    }

    private static boolean named(JsonObject entry, String ending) {
        return Json.text(entry, "fileName").toLowerCase(Locale.ROOT).matches(".*\\.(msix|appx)" + ending);
    }

    private static boolean allowed(String version) {
        return version.matches("[1-9]\\d{0,4}\\.\\d{1,5}\\.\\d{1,5}\\.0")
                && Arrays.stream(version.split("\\.", -1))
                        .mapToInt(Integer::parseInt)
                        .allMatch(part -> part <= 65_535);
    }

    /** The app's; while it takes the identity of its first package, that one's. */
    private String expected(String member, Function<PackageFacts, String> own) {
        return application.adoptsIdentity()
                ? fresh.values().stream().findFirst().map(own).orElse("")
                : Json.text(application.members(), member);
    }

    private static void same(String what, String actual, String expected, List<JsonObject> errors) {
        if (!expected.isEmpty() && !expected.equals(actual)) {
            errors.add(error(what + " of the package is " + actual + ", the app has " + expected + "."));
        }
    }

    private static JsonObject error(String details) {
        return StatusDetails.item("PackageValidationFailed", details);
    }

    /** The digests of the new packages by their full names. */
    Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        fresh.values().forEach(facts -> digests.put(facts.fullName(), facts.digest()));
        return digests;
    }

    /** One full name is one content for ever, in all product lines of an app: Windows keeps installed packages by it. */
    List<JsonObject> usedNames(Catalog catalog) {
        Map<String, String> used = new LinkedHashMap<>(application.packages());
        catalog.all(ProductType.FLIGHT, application.id()).forEach(flight -> used.putAll(flight.packages()));
        List<JsonObject> errors = new ArrayList<>();
        digests().forEach((fullName, digest) -> {
            if (!used.getOrDefault(fullName, digest).equals(digest)) {
                errors.add(error("The package " + fullName
                        + " has the full name of a package that was published before, but other contents. Full names"
                        + " must be unique over all packages ever published: raise the version."));
            }
        });
        return errors;
    }
}
