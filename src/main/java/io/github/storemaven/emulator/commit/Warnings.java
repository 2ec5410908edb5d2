package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.archive.PackageFacts;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.StatusDetails;
import io.github.storemaven.emulator.product.Submission;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Warnings that a commit leaves in {@code statusDetails} (reference 7.7, 12.5). */
final class Warnings {
    private Warnings() {}

    static List<JsonObject> of(
            Product product, JsonObject document, JsonObject taken, Map<String, PackageFacts> fresh) {
        List<JsonObject> warnings = new ArrayList<>();
        warnings.add(StatusDetails.salesWarning());
        JsonObject published = product.published().map(Submission::document).orElse(JsonValue.EMPTY_JSON_OBJECT);
        Json.objects(published, product.kind().packagesMember())
                .forEach(old -> fresh.forEach((name, facts) -> doubt(name, facts, old, warnings)));
        if (product.kind() == Kind.APPLICATION) {
            uncovered(taken)
                    .forEach(family -> warnings.add(StatusDetails.item(
                            "PackageValidationWarning",
                            "No package supports the selected device family " + family + ".")));
            Set<String> before =
                    languages(product.published().map(Submission::document).orElse(taken));
            Set<String> now = languages(document);
            missing(before, now, "ListingOptOutWarning", "A listing was removed: ", warnings);
            missing(now, before, "ListingOptInWarning", "A listing was added: ", warnings);
            missing(
                    packageLanguages(taken),
                    now,
                    "ListingOptOutWarning",
                    "No listing for a package language: ",
                    warnings);
        }
        return warnings;
    }

    /** A customer who has the old package gets no update from one that is no newer. */
    private static void doubt(String name, PackageFacts facts, JsonObject old, List<JsonObject> warnings) {
        String version = Json.text(old, "version");
        boolean same = facts.architecture().equals(Json.text(old, "architecture"));
        if (same && Arrays.compare(parts(facts.version()), parts(version)) <= 0) {
            warnings.add(StatusDetails.item(
                    "PackageValidationWarning", name + " is not newer than the published version " + version + "."));
        }
    }

    /** Device families that are selected and have no package; a package that names none supports all. */
    private static List<String> uncovered(JsonObject document) {
        List<JsonObject> packages = Json.objects(document, "applicationPackages");
        JsonObject selected = Json.object(document, "allowTargetFutureDeviceFamilies");
        return selected.keySet().stream()
                .filter(family -> Json.flag(selected, family))
                .filter(family -> packages.stream().noneMatch(entry -> supports(entry, family)))
                .toList();
    }

    /** A universal package is for all families; for Xbox where Xbox is selected (DEV-09). */
    private static boolean supports(JsonObject entry, String family) {
        List<String> targets = Json.items(entry, "targetDeviceFamilies").stream()
                .filter(JsonString.class::isInstance)
                .map(target -> ((JsonString) target).getString().split(" ", 2)[0])
                .toList();
        return targets.isEmpty()
                || targets.stream()
                        .anyMatch(target -> target.equalsIgnoreCase("Windows." + family)
                                || target.equalsIgnoreCase("Windows.Universal"));
    }

    private static int[] parts(String version) {
        return Arrays.stream(version.split("\\D+", -1))
                .filter(part -> part.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static void missing(Set<String> from, Set<String> in, String code, String text, List<JsonObject> warnings) {
        from.stream()
                .filter(language -> !in.contains(language))
                .forEach(l -> warnings.add(StatusDetails.item(code, text + l)));
    }

    private static Set<String> languages(JsonObject document) {
        Set<String> languages = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        languages.addAll(Json.object(document, "listings").keySet());
        return languages;
    }

    static Set<String> packageLanguages(JsonObject document) {
        Set<String> languages = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Json.objects(document, "applicationPackages")
                .forEach(entry -> Json.items(entry, "languages")
                        .getValuesAs(JsonString.class)
                        .forEach(language -> languages.add(language.getString())));
        return languages;
    }
}
