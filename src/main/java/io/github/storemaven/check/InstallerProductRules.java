package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.document.Node;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Rules on properties and availability of an MSI or EXE product, as a patch (MSI/EXE reference, sections 7.3, 7.4 and 11). */
public final class InstallerProductRules {
    private static final List<String> MODULES = List.of("properties", "availability");
    private static final List<String> PROPERTIES = List.of(
            "isPrivacyPolicyRequired",
            "privacyPolicyUrl",
            "website",
            "supportContactInfo",
            "certificationNotes",
            "category",
            "subcategory",
            "productDeclarations",
            "isSystemFeatureRequired",
            "systemRequirementDetails");
    private static final List<String> AVAILABILITY =
            List.of("markets", "discoverability", "enableInFutureMarkets", "pricing", "freeTrial");
    private static final List<String> FLAGS =
            List.of("dependsOnDriversOrNT", "accessibilitySupport", "penAndInkSupport");
    private static final List<String> FEATURES = List.of(
            "Touch",
            "Keyboard",
            "Mouse",
            "Camera",
            "NFC_HCE",
            "NFC_Proximity",
            "Bluetooth_LE",
            "Telephony",
            "Microphone");
    private static final Map<String, List<String>> REQUIREMENTS = Map.of(
            "Memory",
            List.of("300MB", "750MB", "1GB", "2GB", "4GB", "6GB", "8GB", "12GB", "16GB", "20GB"),
            "DirectX",
            List.of("DX9", "DX10", "DX11", "DX12-FEATURELEVEL11", "DX12-FEATURELEVEL12"),
            "Video_Memory",
            List.of("1GB", "2GB", "4GB", "6GB"),
            "Processor",
            List.of(),
            "Graphics",
            List.of());
    private static final Set<String> NO_MARKETS = Set.of("CU", "EH", "IR", "KP", "PR", "SD", "SS", "SY", "XK");
    private static final TextLimit NOTES = TextLimit.error("MSI-13", "certificationNotes", 2000);

    private final OfDocument report;

    private InstallerProductRules(OfDocument report) {
        this.report = report;
    }

    /** Checks a patch; what it leaves out stays as the Store has it. */
    public static void check(JsonObject product, Origin origin, FindingCollector findings) {
        OfDocument report = new OfDocument(findings, origin);
        Node root = Node.root(product);
        InstallerRules.unknownMembers("MSI-01", root, MODULES, report);
        InstallerProductRules rules = new InstallerProductRules(report);
        root.members().forEach(rules::module);
        CharacterRules.checkAllLost(root, report);
        rules.properties(root.member("properties"));
        rules.availability(root.member("availability"));
    }

    /** A module is an object; a member of it that is null counts as not sent (MSI/EXE reference, section 6). */
    private void module(Node module) {
        if (module.isGiven() && !(module.value() instanceof JsonObject)) {
            report.error("MSI-13", module, module.name() + " is not an object", "write its members, or remove it");
        }
        module.members()
                .filter(Node::isNull)
                .forEach(member -> report.warning(
                        "MSI-13",
                        member,
                        member.name() + " is null, which changes nothing, since this API takes no member away",
                        "give it a value, or remove it"));
    }

    private void properties(Node properties) {
        InstallerRules.unknownMembers("MSI-01", properties, PROPERTIES, report);
        category(properties);
        NOTES.checkMember(properties, report);
        flag(properties.member("isPrivacyPolicyRequired"));
        List.of("privacyPolicyUrl", "website").forEach(name -> address(properties.member(name)));
        FLAGS.forEach(name -> flag(properties.member("productDeclarations").member(name)));
        properties
                .member("isSystemFeatureRequired")
                .items()
                .forEach(item -> InstallerRules.choice("MSI-13", item.member("hardwareItemType"), FEATURES, report));
        properties.member("systemRequirementDetails").items().forEach(this::requirement);
    }

    private void category(Node properties) {
        Node category = properties.member("category");
        InstallerRules.choice("MSI-12", category, Categories.ALL.keySet(), report);
        Node subcategory = properties.member("subcategory");
        List<String> allowed = category.text()
                .flatMap(text -> Categories.ALL.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(text))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElseGet(() -> category.isGiven()
                        ? List.of()
                        : Categories.ALL.values().stream().flatMap(List::stream).toList());
        if (subcategory.hasText() && !allowed.isEmpty()) {
            InstallerRules.choice("MSI-12", subcategory, allowed, report);
        } else if (subcategory.hasText() && category.isGiven()) {
            report.error("MSI-12", subcategory, "the category has no subcategories", "remove the subcategory");
        }
    }

    private void flag(Node node) {
        if (node.isGiven() && !node.isTrue() && !JsonValue.FALSE.equals(node.value())) {
            report.error("MSI-13", node, node.name() + " is neither true nor false", "write true or false");
        }
    }

    private void address(Node node) {
        if (node.hasText()
                && node.text().filter(text -> text.matches("(?i)https?://\\S+")).isEmpty()) {
            report.error("MSI-13", node, node.name() + " is not an address", "write it with https://");
        }
    }

    private void requirement(Node item) {
        Node type = item.member("hardwareItemType");
        InstallerRules.choice("MSI-13", type, REQUIREMENTS.keySet(), report);
        List<String> allowed = type.text().map(REQUIREMENTS::get).orElse(List.of());
        for (String name : List.of("minimumRequirement", "recommendedRequirement")) {
            Node value = item.member(name);
            if (value.hasText() && allowed != null && !allowed.isEmpty()) {
                InstallerRules.choice("MSI-13", value, allowed, report);
            }
        }
    }

    private void availability(Node availability) {
        InstallerRules.unknownMembers("MSI-01", availability, AVAILABILITY, report);
        markets(availability.member("markets"));
        flag(availability.member("enableInFutureMarkets"));
        InstallerRules.choice(
                "MSI-15", availability.member("discoverability"), List.of("DISCOVERABLE", "DEEPLINK_ONLY"), report);
        InstallerRules.choice(
                "MSI-15", availability.member("pricing"), List.of("FREE", "FREEMIUM", "SUBSCRIPTION", "PAID"), report);
        InstallerRules.choice(
                "MSI-15", availability.member("freeTrial"), List.of("NO_FREE_TRIAL", "FREE_TRIAL"), report);
    }

    private void markets(Node markets) {
        if (markets.isGiven() && markets.items().findAny().isEmpty()) {
            report.error("MSI-14", markets, "there is no market", "list at least one, such as US");
        }
        markets.items()
                .filter(one -> one.text()
                        .filter(code -> code.matches("[A-Z]{2}") && !NO_MARKETS.contains(code))
                        .isEmpty())
                .forEach(one -> report.error(
                        "MSI-14",
                        one,
                        "the Store has no market " + Quote.of(one.text().orElse("")),
                        "use a code of two capital letters such as US"));
    }

    /** Read when the first product is checked. */
    private static final class Categories {
        static final Map<String, List<String>> ALL = read();

        private static Map<String, List<String>> read() {
            Map<String, List<String>> all = new LinkedHashMap<>();
            try (InputStream in = Objects.requireNonNull(
                    InstallerProductRules.class.getResourceAsStream("installer-categories.txt"))) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split(":", 2))
                        .forEach(parts -> all.put(
                                parts[0],
                                Arrays.stream(parts[1].strip().split(" ", -1))
                                        .filter(name -> !name.isEmpty())
                                        .toList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return all;
        }
    }
}
