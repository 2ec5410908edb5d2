package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Node;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.msix.PackageKind;
import io.github.storemaven.zip.EntryName;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Entries of files in a document: rows PKG-01, PKG-02, PKG-10, IMG-41 and UPD-02. */
public final class FileEntryRules {
    private final Predicate<String> exists;

    /** @param exists whether the upload has a file of exactly that name, with slashes */
    public FileEntryRules(Predicate<String> exists) {
        this.exists = exists;
    }

    /** Checks all entries that are {@code PendingUpload}, and trailers that have no id yet. */
    public void check(JsonObject document, Origin origin, FindingCollector findings) {
        OfDocument report = new OfDocument(findings, origin);
        FileEntry.of(document).stream()
                .filter(FileEntry::isNew)
                .forEach(entry -> check(
                        entry.kind() == FileEntry.Kind.PACKAGE ? "UPD-02" : "IMG-41", entry.nameMember(), report));
    }

    private void check(String rule, Node name, OfDocument report) {
        String text = EntryName.normalized(name.text().orElse(""));
        if (report.full()) {
            return;
        }
        if (!text.isEmpty() && EntryName.problem(text).isPresent()) {
            String message = Quote.of(text) + " cannot name a file of the upload";
            report.error(rule, name, message, "use a relative path without . and ..");
        } else if (!exists.test(text)) {
            report.error(
                    rule,
                    name,
                    "the upload has no file " + Quote.of(text),
                    "write the name exactly as the file has it");
        }
    }

    /** The packages of an app or a flight; an add-on has none. */
    static Node packages(ProductType kind, Node document) {
        return document.member(kind.packagesMember().orElse("applicationPackages"));
    }

    static void checkPackages(Node packages, OfDocument report) {
        Set<String> names = new HashSet<>();
        packages.items()
                .takeWhile(each -> !report.full())
                .filter(each -> !each.has(FileStatus.PENDING_DELETE))
                .forEach(each -> checkEntry(each, names, report));
    }

    private static void checkEntry(Node entry, Set<String> names, OfDocument report) {
        Node name = entry.member("fileName");
        String text = name.text().orElse("");
        if (name.hasText() && !names.add(text.toLowerCase(Locale.ROOT))) {
            report.error(
                    "PKG-10", name, Quote.of(text) + " is the name of two packages", "give each a name of its own");
        }
        if (entry.has(FileStatus.PENDING_UPLOAD)) {
            checkExtension(text, name, report);
        }
    }

    private static void checkExtension(String text, Node name, OfDocument report) {
        if (text.toLowerCase(Locale.ROOT).endsWith(".xap")) {
            report.error("PKG-02", name, "the Store no longer takes .xap", PackageRules.ALLOWED_NAMES);
        } else if (PackageKind.ofName(text).isEmpty()) {
            report.error("PKG-01", name, Quote.of(text) + " is not the name of a package", PackageRules.ALLOWED_NAMES);
        }
    }
}
