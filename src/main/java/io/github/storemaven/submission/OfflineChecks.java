package io.github.storemaven.submission;

import io.github.storemaven.check.DocumentRules;
import io.github.storemaven.check.ExpectedIdentity;
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
import io.github.storemaven.msix.PackageFacts;
import io.github.storemaven.service.Product;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs the rules that need no Store over all that is wanted, and those of presence over the merged document. */
public final class OfflineChecks {
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
    public Findings sources(List<PackageFacts> packages, ExpectedIdentity expected, Instant now) throws IOException {
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
            Product product, JsonObject published, JsonObject merged, List<PackageFacts> packages) {
        Findings already = presence(product, published);
        Report report = new Report();
        presence(product, merged).all().stream()
                .map(finding -> published.isEmpty() ? finding : finding.warningIfAmong(already.errors()))
                .forEach(report::add);
        new SuccessionRules(kind(product), packages, report).check(published, merged);
        return report.findings();
    }

    private static Findings presence(Product product, JsonObject document) {
        Report report = new Report();
        new PresenceRules(kind(product)).check(document, pointer -> "the submission", report);
        return report.findings();
    }

    private void files(JsonObject document) throws IOException {
        JsonObject listings = Members.object(document, "listings").orElse(JsonValue.EMPTY_JSON_OBJECT);
        for (JsonValue listing : listings.values()) {
            if (listing instanceof JsonObject language) {
                images(language);
            }
        }
        for (JsonObject trailer : Members.objects(document, "trailers")) {
            trailer(trailer);
        }
    }

    private void images(JsonObject language) throws IOException {
        PictureRules pictures = new PictureRules(report);
        JsonObject base = Members.object(language, "baseListing").orElse(JsonValue.EMPTY_JSON_OBJECT);
        for (JsonObject image : Members.objects(base, "images")) {
            Path file = fresh(image);
            if (file != null) {
                pictures.image(file, Members.text(image, "imageType").orElse(""));
            }
        }
        Path icon = Members.object(language, "icon").map(this::fresh).orElse(null);
        if (icon != null) {
            pictures.addonIcon(icon);
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
