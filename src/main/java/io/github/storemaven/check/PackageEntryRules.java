package io.github.storemaven.check;

import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Node;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.msix.PackageKind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Package entries of a document: rows PKG-01, PKG-02 and PKG-10. */
final class PackageEntryRules {
    private PackageEntryRules() {}

    /** The packages of an app or a flight; an add-on has none. */
    static Node packages(ProductType kind, Node document) {
        return document.member(kind.packagesMember().orElse("applicationPackages"));
    }

    static void check(Node packages, DocumentReport report) {
        Set<String> names = new HashSet<>();
        packages.items()
                .takeWhile(each -> !report.full())
                .filter(each -> !each.has(FileStatus.PENDING_DELETE))
                .forEach(each -> checkEntry(each, names, report));
    }

    private static void checkEntry(Node entry, Set<String> names, DocumentReport report) {
        Node name = entry.member("fileName");
        String text = name.text().orElse("");
        if (name.hasText() && !names.add(text.toLowerCase(Locale.ROOT))) {
            report.error("PKG-10", name, Quote.of(text) + " is the name of two packages", "each name once");
        }
        if (entry.has(FileStatus.PENDING_UPLOAD)) {
            checkExtension(text, name, report);
        }
    }

    private static void checkExtension(String text, Node name, DocumentReport report) {
        if (text.toLowerCase(Locale.ROOT).endsWith(".xap")) {
            report.error("PKG-02", name, "a .xap can no longer be uploaded", PackageNames.ALLOWED);
        } else if (PackageKind.ofName(text).isEmpty()) {
            report.error("PKG-01", name, Quote.of(text) + " is no name of a package", PackageNames.ALLOWED);
        }
    }
}
