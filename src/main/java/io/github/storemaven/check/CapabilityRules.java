package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.AppxManifest.Capability;
import io.github.storemaven.msix.CapabilityTable;
import io.github.storemaven.msix.NameList;
import io.github.storemaven.msix.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a package asks for: rows CAP-01, CAP-03 and APX-10 to APX-12. */
final class CapabilityRules {
    private static final String RESTRICTED = "/restrictedcapabilities";
    private static final String FULL_TRUST = "runFullTrust";
    private static final Pattern RESTRICTED_NAME = Pattern.compile("[a-z][A-Za-z0-9._-]{2,127}");
    private static final List<String> ORDER = List.of("Capability", "CustomCapability", "DeviceCapability");

    private final AppxManifest manifest;
    private final OfPackage report;

    CapabilityRules(AppxManifest manifest, OfPackage report) {
        this.manifest = manifest;
        this.report = report;
    }

    void check() {
        checkRestricted();
        checkStartMenu();
        checkWanted();
        int last = 0;
        Set<String> names = new HashSet<>();
        List<XmlElement> all = manifest.root().all("Capabilities").stream()
                .flatMap(element -> element.children().stream())
                .toList();
        for (XmlElement element : all) {
            int kind = ORDER.indexOf(element.name());
            if (kind >= 0 && kind < last) {
                String remedy = "write first each Capability, then each CustomCapability, then each DeviceCapability";
                report.error("APX-12", manifest.place(element), "a " + element.name() + " is too late", remedy);
            }
            last = Math.max(last, kind);
            String name = element.attribute("Name");
            if (!names.add(element.name() + " " + name.toLowerCase(Locale.ROOT))) {
                report.error(
                        "APX-11",
                        manifest.place(element),
                        "the manifest has the capability " + Quote.of(name) + " twice",
                        "remove one of them");
            }
            checkName(element, name);
        }
    }

    private void checkRestricted() {
        NameList restricted = new NameList();
        boolean custom = false;
        boolean onlyFullTrust = true; // As every desktop app.
        for (Capability capability : manifest.capabilities()) {
            if (capability.kind() == Capability.Kind.RESTRICTED) {
                restricted.add(capability.name());
                onlyFullTrust &= capability.name().equals(FULL_TRUST);
            } else if (capability.kind() == Capability.Kind.CUSTOM) {
                custom = true;
                onlyFullTrust = false;
                restricted.add(capability.name());
            }
        }
        if (!restricted.isEmpty()) {
            String message = "the package uses restricted capabilities: " + restricted;
            String remedy = "Partner Center asks for a justification, once, under Submission options"
                    + (custom ? "; a custom one needs its owner's signed file (.SCCD) in the package" : "");
            if (onlyFullTrust) {
                report.advice(
                        "CAP-01",
                        manifest.place(),
                        "the package asks for runFullTrust, as all desktop apps do",
                        "Partner Center wants a reason for it, once, under Submission options");
            } else {
                report.warning("CAP-01", manifest.place(), message, remedy);
            }
        }
    }

    private void checkStartMenu() {
        boolean hidden = manifest.applications().stream()
                .flatMap(application -> application.all("VisualElements").stream())
                .anyMatch(visual -> visual.attribute("AppListEntry").equals("none"));
        if (hidden) {
            String remedy =
                    "the Store wants an entry in the Start menu; with a waiver of Microsoft set store.warnOnly to CAP-03";
            report.error("CAP-03", manifest.place(), "an application has AppListEntry=\"none\"", remedy);
        }
    }

    /** What an app can only have with a capability. */
    private void checkWanted() {
        boolean fullTrust = manifest.applications().stream()
                .anyMatch(application ->
                        application.attribute("EntryPoint").equalsIgnoreCase("windows.fullTrustApplication")
                                || application.attribute("TrustLevel").equals("mediumIL"));
        if (fullTrust) {
            need(FULL_TRUST, "An application runs with full trust");
        }
        boolean virtualization = manifest.root().all("Properties").stream()
                .flatMap(properties -> properties.children().stream())
                .anyMatch(property -> property.name().endsWith("WriteVirtualization"));
        if (virtualization) {
            need("unvirtualizedResources", "The package changes the virtualization of files or registry");
        }
    }

    private void need(String capability, String fact) {
        boolean there = manifest.capabilities().contains(new Capability(capability, Capability.Kind.RESTRICTED));
        if (!there) {
            report.error(
                    "APX-10",
                    manifest.place(),
                    fact + " without the capability " + capability + ", which MakeAppx refuses. Add <rescap:Capability"
                            + " Name=\"" + capability + "\"/>.");
        }
    }

    private void checkName(XmlElement element, String name) {
        List<String> known = element.name().equals("Capability")
                ? CapabilityTable.closedList(element.namespace()).orElse(null)
                : null;
        if (known != null && !known.contains(name)) {
            report.error(
                    "APX-12",
                    manifest.place(element),
                    Quote.of(name) + " is not a capability of this namespace" + Quote.didYouMean(name, known),
                    "many capabilities need the prefix rescap or uap");
        } else if (element.namespace().endsWith(RESTRICTED)
                && !RESTRICTED_NAME.matcher(name).matches()) {
            String remedy = "use a small letter, then letters and digits, 3 to 128 in all";
            report.error(
                    "APX-12", manifest.place(element), "a restricted capability is called " + Quote.of(name), remedy);
        }
    }
}
