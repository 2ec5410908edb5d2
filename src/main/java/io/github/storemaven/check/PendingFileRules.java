package io.github.storemaven.check;

import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.zip.EntryName;
import jakarta.json.JsonObject;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files that a document announces have to be in the upload: rows IMG-41 and UPD-02. */
public final class PendingFileRules {
    private final ProductKind kind;
    private final Predicate<String> exists;

    /**
     * Rules for one upload.
     *
     * @param kind of the product
     * @param exists whether the upload has a file of exactly that name, with slashes
     */
    public PendingFileRules(ProductKind kind, Predicate<String> exists) {
        this.kind = kind;
        this.exists = exists;
    }

    /** Checks all entries that are {@code PendingUpload}, and trailers that have no id yet. */
    public void check(JsonObject document, Origin origin, Report findings) {
        DocumentReport report = new DocumentReport(findings, origin);
        Node root = Node.root(document);
        Node packages = PackageEntryRules.packages(kind, root);
        pending(packages.items()).forEach(name -> check("UPD-02", name, report));
        pending(root.member("listings").members().flatMap(PendingFileRules::pictures))
                .forEach(name -> check("IMG-41", name, report));
        root.member("trailers")
                .items()
                .flatMap(PendingFileRules::trailerFiles)
                .forEach(name -> check("IMG-41", name, report));
    }

    private void check(String rule, Node name, DocumentReport report) {
        String text = EntryName.normalized(name.text().orElse(""));
        if (report.full()) {
            return;
        }
        if (!text.isEmpty() && EntryName.problem(text).isPresent()) {
            String message = Quote.of(text) + " cannot name a file of the upload archive";
            report.error(rule, name, message, "a relative path without . and ..");
        } else if (!exists.test(text)) {
            report.error(rule, name, "the upload has no file " + Quote.of(text), "a file of exactly that name");
        }
    }

    private static Stream<Node> pending(Stream<Node> entries) {
        return entries.filter(entry -> entry.has(FileStatus.PENDING_UPLOAD)).map(entry -> entry.member("fileName"));
    }

    /** The images of an app's listing, or the icon of an add-on's. */
    private static Stream<Node> pictures(Node listing) {
        Stream<Node> texts = Stream.concat(
                Stream.of(listing.member("baseListing")),
                listing.member("platformOverrides").members());
        return Stream.concat(
                Stream.of(listing.member("icon")),
                texts.flatMap(each -> each.member("images").items()));
    }

    private static Stream<Node> trailerFiles(Node trailer) {
        Stream<Node> video = isNew(trailer) ? Stream.of(trailer.member("videoFileName")) : Stream.empty();
        Stream<Node> thumbnails = trailer.member("trailerAssets")
                .members()
                .flatMap(asset -> asset.member("imageList").items())
                .filter(PendingFileRules::isNew)
                .map(image -> image.member("fileName"));
        return Stream.concat(video, thumbnails);
    }

    private static boolean isNew(Node entry) {
        return entry.value() instanceof JsonObject file && FileEntry.isWithoutId(file);
    }
}
