package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.AppxManifest.DeviceFamily;
import io.github.storemaven.msix.PackageVersion;
import java.util.List;
import java.util.Locale;

/** The devices that a package is for: rows DEV-01 to DEV-05, APX-14 and APX-15. */
final class DeviceFamilyRules {
    private static final List<String> KNOWN = List.of(
            "Windows.Universal",
            "Windows.Desktop",
            "Windows.Mobile",
            "Windows.Xbox",
            "Windows.Holographic",
            "Windows.Team");
    /** For systems before Windows 10, whose versions are others; Microsoft's example has it beside Windows.Desktop. */
    private static final String MSIX_CORE = "MSIXCore.Desktop";

    private static final PackageVersion FIRST_WINDOWS_10 = new PackageVersion("10.0.10240.0");
    private static final PackageVersion WINDOWS_10 = new PackageVersion("10.0.0.0");
    private static final PackageVersion FIRST_ARM64 = new PackageVersion("10.0.16299.0");
    private static final PackageVersion FIRST_MSIX = new PackageVersion("10.0.17763.0");
    private static final PackageVersion LAST_MOBILE = new PackageVersion("10.0.15254.65535");
    private static final long MOST = 65_535;

    private DeviceFamilyRules() {}

    /** @param fileName of the package, which says whether it is an MSIX */
    static void check(AppxManifest manifest, String fileName, OfPackage report) {
        if (manifest.deviceFamilies().isEmpty()) {
            report.error("DEV-01", manifest.place(), "the manifest has no TargetDeviceFamily", "add at least one");
        }
        boolean desktop = manifest.deviceFamilies().stream()
                .anyMatch(family -> family.name().equals("Windows.Desktop"));
        manifest.deviceFamilies().stream()
                .filter(family -> !(desktop && family.name().equals(MSIX_CORE)))
                .forEach(family -> check(family, manifest.place(), report));
        manifest.deviceFamilies().stream()
                .map(DeviceFamily::minVersion)
                .filter(least -> !least.parts().isEmpty() && least.compareTo(WINDOWS_10) >= 0)
                .min(PackageVersion::compareTo)
                .ifPresent(least -> checkLowest(least, manifest, fileName, report));
    }

    private static void checkLowest(PackageVersion least, AppxManifest manifest, String fileName, OfPackage report) {
        String fact = "The MinVersion is " + least.text();
        if (manifest.identity().architecture().equalsIgnoreCase("arm64") && least.compareTo(FIRST_ARM64) < 0) {
            report.warning(
                    "APX-14",
                    manifest.place(),
                    fact + ", and no Windows for ARM64 is older than " + FIRST_ARM64 + ". Raise it to that.");
        }
        if (fileName.toLowerCase(Locale.ROOT).endsWith(".msix") && least.compareTo(FIRST_MSIX) < 0) {
            report.warning(
                    "APX-15",
                    manifest.place(),
                    fact + ", and a Windows before " + FIRST_MSIX
                            + " does not take .msix from the Store. Raise MinVersion to " + FIRST_MSIX
                            + ", or name the file .appx.");
        }
    }

    private static void check(DeviceFamily family, String place, OfPackage report) {
        if (!KNOWN.contains(family.name())) {
            String question = Quote.didYouMean(family.name(), KNOWN);
            String message = Quote.of(family.name()) + " is not a device family of the Store" + question;
            report.warning("DEV-02", place, message, "use one of " + String.join(", ", KNOWN));
        }
        boolean least = checkVersion("MinVersion", family, family.minVersion(), place, report);
        boolean tested = checkVersion("MaxVersionTested", family, family.maxVersionTested(), place, report);
        if (least && tested) {
            checkRange(family, place, report);
        }
    }

    private static boolean checkVersion(
            String item, DeviceFamily family, PackageVersion version, String place, OfPackage report) {
        List<Long> parts = version.parts();
        boolean right = !parts.isEmpty() && parts.get(0) > 0 && parts.stream().allMatch(part -> part <= MOST);
        if (!right) {
            String message = "the " + item + " of " + Quote.of(family.name()) + " is " + Quote.of(version.text());
            report.error("DEV-01", place, message, "write four numbers, such as 10.0.17763.0");
        }
        if (right && version.compareTo(WINDOWS_10) > 0 && (parts.get(0) != 10 || parts.get(1) != 0)) {
            report.error(
                    "APX-14",
                    place,
                    "The " + item + " of " + Quote.of(family.name()) + " is " + version
                            + ", a Windows that does not exist, so no device gets the package. Windows 11 is"
                            + " 10.0.22000.0 and later.");
        }
        return right;
    }

    private static void checkRange(DeviceFamily family, String place, OfPackage report) {
        PackageVersion least = family.minVersion();
        String message = "the MinVersion of " + Quote.of(family.name()) + " is " + least.text();
        if (least.compareTo(WINDOWS_10) < 0) {
            report.error(
                    "DEV-05", place, message + ", a system before Windows 10", "raise it to 10.0.10240.0 or later");
        } else if (least.compareTo(FIRST_WINDOWS_10) < 0) {
            report.warning("DEV-03", place, message, "raise it to 10.0.10240.0 or later");
        }
        if (family.name().equals("Windows.Mobile") && least.compareTo(LAST_MOBILE) > 0) {
            report.warning(
                    "APX-14",
                    place,
                    message + ", and the last one of that family is 10.0.15254. Lower it, or remove the family.");
        }
        if (family.maxVersionTested().compareTo(least) < 0) {
            String tested = family.maxVersionTested().text();
            report.warning(
                    "DEV-04",
                    place,
                    "the MaxVersionTested is " + tested,
                    "raise it to the MinVersion, " + least.text() + ", or later");
        }
    }
}
