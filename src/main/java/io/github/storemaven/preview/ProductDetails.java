package io.github.storemaven.preview;

import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.Node;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.document.Visibility;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.preview.PublishedDifferences.Mark;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the Store shows at the end of a product's page, and what decides who gets it for what price. */
final class ProductDetails {
    /** In characters; what is longer is folded. */
    private static final int MAX_SHOWN = 300;

    private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Map<String, String> TRIALS = Map.of(
            "OneDay", "1 day",
            "TrialNeverExpires", "without an end",
            "SevenDays", "7 days",
            "FifteenDays", "15 days",
            "ThirtyDays", "30 days");
    private final ProductType type;
    private final Blocks blocks;
    private final PageTemplate template;
    private final Node root;
    private final Map<String, PackageInfo> sent;

    ProductDetails(ProductType type, Blocks blocks, Node root, Map<String, PackageInfo> sent) {
        this.type = type;
        this.blocks = blocks;
        this.template = blocks.template();
        this.root = root;
        this.sent = sent;
    }

    /** The name that the packages give the app; empty where they refer to a resource. */
    static Optional<String> manifestText(Map<String, PackageInfo> packages, Function<AppxManifest, String> member) {
        return packages.values().stream()
                .flatMap(info -> info.apps().stream())
                .map(member)
                .filter(text -> !text.isBlank() && !text.startsWith("ms-resource:"))
                .findFirst();
    }

    /** What the button says; the tiers' prices are in no public table. */
    String price() {
        String price = root.member("pricing").member("priceId").text().orElse("");
        return switch (price) {
            case "" -> type == ProductType.ADDON ? "Buy" : "Get";
            case "Free" -> type == ProductType.ADDON ? "Free" : "Get";
            case "NotAvailable" -> "Not available";
            default -> "Buy";
        };
    }

    /** What is known of the price, in words. */
    String offer() {
        Node pricing = root.member("pricing");
        String price = pricing.member("priceId").text().orElse("");
        String base = switch (price) {
            case "" -> "the price is not in these files";
            case "Free" -> "free";
            case "NotAvailable" -> "nobody can get it";
            default -> "price: " + price;
        };
        String trial = pricing.member("trialPeriod")
                .text()
                .filter(TRIALS::containsKey)
                .map(period -> ", free trial: " + TRIALS.get(period))
                .orElse("");
        long markets = pricing.member("marketSpecificPricings").members().count();
        String others = markets == 0 ? "" : ", other prices in " + markets + (markets == 1 ? " market" : " markets");
        return base + trial + others;
    }

    Html additional(Node texts) {
        Html facts = Html.joined(
                publisher(),
                member("Developed by", texts, "devStudio"),
                choice("Category", root, "applicationCategory", ProductDetails::category),
                price(root),
                choice("Content", root, "contentType", ProductDetails::spaced),
                choice("Lifetime", root, "lifetime", ProductDetails::spaced),
                choice("Who finds it", root, "visibility", ProductDetails::visibility),
                publication(),
                rollout(),
                packages(),
                languages(),
                list("Hardware preferences", root, "hardwarePreferences"),
                member("Copyright and trademarks", texts, "copyrightAndTrademarkInfo"),
                member("License terms", texts, "licenseTerms"),
                member("Website", texts, "websiteUrl"),
                member("Support", texts, "supportContact"),
                member("Privacy policy", texts, "privacyPolicy"),
                member("Short title", texts, "shortTitle"),
                member("Sort title", texts, "sortTitle"),
                member("Voice title", texts, "voiceTitle"),
                member("Tag", root, "tag"));
        return facts.isEmpty()
                ? Html.NONE
                : template.fragment("facts")
                        .with("heading", "Additional information")
                        .with("facts", facts)
                        .html();
    }

    private static String visibility(String name) {
        return Visibility.of(name).map(Visibility::meaning).orElse(name);
    }

    private Html publisher() {
        return manifestText(sent, AppxManifest::publisherDisplayName)
                .map(name -> fact("Published by", text(name), "", Mark.SAME, Html.NONE))
                .orElse(Html.NONE);
    }

    private Html member(String label, Node parent, String name) {
        return member(label, parent, name, this::shownText);
    }

    /** A member whose values are words of the API. */
    private Html choice(String label, Node parent, String name, UnaryOperator<String> meaning) {
        return member(label, parent, name, value -> template.words(meaning.apply(value)));
    }

    private Html member(String label, Node parent, String name, Function<String, Html> form) {
        String pointer = Pointers.of(parent, name);
        String value = parent.member(name).text().orElse("");
        Mark mark = blocks.marks().at(pointer);
        Html told = blocks.findings(blocks.findings().at(pointer));
        if (value.isBlank() && mark == Mark.SAME && told.isEmpty()) {
            return Html.NONE;
        }
        Html full = Html.joined(form.apply(value), blocks.meter(value, name));
        return template.fragment("fact")
                .with("kind", mark.word())
                .with("label", label)
                .with("badge", blocks.badge(mark))
                .with("value", full)
                .with("was", blocks.was(pointer, value))
                .with("findings", told)
                .html();
    }

    private Html shownText(String text) {
        return text.length() > MAX_SHOWN ? folded(text) : text(text);
    }

    private Html folded(String text) {
        return template.fragment("long")
                .with("summary", String.format(Locale.ROOT, "Show all %,d characters", text.length()))
                .with("text", text)
                .html();
    }

