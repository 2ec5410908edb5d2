package io.github.storemaven.check;

import io.github.storemaven.msix.Identity;
import io.github.storemaven.msix.Manifest;
import io.github.storemaven.msix.PackageFacts;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How the packages of one submission fit together: rows PKG-10, VER-05, IDN-03 and IDN-05. */
final class AgreementRules {
    private AgreementRules() {}

    static void check(List<PackageFacts> packages, Report report) {
        Set<String> names = new HashSet<>();
        for (int later = 0; later < packages.size(); later++) {
            PackageFacts facts = packages.get(later);
            PackageReport findings = new PackageReport(report, facts.file());
            String name = String.valueOf(facts.file().getFileName());
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                findings.error("PKG-10", "", Quote.of(name) + " is the name of two packages", "each name once");
            }
            checkIdentity(packages.get(0), facts, findings);
            packages.subList(0, later).forEach(earlier -> checkVersion(earlier, facts, findings));
        }
    }

    private static void checkIdentity(PackageFacts first, PackageFacts facts, PackageReport report) {
        Identity wanted = first.identity();
        Identity actual = facts.identity();
        String other = " in " + first.file().getFileName();
        if (!actual.name().equals(wanted.name())) {
            String message = "the Name " + Quote.of(actual.name()) + " differs from " + Quote.of(wanted.name()) + other;
            report.error("IDN-03", "", message, "one product in all packages");
        }
        if (!actual.publisher().equals(wanted.publisher())) {
            String message = "the Publisher " + Quote.of(actual.publisher()) + " differs from "
                    + Quote.of(wanted.publisher()) + other;
            report.error("IDN-05", "", message, "one publisher in all packages");
        }
    }

    private static void checkVersion(PackageFacts earlier, PackageFacts later, PackageReport report) {
        boolean sameVersion =
                earlier.identity().version().equals(later.identity().version());
        if (sameVersion && !Collections.disjoint(architectures(earlier), architectures(later))) {
            String message = "version " + later.identity().version() + " for the same architecture is also in "
                    + earlier.file().getFileName();
            report.error("VER-05", "", message, "another version or architecture");
        }
    }

    /** A bundle covers what its packages cover; two bundles of one version have the same full name in any case. */
    private static Set<String> architectures(PackageFacts facts) {
        Set<String> architectures = new HashSet<>();
        facts.apps().stream()
                .map(Manifest::identity)
                .forEach(identity -> architectures.add(identity.architecture().toLowerCase(Locale.ROOT)));
        if (facts.isBundle()) {
            architectures.add("bundle");
        }
        return architectures;
    }
}
