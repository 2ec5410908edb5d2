package io.github.storemaven.submission;

import io.github.storemaven.check.DocumentRules;
import io.github.storemaven.check.FileEntryRules;
import io.github.storemaven.check.Finding;
import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import io.github.storemaven.check.ImageRules;
import io.github.storemaven.check.PackageRules;
import io.github.storemaven.check.PresenceRules;
import io.github.storemaven.check.SuccessionRules;
import io.github.storemaven.check.TrailerRules;
import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileEntry.Kind;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the rules that need no Store over all that is wanted, and those of presence over the merged document. */
public final class OfflineChecks {
    private static final Pattern LANGUAGE_FOLDER = Pattern.compile("(.*[/\\\\]listings[/\\\\][^/\\\\]+)([/\\\\].*)?");

    private final ReleaseRequest wanted;
    private final Origin origin;
    private final FindingCollector report;

    /** @param report takes the findings, and may hold some already */
    public OfflineChecks(ReleaseRequest wanted, Origin origin, FindingCollector report) {
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
        JsonObject document = wanted.ownDocument();
        DocumentRules rules = new DocumentRules(wanted.type(), now);
        rules.checkTypes(wanted.patch(), origin.ofSubmissionFile(), report);
        rules.check(document, origin, report);
        wanted.listing().notes().stream()
                .flatMap(notes -> notes.texts().values().stream())
                .forEach(notes -> new DocumentRules(ProductType.APP, now)
                        .check(notes.document(), pointer -> notes.file().toString(), report));
        new PackageRules(expected, report).check(packages);
        if (wanted.files().archive().isEmpty()) {
            new FileEntryRules(name -> wanted.files().find(name).isPresent()).check(document, origin, report);
            files(document);
        } else {
            Set<String> entries = wanted.files().archiveNames();
            new FileEntryRules(entries::contains).check(document, origin, report);
        }
        return report.findings();
    }

    /** What is recommended for the languages of an app's store folder, whatever the Store has of them. */
    public Findings advice() {
        if (wanted.type() == ProductType.APP) {
            PresenceRules.advise(wanted.ownDocument(), this::languageFolder, report);
        }
        return report.findings();
    }

    private String languageFolder(String pointer) {
        String file = origin.where(pointer);
        Matcher folder = LANGUAGE_FOLDER.matcher(file);
        return folder.matches() ? folder.group(1) : file;
    }

    /**
     * What has to be there in the document that the Store would get. What this release leaves as it is published is a
     * warning, since the Store took it.
     *
     * @param screenshots the folder that gives a language its screenshots; empty where a ready archive has them
     * @param published an empty document where nothing was ever published
     */
    public static Findings presence(
            ProductType type,
            Function<String, Optional<Path>> screenshots,
            JsonObject published,
            JsonObject merged,
            List<PackageInfo> packages) {
        PresenceRules rules = new PresenceRules(type, screenshots);
        Findings already = presence(rules, published);
        FindingCollector report = new FindingCollector();
        List<Finding> lacking = presence(rules, merged).all().stream()
                .map(finding -> published.isEmpty() ? finding : finding.warningIfAmong(already.errors()))
                .toList();
        lacking.forEach(report::add);
        new SuccessionRules(type, packages, report).check(published, merged);
        return report.findings();
    }

    /** The same, and whether the release notes are of the languages of the listing. */
    static Findings merged(
            ReleaseRequest wanted,
            Function<String, Optional<Path>> screenshots,
            JsonObject published,
            JsonObject merged,
            List<PackageInfo> packages) {
        FindingCollector report = new FindingCollector();
        presence(wanted.type(), screenshots, published, merged, packages).all().forEach(report::add);
        wanted.checkReleaseNotes(merged, report);
        return report.findings();
    }

    private static Findings presence(PresenceRules rules, JsonObject document) {
        FindingCollector report = new FindingCollector();
        rules.check(document, pointer -> Finding.SUBMISSION, report);
        return report.findings();
    }

    private void files(JsonObject document) throws IOException {
        Map<ImageUse, Set<String>> languages = new LinkedHashMap<>();
        Map<Path, Kind> ofTrailers = new LinkedHashMap<>();
        Map<Path, String> names = new HashMap<>();
        for (FileEntry entry : FileEntry.of(document)) {
            Optional<Path> file = entry.name().flatMap(wanted.files()::find);
            if (file.isPresent()) {
                names.putIfAbsent(file.get(), entry.name().get());
                switch (entry.kind()) {
                    case IMAGE, ICON ->
                        languages
                                .computeIfAbsent(new ImageUse(file.get(), imageType(entry)), unused -> new TreeSet<>())
                                .add(entry.language());
                    case VIDEO, THUMBNAIL -> ofTrailers.putIfAbsent(file.get(), entry.kind());
                    case PACKAGE, UNKNOWN -> {}
                }
            }
        }
        for (var use : languages.entrySet()) {
            image(content(names, use.getKey().file()), use.getKey().type(), use.getValue());
        }
        for (var file : ofTrailers.entrySet()) {
            if (file.getValue() == Kind.VIDEO) {
                new TrailerRules(report).video(file.getKey());
            } else {
                new ImageRules(report).thumbnail(content(names, file.getKey()));
            }
        }
    }

    /** A file in the role of an image type; an add-on's icon has no type. */
    private record ImageUse(Path file, Optional<String> type) {}

    private static Optional<String> imageType(FileEntry entry) {
        return entry.kind() == Kind.ICON ? Optional.empty() : Optional.of(entry.imageType());
    }

    /** Images of the store folder were read when their names were made. */
    private FileContent content(Map<Path, String> names, Path file) throws IOException {
        Optional<FileContent> read = wanted.files().read(names.get(file));
        return read.isPresent() ? read.get() : FileContent.startOf(file);
    }

    /** One check for all languages that show the same image. */
    private void image(FileContent image, Optional<String> type, Set<String> languages) {
        ImageRules pictures = new ImageRules(report, languages.size() > 1 ? String.join(", ", languages) : "");
        if (type.isPresent()) {
            pictures.image(image, type.get());
        } else {
            pictures.addonIcon(image);
        }
    }
}
