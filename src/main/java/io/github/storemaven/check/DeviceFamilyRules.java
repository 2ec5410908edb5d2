package io.github.storemaven.check;

import io.github.storemaven.msix.Manifest;
import io.github.storemaven.msix.PackageVersion;
import io.github.storemaven.msix.TargetDeviceFamily;
import java.util.List;

/** The devices that a package is for: rows DEV-01 to DEV-05. */
final class DeviceFamilyRules {
    private static final List<String> KNOWN = List.of(
            "Windows.Universal",
            "Windows.Desktop",
            "Windows.Mobile",
            "Windows.Xbox",
            "Windows.Holographic",
            "Windows.Team");
    private static final PackageVersion FIRST_WINDOWS_10 = new PackageVersion("10.0.10240.0");
    private static final PackageVersion WINDOWS_10 = new PackageVersion("10.0.0.0");

    private DeviceFamilyRules() {}

    static void check(Manifest manifest, PackageReport report) {
        if (manifest.families().isEmpty()) {
            report.error("DEV-01", manifest.place(), "the manifest has no TargetDeviceFamily", "at least one");
        }
        manifest.families().forEach(family -> check(family, manifest.place(), report));
    }

    private static void check(TargetDeviceFamily family, String place, PackageReport report) {
        if (!KNOWN.contains(family.name())) {
            String question = Closest.question(family.name(), KNOWN);
            String message = Quote.of(family.name()) + " is no device family of the Store" + question;
            report.warning("DEV-02", place, message, String.join(", ", KNOWN));
        }
        boolean least = checkVersion("MinVersion", family, family.minVersion(), place, report);
        boolean tested = checkVersion("MaxVersionTested", family, family.maxVersionTested(), place, report);
        if (least && tested) {
            checkRange(family, place, report);
        }
    }

    private static boolean checkVersion(
            String item, TargetDeviceFamily family, PackageVersion version, String place, PackageReport report) {
        boolean right = !version.parts().isEmpty() && version.parts().get(0) > 0;
        if (!right) {
            String message = "the " + item + " of " + Quote.of(family.name()) + " is " + Quote.of(version.text());
            report.error("DEV-01", place, message, "four numbers, such as 10.0.17763.0");
        }
        return right;
    }

    private static void checkRange(TargetDeviceFamily family, String place, PackageReport report) {
        PackageVersion least = family.minVersion();
        String message = "the MinVersion of " + Quote.of(family.name()) + " is " + least.text();
        if (least.compareTo(WINDOWS_10) < 0) {
            report.error("DEV-05", place, message + ", a system before Windows 10", "10.0.10240.0 or later");
        } else if (least.compareTo(FIRST_WINDOWS_10) < 0) {
            report.warning("DEV-03", place, message, "10.0.10240.0 or later");
        }
        if (family.maxVersionTested().compareTo(least) < 0) {
            String tested = family.maxVersionTested().text();
            report.warning("DEV-04", place, "the MaxVersionTested is " + tested, least.text() + " or later");
        }
    }
}
