package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.PackageVersion;
import io.github.storemaven.text.ForeignText;
import java.util.List;
import java.util.regex.Pattern;

/** The version of a package: listing rules, section 6.3. The same rules hold for a bundle (VER-11). */
final class VersionRules {
    private static final long MOST = 65_535;
    private static final Pattern ZEROS = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){3}");
    private static final Pattern LEADING_ZEROS = Pattern.compile("\\b0+(?=\\d)");

    private VersionRules() {}

    static void check(PackageInfo facts, OfPackage report) {
        if (facts.isBundle()) {
            check(facts.identity().version(), "bundle", report);
        }
        for (AppxManifest manifest : facts.manifests()) {
            check(manifest.identity().version(), manifest.place(), report);
        }
    }

    private static void check(PackageVersion version, String place, OfPackage report) {
        List<Long> parts = version.parts();
        String message = "the version is " + ForeignText.cut(version.text(), 60);
        if (parts.isEmpty()) {
            report.error(rule("VER-01", place), place, message, form(version.text()));
            return;
        }
        if (parts.get(3) != 0) {
            report.error(
                    rule("VER-02", place),
                    place,
                    message,
                    "it has to end in .0, because the Store keeps the fourth number for itself");
        }
        if (parts.get(0) < 1 || parts.get(0) > MOST) {
            report.error(rule("VER-03", place), place, message, "the first number has to be 1 to 65535");
        }
        if (parts.get(1) > MOST || parts.get(2) > MOST) {
            report.error(rule("VER-04", place), place, message, "the second and third number have to be 0 to 65535");
        }
    }

    /** Four numbers with a zero in front of one are told as they would be right. */
    private static String form(String text) {
        if (!ZEROS.matcher(text).matches()) {
            return "write four numbers, such as 1.2.3.0";
        }
        return "write it without leading zeros: " + LEADING_ZEROS.matcher(text).replaceAll("");
    }

    private static String rule(String ofPackage, String place) {
        return place.equals("bundle") ? "VER-11" : ofPackage;
    }
}
