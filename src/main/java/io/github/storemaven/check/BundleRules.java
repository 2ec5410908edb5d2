package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.Bundle;
import io.github.storemaven.msix.NameList;
import io.github.storemaven.msix.PackageIdentity;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.XmlElement;
import io.github.storemaven.text.ForeignText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a bundle agrees with itself: row APX-18. */
final class BundleRules {
    private static final String AGAIN = " Make the bundle again, with makeappx bundle or the like.";

    private final PackageInfo facts;
    private final Bundle bundle;
    private final OfPackage report;

    private BundleRules(PackageInfo facts, Bundle bundle, OfPackage report) {
        this.facts = facts;
        this.bundle = bundle;
        this.report = report;
    }

    static void check(PackageInfo facts, OfPackage report) {
        facts.bundle().ifPresent(bundle -> new BundleRules(facts, bundle, report).check());
    }

    private void check() {
        if (!bundle.missing().isEmpty()) {
            report.error(
                    "PKG-08",
                    "",
                    "the bundle lists packages that it does not contain: " + bundle.missing(),
                    "make it again with all of them");
        }
        names(bundle.notListed(), "The bundle contains packages that its manifest does not list: ");
        names(
                bundle.compressed(),
                "The bundle contains packages that are compressed once more, not stored as they are: ");
        bundle.packages().forEach(this::checkEntry);
        checkKinds();
        checkNames();
        bundle.blockMap().ifPresent(map -> BlockMapRules.check(map, bundle.place(), report));
        BlockMapRules.check(bundle.form(), new NameList(), bundle.place(), report);
    }

    private void checkEntry(Bundle.Entry entry) {
        XmlElement listed = entry.listed();
        PackageIdentity identity = entry.manifest().identity();
        compare(listed, "Offset", Long.toString(entry.start()), "its bytes begin at ");
        compare(listed, "Size", Long.toString(entry.size()), "it has ");
        compare(listed, "Version", identity.version().text(), "its manifest has ");
        String architecture = listed.find("Architecture").orElse("neutral");
        if (!architecture.equalsIgnoreCase(identity.architecture())) {
            differs(listed, "Architecture " + Quote.of(architecture), "its manifest has " + identity.architecture());
        }
    }

    private void compare(XmlElement listed, String attribute, String actual, String fact) {
        String value = listed.attribute(attribute);
        if (!value.equals(actual)) {
            differs(
                    listed,
                    value.isEmpty() ? "no " + attribute : attribute + " " + Quote.of(value),
                    fact + ForeignText.cut(actual, 40));
        }
    }

    private void differs(XmlElement listed, String has, String fact) {
        report.error(
                "APX-18",
                bundle.place() + ", line " + listed.line(),
                "The bundle's manifest has " + has + " for " + listed.attribute("FileName") + ", and " + fact + "."
                        + AGAIN);
    }

    private void checkKinds() {
        List<AppxManifest> apps = facts.apps();
        if (apps.isEmpty()) {
            error("The bundle contains only packages of resources, and none with an app.");
        }
        Set<String> kinds = new HashSet<>();
        for (AppxManifest app : apps) {
            String kind = app.identity().architecture().toLowerCase(Locale.ROOT)
                    + app.deviceFamilies()
                    + app.identity().resourceId();
            if (!kinds.add(kind)) {
                error("The bundle contains two packages for " + app.identity().architecture()
                        + " and the same devices.");
            }
        }
        boolean neutral = apps.stream().anyMatch(BundleRules::isNeutral);
        if (neutral && !apps.stream().allMatch(BundleRules::isNeutral)) {
            error("The bundle contains a neutral package beside those for an architecture.");
        }
    }

    private static boolean isNeutral(AppxManifest app) {
        return app.identity().architecture().equalsIgnoreCase("neutral");
    }

    private void checkNames() {
        NameList others = new NameList();
        PackageIdentity own = facts.identity();
        for (AppxManifest inner : facts.manifests()) {
            if (!inner.identity().name().equals(own.name())
                    || !inner.identity().publisher().equals(own.publisher())) {
                others.add(inner.place());
            }
        }
        names(others, "These packages have another Name or Publisher than the bundle: ");
    }

    private void names(NameList names, String fact) {
        if (!names.isEmpty()) {
            error(fact + names + ".");
        }
    }

    private void error(String fact) {
        report.error("APX-18", bundle.place(), fact + AGAIN);
    }
}
