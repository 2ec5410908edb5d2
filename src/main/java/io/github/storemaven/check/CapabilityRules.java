package io.github.storemaven.check;

import io.github.storemaven.msix.Capability;
import io.github.storemaven.msix.Manifest;
import java.util.List;

/** What a package asks for: rows CAP-01 and CAP-03. */
final class CapabilityRules {
    private CapabilityRules() {}

    static void check(Manifest manifest, PackageReport report) {
        List<String> restricted = manifest.capabilities().stream()
                .filter(capability -> capability.kind() == Capability.Kind.RESTRICTED)
                .map(Capability::name)
                .distinct()
                .toList();
        if (!restricted.isEmpty()) {
            String message = "restricted capabilities: " + String.join(", ", restricted);
            report.warning("CAP-01", manifest.place(), message, "with a justification in Partner Center");
        }
        if (manifest.root()
                .everything()
                .anyMatch(element -> element.attribute("AppListEntry").equals("none"))) {
            String allowed = "an entry in the Start menu, or a waiver of Microsoft (then warnOnly CAP-03)";
            report.error("CAP-03", manifest.place(), "an application has AppListEntry=\"none\"", allowed);
        }
    }
}
