package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import java.util.List;

/** The keys of {@code allowTargetFutureDeviceFamilies}: row DEV-07. */
final class DeviceEntryRules {
    /** All that the service wants to hear of. */
    static final List<String> WANTED = List.of("Desktop", "Mobile", "Holographic", "Xbox");

    /** These as well: in samples, and seen in answers of the live service. */
    private static final List<String> KNOWN = List.of("Desktop", "Mobile", "Holographic", "Xbox", "Team", "7");

    private DeviceEntryRules() {}

    static void check(Node document, DocumentReport report) {
        document.member("allowTargetFutureDeviceFamilies")
                .members()
                .takeWhile(family -> !report.full())
                .filter(family -> KNOWN.stream().noneMatch(family.name()::equalsIgnoreCase))
                .forEach(family -> report.warning(
                        "DEV-07",
                        family,
                        Quote.of(family.name()) + " is no device family" + Closest.question(family.name(), KNOWN),
                        String.join(", ", WANTED) + ", Team"));
    }
}
