package io.github.storemaven.submission;

import io.github.storemaven.check.DocumentRules;
import io.github.storemaven.check.ExpectedIdentity;
import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Origin;
import io.github.storemaven.check.PackageRules;
import io.github.storemaven.check.PendingFileRules;
import io.github.storemaven.check.PictureRules;
import io.github.storemaven.check.PresenceRules;
import io.github.storemaven.check.ProductKind;
import io.github.storemaven.check.Report;
import io.github.storemaven.check.SuccessionRules;
import io.github.storemaven.check.TrailerRules;
import io.github.storemaven.document.FileEntry;
import io.github.storemaven.json.Members;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.service.Product;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the rules that need no Store over all that is wanted, and those of presence over the merged document. */
public final class OfflineChecks {
    private static final Pattern LISTING = Pattern.compile("the listing (\\S+) has (.*)");

    private final ReleaseRequest wanted;
    private final Origin origin;
    private final Report report;
    private final Set<Path> seen = new HashSet<>();

    /** @param report takes the findings, and may hold some already */
    public OfflineChecks(ReleaseRequest wanted, Origin origin, Report report) {
        this.wanted = wanted;
        this.origin = origin;
        this.report = report;
    }

    /**
     * Checks the sources: documents, pictures, trailers, packages.
     *
     * @param packages the facts of the packages to release
     * @throws IOException when a file cannot be read
     */
    public Findings sources(List<PackageInfo> packages, ExpectedIdentity expected, Instant now) throws IOException {
        JsonObject document = wanted.alone();
        DocumentRules rules = new DocumentRules(kind(wanted.product()), now);
        rules.checkTypes(wanted.patch(), origin.ofSubmissionFile(), report);
        rules.check(document, origin, report);
        wanted.listing()
                .notes()
                .ifPresent(notes -> new DocumentRules(ProductKind.APP, now)
                        .check(notes.document(), pointer -> notes.changelog().toString(), report));
        new PackageRules(expected, report).check(packages);
        if (wanted.archive().isEmpty()) {
            new PendingFileRules(
                            kind(wanted.product()),
                            name -> wanted.files().find(name).isPresent())
                    .check(document, origin, report);
            files(document);
        } else {
            Set<String> entries = ArchiveNames.of(wanted.archive().get());
            new PendingFileRules(kind(wanted.product()), entries::contains).check(document, origin, report);
        }
        return report.findings();
    }

    /**
     * What has to be there in the document that the Store would get. What this release leaves as it is published is a
     * warning, since the Store took it.
     *
     * @param published an empty document where nothing was ever published
     */
    public static Findings presence(
            Product product, JsonObject published, JsonObject merged, List<PackageInfo> packages) {
        Findings already = presence(product, published);
        Report report = new Report();
        List<Finding> lacking = presence(product, merged).all().stream()
                .map(finding -> published.isEmpty() ? finding : finding.warningIfAmong(already.errors()))
                .toList();
        oneForAllListings(lacking).forEach(report::add);
        new SuccessionRules(kind(product), packages, report).check(published, merged);
        return report.findings();
    }

    /** What several listings lack is one finding that lists them. */
    private static Collection<Finding> oneForAllListings(List<Finding> findings) {
        Map<String, Finding> byLack = new LinkedHashMap<>();
        Map<String, Set<String>> languages = new HashMap<>();
        for (Finding finding : findings) {
            Matcher listing = LISTING.matcher(finding.message());
            boolean ofListing = listing.matches();
            String lack = finding.rule() + finding.severity() + (ofListing ? listing.group(2) : finding.text());
            Set<String> names = languages.computeIfAbsent(lack, unused -> new TreeSet<>());
            if (ofListing) {
                names.add(listing.group(1));
            }
            byLack.merge(
                    lack,
                    finding,
                    (first, next) -> new Finding(
                            first.rule(),
                            first.severity(),
                            first.file(),
                            "/listings",
                            "the listings " + String.join(", ", names) + " have " + listing.group(2),
                            first.allowed()));
        }
        return byLack.values();
    }

    private static Findings presence(Product product, JsonObject document) {
        Report report = new Report();
        new PresenceRules(kind(product)).check(document, pointer -> "the submission", report);
        return report.findings();
    }

    private void files(JsonObject document) throws IOException {
        JsonObject listings = Members.object(document, "listings").orElse(JsonValue.EMPTY_JSON_OBJECT);
        Map<ImageUse, Set<String>> uses = new LinkedHashMap<>();
        listings.forEach((language, listing) -> {
            if (listing instanceof JsonObject one) {
                uses(one)
                        .forEach(use -> uses.computeIfAbsent(use, unused -> new TreeSet<>())
                                .add(language));
            }
        });
        for (var use : uses.entrySet()) {
            image(use.getKey(), use.getValue());
        }
        for (JsonObject trailer : Members.objects(document, "trailers")) {
            trailer(trailer);
        }
    }

    /** A file in the role of an image type; an add-on's icon has no type. */
    private record ImageUse(Path file, Optional<String> type) {}

    /** The images of a listing and of what platforms show instead, and the icon of an add-on. */
    private Stream<ImageUse> uses(JsonObject listing) {
        Stream<JsonObject> base = Members.object(listing, "baseListing").stream();
        Stream<JsonObject> platforms = Members.object(listing, "platformOverrides").stream()
                .flatMap(all -> all.values().stream())
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject);
        Stream<ImageUse> images = Stream.concat(base, platforms)
                .flatMap(texts -> Members.objects(texts, "images").stream())
                .flatMap(image -> use(image, Members.text(image, "imageType").or(() -> Optional.of(""))));
        Stream<ImageUse> icon = Members.object(listing, "icon").stream().flatMap(entry -> use(entry, Optional.empty()));
        return Stream.concat(images, icon);
    }

    private Stream<ImageUse> use(JsonObject entry, Optional<String> type) {
        return FileEntry.name(entry).flatMap(wanted.files()::find).map(file -> new ImageUse(file, type)).stream();
    }

    /** One check for all languages that show the same image. */
    private void image(ImageUse use, Set<String> languages) throws IOException {
        PictureRules pictures = new PictureRules(report, languages.size() > 1 ? String.join(", ", languages) : "");
        if (use.type().isPresent()) {
            pictures.image(use.file(), use.type().get());
        } else {
            pictures.addonIcon(use.file());
        }
    }

    private void trailer(JsonObject trailer) throws IOException {
        Path video = fresh(trailer);
        if (video != null) {
            new TrailerRules(report).video(video);
        }
        JsonObject assets = Members.object(trailer, "trailerAssets").orElse(JsonValue.EMPTY_JSON_OBJECT);
        for (JsonValue asset : assets.values()) {
            for (JsonObject thumbnail :
                    asset instanceof JsonObject one ? Members.objects(one, "imageList") : List.<JsonObject>of()) {
                Path file = fresh(thumbnail);
                if (file != null) {
                    new PictureRules(report).thumbnail(file);
                }
            }
        }
    }

    /** The file of an entry that has one and was not looked at before; null otherwise. */
    private Path fresh(JsonObject entry) {
        return FileEntry.name(entry)
                .flatMap(wanted.files()::find)
                .filter(seen::add)
                .orElse(null);
    }

    private static ProductKind kind(Product product) {
        if (product instanceof Product.Flight) {
            return ProductKind.FLIGHT;
        }
        return product instanceof Product.Addon ? ProductKind.ADDON : ProductKind.APP;
    }
}
