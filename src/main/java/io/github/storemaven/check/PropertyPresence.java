package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import java.util.List;

/** What the properties of an app need: rows CAT-01, CAT-03 and DEV-07. */
final class PropertyPresence {
    private PropertyPresence() {}

    static void check(Node document, DocumentReport report) {
        Node category = document.member("applicationCategory");
        if (!category.isGiven()) {
            report.error("CAT-01", category, "the app has no category", "a category");
        }
        boolean genres = document.member("gamingOptions")
                .items()
                .anyMatch(options -> options.member("genres").items().findAny().isPresent());
        if (isGame(document) && !genres) {
            report.error("CAT-03", document.member("gamingOptions"), "the game has no genre", "1 to 3 genres");
        }
        checkFamilies(document.member("allowTargetFutureDeviceFamilies"), report);
    }

    static boolean isGame(Node document) {
        return document.member("applicationCategory")
                .text()
                .filter(Categories::isGames)
                .isPresent();
    }

    /** Whether new packages go to Xbox by themselves, or one says that it is for it. */
    static boolean isForXbox(Node document) {
        boolean allowed = document.member("allowTargetFutureDeviceFamilies")
                .member("Xbox")
                .isTrue();
        return allowed
                || document.member("applicationPackages")
                        .items()
                        .flatMap(each -> each.member("targetDeviceFamilies").items())
                        .flatMap(family -> family.text().stream())
                        .anyMatch(family -> family.startsWith("Windows.Xbox"));
    }

    private static void checkFamilies(Node families, DocumentReport report) {
        List<String> missing = DeviceEntryRules.WANTED.stream()
                .filter(name -> families.member(name).isMissing())
                .toList();
        if (!missing.isEmpty()) {
            report.warning(
                    "DEV-07",
                    families,
                    "allowTargetFutureDeviceFamilies lacks " + String.join(", ", missing),
                    String.join(", ", DeviceEntryRules.WANTED));
        }
    }
}
