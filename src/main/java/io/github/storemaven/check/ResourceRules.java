package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The languages of a package: row APX-09. */
final class ResourceRules {
    private static final int MOST = 200;
    private static final String GENERATED = "x-generate";

    private ResourceRules() {}

    static void check(AppxManifest manifest, OfPackage report) {
        List<XmlElement> resources = manifest.root().all("Resources/Resource");
        boolean languages =
                resources.stream().anyMatch(each -> each.find("Language").isPresent());
        if (!languages && !manifest.isResourcePackage()) {
            report.error(
                    "APX-09",
                    manifest.place(),
                    "The manifest names no language, and the Store wants at least one. Add <Resource"
                            + " Language=\"en-us\"/> or the like to Resources.");
        }
        if (resources.size() > MOST) {
            report.error(
                    "APX-09",
                    manifest.place(),
                    "there are " + resources.size() + " Resources",
                    "Windows takes at most " + MOST);
        }
        Set<String> seen = new HashSet<>();
        for (XmlElement resource : resources) {
            resource.find("Language").ifPresent(code -> {
                String place = manifest.place(resource);
                checkCode(code, place, report);
                if (!seen.add(code.toLowerCase(Locale.ROOT))) {
                    report.error(
                            "APX-09",
                            place,
                            "the manifest has the language " + Quote.of(code) + " twice",
                            "remove one of them");
                }
            });
        }
    }

    private static void checkCode(String code, String place, OfPackage report) {
        if (StoreLanguages.contains(code)) {
            return;
        }
        if (code.equalsIgnoreCase(GENERATED)) {
            String message = "the language is " + GENERATED + ", a placeholder that Visual Studio replaces";
            report.error("APX-09", place, message, "name the languages of the package, such as en-us");
            return;
        }
        String hyphens = code.replace('_', '-');
        String question = StoreLanguages.canonical(hyphens)
                .or(() -> StoreLanguages.suggestion(hyphens))
                .map(near -> "; did you mean " + Quote.of(near) + "?")
                .orElse("");
        String message = "the Store does not have the language " + Quote.of(code) + question;
        report.error("APX-09", place, message, "use a code such as en-us, de-de or zh-hans");
    }
}