    private Html fact(String label, Html value, String pointer, Mark mark, Html was) {
        return template.fragment("fact")
                .with("kind", mark.word())
                .with("label", label)
                .with("badge", blocks.badge(mark))
                .with("value", value)
                .with("was", was)
                .with(
                        "findings",
                        pointer.isEmpty()
                                ? Html.NONE
                                : blocks.findings(blocks.findings().at(pointer)))
                .html();
    }

    private Html text(String text) {
        return template.fragment("text").with("text", text).html();
    }

    private Html price(Node document) {
        if (type == ProductType.FLIGHT) {
            return Html.NONE;
        }
        String pointer = Pointers.of(document, "pricing");
        Mark mark = blocks.marks().at(pointer);
        String markets = document.member("pricing")
                .member("marketSpecificPricings")
                .members()
                .map(market -> market.name() + ": " + market.text().orElse("?"))
                .collect(Collectors.joining(", "));
        String value = offer() + (markets.isEmpty() ? "" : " (" + markets + ")");
        String before = pointer + "/priceId";
        Html was = blocks.was(
                before, document.member("pricing").member("priceId").text().orElse(""));
        return fact("Price", template.words(value), pointer, mark, was);
    }

    private Html publication() {
        String mode = root.member("targetPublishMode").text().orElse("");
        String date = root.member("targetPublishDate").text().orElse("");
        String words = switch (mode) {
            case "Immediate" -> "as soon as it is certified";
            case "Manual" -> "when somebody publishes it in Partner Center";
            case "SpecificDate" -> "not before " + date;
            default -> mode;
        };
        String pointer = Pointers.of(root, "targetPublishMode");
        return words.isEmpty()
                ? Html.NONE
                : fact(
                        "Published",
                        template.words(words),
                        pointer,
                        blocks.marks().at(pointer),
                        Html.NONE);
    }

    private Html rollout() {
        Node rollout = root.member("packageDeliveryOptions").member("packageRollout");
        Optional<String> percentage = rollout.member("isPackageRollout").isTrue()
                ? Members.value(rollout.value().asJsonObject(), "packageRolloutPercentage")
                        .map(Object::toString)
                : Optional.empty();
        return percentage
                .map(percent -> fact(
                        "Gradual rollout",
                        template.words("to " + percent.replaceFirst("\\.0+$", "") + " % of the customers"),
                        Pointers.of(root, "packageDeliveryOptions"),
                        blocks.marks().at(rollout.pointer()),
                        Html.NONE))
                .orElse(Html.NONE);
    }

    private Html packages() {
        Node packages = type.packagesMember().map(root::member).orElse(new Node("", "", null));
        List<Html> lines = packages.items()
                .filter(one -> one.value() instanceof JsonObject)
                .map(this::packageLine)
                .toList();
        if (lines.isEmpty()) {
            return Html.NONE;
        }
        Html list = template.fragment("packages")
                .with("packages", lines.stream().collect(Html.joined()))
                .html();
        return fact("Packages", list, packages.pointer(), Mark.SAME, Html.NONE);
    }

    private Html packageLine(Node entry) {
        JsonObject object = entry.value().asJsonObject();
        String name = FileEntry.name(object).orElse("");
        Optional<PackageInfo> info = Optional.ofNullable(sent.get(name));
        String version = Members.text(object, "version")
                .or(() -> info.map(one -> one.identity().version().toString()))
                .orElse("version not known");
        String architecture = Members.text(object, "architecture")
                .or(() -> info.map(PackageInfo::storeArchitecture))
                .orElse("");
        Mark mark = entry.has(FileStatus.PENDING_DELETE)
                ? Mark.REMOVED
                : entry.has(FileStatus.PENDING_UPLOAD) && blocks.marks().isComparing() ? Mark.NEW : Mark.SAME;
        String families = info.isPresent() ? families(info.get()) : texts(entry.member("targetDeviceFamilies"));
        return template.fragment("package")
                .with("name", name)
                .with("badge", blocks.badge(mark))
                .with(
                        "details",
                        Stream.of(version, architecture, families)
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", ")))
                .html();
    }

    private static String families(PackageInfo info) {
        return info.apps().stream()
                .flatMap(manifest -> manifest.deviceFamilies().stream())
                .map(family -> family.name() + " " + family.minVersion() + " or later")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Of the packages; a bundle's are all of its packages'. */
    private Html languages() {
        Stream<String> here = sent.values().stream()
                .flatMap(info -> info.manifests().stream())
                .flatMap(manifest -> manifest.languages().stream());
        Stream<String> there = type.packagesMember().stream()
                .flatMap(member -> root.member(member).items())
                .filter(entry -> !entry.has(FileStatus.PENDING_DELETE))
                .flatMap(entry -> entry.member("languages").items())
                .flatMap(item -> item.text().stream());
        String all = Stream.concat(here, there)
                .map(code -> code.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? Html.NONE : fact("Languages of the packages", text(all), "", Mark.SAME, Html.NONE);
    }

    private Html list(String label, Node parent, String name) {
        String value = texts(parent.member(name));
        String pointer = Pointers.of(parent, name);
        return value.isEmpty()
                ? Html.NONE
                : fact(label, text(value), pointer, blocks.marks().at(pointer), Html.NONE);
    }

    private static String texts(Node array) {
        return array.items().flatMap(item -> item.text().stream()).collect(Collectors.joining(", "));
    }

    /** {@code UtilitiesAndTools_FileManager} as {@code Utilities and tools: file manager} would be: words, and what is below. */
    private static String category(String name) {
        return Stream.of(name.split("_", 2)).map(ProductDetails::spaced).collect(Collectors.joining(" > "));
    }

    private static String spaced(String name) {
        return WORD.matcher(name).replaceAll(" ").replace(" And ", " and ");
    }
}
