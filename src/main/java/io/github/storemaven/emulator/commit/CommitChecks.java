package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.catalog.StatusDetails;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.document.FileEntries;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ListingImages;
import io.github.storemaven.emulator.document.ProductType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The checks of a commit that concern the document: whether it is complete, its titles, and warnings (reference 6.12, 7.7,
 * 12.5). What concerns packages is in {@link PackageRules}.
 */
record CommitChecks(Product product, JsonObject document) {
    private static final String PACKAGES = "applicationPackages";
    private static final String FAMILIES = "allowTargetFutureDeviceFamilies";
    private static final String PACKAGE_WARNING = "PackageValidationWarning";

    /**
     * What a submission needs before it can be certified; the service tells of most of it in one sentence.
     *
     * @param ageRatings whether the age ratings questionnaire was answered
     */
    List<JsonObject> incomplete(boolean ageRatings) {
        List<JsonObject> errors = new ArrayList<>();
        boolean application = product.type() == ProductType.APPLICATION;
        if (application && !ageRatings && product.published().isEmpty()) {
            errors.add(StatusDetails.item(
                    "InvalidMicrosoftAgeRating", "The age ratings questionnaire of the app is not answered."));
        }
        if (!causes().isEmpty()) {
            errors.add(unexplained());
        }
        if (Json.objects(document, "gamingOptions").size() > 1) {
            errors.add(
                    StatusDetails.item("InvalidParameterValue", "Validation error: MultipleInstancesOfGamingOptions"));
        }
        return errors;
    }

    /** What the service tells of nearly everything that a person sees in Partner Center. */
    static JsonObject unexplained() {
        return StatusDetails.item(
                "InvalidState", "Submission has active validation errors which cannot be exposed via API.");
    }

    /** What a person would see in Partner Center. */
    List<String> causes() {
        List<String> causes = new ArrayList<>();
        String member = product.type().packagesMember();
        if (!member.isEmpty() && Json.objects(document, member).stream().allMatch(FileEntries::isPendingDelete)) {
            causes.add("it has no package");
        }
        if (product.type() == ProductType.APPLICATION) {
            JsonObject listings = Json.object(document, "listings");
            if (listings.isEmpty()) {
                causes.add("it has no listing");
            }
            listings.keySet().forEach(language -> listing(language, causes));
        }
        return causes;
    }

    private void listing(String language, List<String> causes) {
        boolean screenshot = ListingImages.inPartnerCenter(document, language).stream()
                .anyMatch(image ->
                        Json.text(image, "imageType").endsWith("Screenshot") && !FileEntries.isPendingDelete(image));
        if (!screenshot) {
            causes.add("the listing " + language + " has no screenshot");
        }
        if (Json.text(baseListing(document, language), "description").isBlank()) {
            causes.add("the listing " + language + " has no description");
        }
    }

    private static JsonObject baseListing(JsonObject document, String language) {
        return Json.object(Json.object(Json.object(document, "listings"), language), "baseListing");
    }

    /** Titles of languages that a package covers come from its manifest; setting one fails the commit (6.12). */
    static List<JsonObject> titlesOfPackages(JsonObject after) {
        Set<String> covered = packageLanguages(after);
        return Json.object(after, "listings").keySet().stream()
                .filter(covered::contains)
                .filter(language ->
                        !Json.text(baseListing(after, language), "title").isEmpty())
                .map(language -> StatusDetails.item(
                        "InvalidParameterValue",
                        "The title of " + language + " comes from the package, do not set it."))
                .toList();
    }

    /**
     * What a commit leaves in {@code statusDetails}.
     *
     * @param after the document with its files taken over
     * @param fresh the new packages by file name
     */
    List<JsonObject> warnings(JsonObject after, Map<String, PackageFacts> fresh) {
        List<JsonObject> warnings = new ArrayList<>();
        warnings.add(StatusDetails.salesWarning());
        JsonObject published = product.published().map(Submission::document).orElse(JsonValue.EMPTY_JSON_OBJECT);
        Json.objects(published, product.type().packagesMember())
                .forEach(old -> fresh.forEach((name, facts) -> notNewer(name, facts, old, warnings)));
        if (product.type() == ProductType.APPLICATION) {
            uncovered(after)
                    .forEach(family -> warnings.add(StatusDetails.item(
                            PACKAGE_WARNING, "No package supports the selected device family " + family + ".")));
            Set<String> before = languages(published.isEmpty() ? after : published);
            Set<String> now = languages(document);
            missing(before, now, "ListingOptOutWarning", "A listing was removed: ", warnings);
            missing(now, before, "ListingOptInWarning", "A listing was added: ", warnings);
            missing(
                    packageLanguages(after),
                    now,
                    "ListingOptOutWarning",
                    "No listing for a package language: ",
                    warnings);
        }
        return warnings;
    }

    /** A customer who has the old package gets no update from one that is no newer. */
    private static void notNewer(String name, PackageFacts facts, JsonObject old, List<JsonObject> warnings) {
        String version = Json.text(old, "version");
        boolean same = facts.architecture().equals(Json.text(old, "architecture"));
        if (same && Arrays.compare(parts(facts.version()), parts(version)) <= 0) {
            warnings.add(StatusDetails.item(
                    PACKAGE_WARNING, name + " is not newer than the published version " + version + "."));
        }
    }

    private static int[] parts(String version) {
        return Arrays.stream(version.split("\\D+", -1))
                .filter(part -> part.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** Device families that are selected and have no package; a package that names none supports all. */
    private static List<String> uncovered(JsonObject document) {
        List<JsonObject> packages = Json.objects(document, PACKAGES);
        JsonObject selected = Json.object(document, FAMILIES);
        return selected.keySet().stream()
                .filter(family -> Json.flag(selected, family))
                .filter(family -> packages.stream().noneMatch(entry -> supports(entry, family)))
                .toList();
    }

    /** A universal package is for all families; for Xbox where Xbox is selected (DEV-09). */
    private static boolean supports(JsonObject entry, String family) {
        List<String> targets = Json.strings(entry, "targetDeviceFamilies").stream()
                .map(target -> target.split(" ", 2)[0])
                .toList();
        return targets.isEmpty()
                || targets.stream()
                        .anyMatch(target -> target.equalsIgnoreCase("Windows." + family)
                                || target.equalsIgnoreCase("Windows.Universal"));
    }

    private static void missing(Set<String> from, Set<String> in, String code, String text, List<JsonObject> warnings) {
        from.stream()
                .filter(language -> !in.contains(language))
                .forEach(language -> warnings.add(StatusDetails.item(code, text + language)));
    }

    private static Set<String> languages(JsonObject document) {
        Set<String> languages = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        languages.addAll(Json.object(document, "listings").keySet());
        return languages;
    }

    private static Set<String> packageLanguages(JsonObject document) {
        Set<String> languages = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Json.objects(document, PACKAGES).forEach(entry -> languages.addAll(Json.strings(entry, "languages")));
        return languages;
    }
}
