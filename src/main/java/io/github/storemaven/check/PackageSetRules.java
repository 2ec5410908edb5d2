package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.PackageIdentity;
import io.github.storemaven.msix.PackageInfo;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** How the packages of one submission fit together: rows VER-05, VER-10, IDN-03 and IDN-05. */
final class PackageSetRules {
    private PackageSetRules() {}

    static void check(List<PackageInfo> packages, FindingCollector report) {
        List<PackageOffer> offers = packages.stream().map(PackageOffer::of).toList();
        for (int later = 0; later < packages.size(); later++) {
            PackageInfo facts = packages.get(later);
            OfPackage findings = new OfPackage(report, facts.file());
            checkIdentity(packages.get(0), facts, findings);
            packages.subList(0, later).forEach(earlier -> checkVersion(earlier, facts, findings));
            checkServed(offers.get(later), offers, findings);
        }
    }

    private static void checkIdentity(PackageInfo first, PackageInfo facts, OfPackage report) {
        PackageIdentity wanted = first.identity();
        PackageIdentity actual = facts.identity();
        String other = " in " + first.file().getFileName();
        if (!actual.name().equals(wanted.name())) {
            String message = "the Name " + Quote.of(actual.name()) + " differs from " + Quote.of(wanted.name()) + other;
            report.error("IDN-03", "", message, "all packages of a submission are of one product");
        }
        if (!actual.publisher().equals(wanted.publisher())) {
            String message = "the Publisher " + Quote.of(actual.publisher()) + " differs from "
                    + Quote.of(wanted.publisher()) + other;
            report.error("IDN-05", "", message, "all packages of a submission have one publisher");
        }
    }

    /** A package is for nobody if each of its devices gets another one. */
    static void checkServed(PackageOffer offer, List<PackageOffer> all, OfPackage report) {
        List<PackageOffer> others =
                all.stream().filter(other -> other.isNewer(offer)).toList();
        List<String> served = offer.targets().stream()
                .map(target -> others.stream()
                        .filter(other -> other.serves(target))
                        .map(PackageOffer::name)
                        .findFirst()
                        .orElse(""))
                .toList();
        if (!served.isEmpty() && !served.contains("")) {
            report.warning(
                    "VER-10",
                    "",
                    "no device gets version " + offer.version() + ": each one that can run it gets "
                            + String.join(", ", new TreeSet<>(served))
                            + ", which has a higher version; leave this package out, or give it the higher version if"
                            + " it is for newer systems");
        }
    }

    private static void checkVersion(PackageInfo earlier, PackageInfo later, OfPackage report) {
        boolean sameVersion =
                earlier.identity().version().equals(later.identity().version());
        if (sameVersion && !Collections.disjoint(architectures(earlier), architectures(later))) {
            String message = earlier.file().getFileName() + " has the same version "
                    + later.identity().version() + " for the same architecture";
            report.error("VER-05", "", message, "release one of the two, or raise the version of one");
        }
    }

    /** A bundle covers what its packages cover; two bundles of one version have the same full name in any case. */
    private static Set<String> architectures(PackageInfo facts) {
        Set<String> architectures = new HashSet<>();
        facts.apps().stream()
                .map(AppxManifest::identity)
                .forEach(identity -> architectures.add(identity.architecture().toLowerCase(Locale.ROOT)));
        if (facts.isBundle()) {
            architectures.add("bundle");
        }
        return architectures;
    }
}
