package io.github.storemaven.emulator.installer;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the service refuses in a whole module because two of its members contradict each other (MSI/EXE reference, sections 7 and 8). */
final class ModuleChecks {
    private static final int MOST_SEARCH_WORDS = 21;
    private static final int MOST_REQUIREMENTS = 11;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private ModuleChecks() {}

    /** Section 7.3. */
    static List<String> availability(JsonObject module) {
        List<String> problems = ModuleSchema.AVAILABILITY.problems(module, true);
        if (Json.items(module, "markets").isEmpty()) {
            problems.add("At least one market is required.");
        }
        boolean trialNeeded = List.of("PAID", "SUBSCRIPTION").contains(upper(module, "pricing"));
        if (trialNeeded && Json.text(module, "freeTrial").isEmpty()) {
            problems.add("The field 'freeTrial' is required for this pricing.");
        }
        return problems;
    }

    /** Section 7.4. */
    static List<String> properties(JsonObject module) {
        List<String> problems = ModuleSchema.PROPERTIES.problems(module, true);
        if (Json.flag(module, "isPrivacyPolicyRequired")
                && Json.text(module, "privacyPolicyUrl").isEmpty()) {
            problems.add("The field 'privacyPolicyUrl' is required.");
        }
        String subcategory = Json.text(module, "subcategory");
        List<String> known = ModuleSchema.values("subcategories", spelledCategory(module));
        if (!subcategory.isEmpty() && known.stream().noneMatch(subcategory::equalsIgnoreCase)) {
            problems.add("The category has no subcategory '" + subcategory + "'.");
        }
        Json.objects(module, "systemRequirementDetails").forEach(detail -> requirement(detail, problems));
        return problems;
    }

    private static String spelledCategory(JsonObject module) {
        String category = Json.text(module, "category");
        return ModuleSchema.values("choices", "category").stream()
                .filter(category::equalsIgnoreCase)
                .findFirst()
                .orElse("");
    }

    private static void requirement(JsonObject detail, List<String> problems) {
        List<String> allowed = ModuleSchema.values("requirementValues", Json.text(detail, "hardwareItemType"));
        Stream.of("minimumRequirement", "recommendedRequirement")
                .map(name -> Json.text(detail, name))
                .filter(value -> !value.isEmpty() && !allowed.isEmpty() && !allowed.contains(value))
                .forEach(value -> problems.add("The requirement '" + value + "' is not allowed."));
    }

    /** Section 7.5. */
    static List<String> listing(JsonObject module) {
        List<String> problems = ModuleSchema.LISTING.problems(module, false);
        long words = Json.strings(module, "searchTerms").stream()
                .flatMap(term -> Arrays.stream(term.strip().split("\\s+", -1)))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (words > MOST_SEARCH_WORDS) {
            problems.add("The search terms have " + words + " words, at most " + MOST_SEARCH_WORDS + " are allowed.");
        }
        for (String kind : List.of("minimumHardware", "recommendedHardware")) {
            long count = Json.objects(module, "requirements").stream()
                    .filter(item -> !Json.text(item, kind).isEmpty())
                    .count();
            if (count > MOST_REQUIREMENTS) {
                problems.add(
                        "'" + kind + "' is there " + count + " times, at most " + MOST_REQUIREMENTS + " are allowed.");
            }
        }
        return problems;
    }

    /** Section 8. */
    static List<String> packages(List<JsonObject> packages) {
        List<String> problems = new ArrayList<>();
        if (packages.isEmpty()) {
            problems.add("At least one package is required.");
        }
        packages.forEach(one -> problems.addAll(onePackage(one)));
        return problems.stream().distinct().collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> onePackage(JsonObject one) {
        List<String> problems = ModuleSchema.PACKAGE.problems(one, true);
        String url = Json.text(one, "packageUrl");
        if (!url.isEmpty() && !isInstaller(url)) {
            problems.add("The package URL '" + url + "' is no https address of an .exe or .msi file.");
        }
        if (Json.items(one, "languages").isEmpty()) {
            problems.add("At least one language is required for a package.");
        }
        if (Json.items(one, "architectures").size() != 1) {
            problems.add("Exactly one architecture is required for a package.");
        }
        boolean loud = one.containsKey("isSilentInstall") && !Json.flag(one, "isSilentInstall");
        if (loud && Json.text(one, "installerParameters").isEmpty()) {
            problems.add("The field 'installerParameters' is required when the installer is not silent.");
        }
        return problems;
    }

    /** Plain http is for tests on this machine only. */
    private static boolean isInstaller(String url) {
        try {
            URI address = URI.create(url);
            boolean secure = "https".equalsIgnoreCase(address.getScheme()) || LOOPBACK.contains(address.getHost());
            String path = address.getPath() == null ? "" : address.getPath().toLowerCase(Locale.ROOT);
            return secure && (path.endsWith(".exe") || path.endsWith(".msi"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String upper(JsonObject module, String name) {
        return Json.text(module, name).toUpperCase(Locale.ROOT);
    }
}
