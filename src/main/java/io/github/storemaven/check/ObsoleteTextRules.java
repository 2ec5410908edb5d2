package io.github.storemaven.check;

import io.github.storemaven.document.MemberOwnership;
import io.github.storemaven.document.Node;
import java.util.List;
import java.util.Locale;

/** Listing members that the API ignores now: rows TXT-19 and LST-06. */
final class ObsoleteTextRules {
    private static final List<String> STORE_PAGES =
            List.of("apps.microsoft.com/", "microsoft.com/store/", "ms-windows-store:");

    private ObsoleteTextRules() {}

    static void check(Node texts, DocumentReport report) {
        MemberOwnership.obsoleteTexts().stream()
                .map(texts::member)
                .filter(Node::hasText)
                .forEach(member -> report.warning(
                        "TXT-19",
                        member,
                        "the API ignores " + member.name(),
                        "leave it empty; set it in Partner Center"));
        String website = texts.member("websiteUrl").text().orElse("").toLowerCase(Locale.ROOT);
        if (STORE_PAGES.stream().anyMatch(website::contains)) {
            report.warning(
                    "LST-06", texts.member("websiteUrl"), "the website is a page of the Store", "a page of your own");
        }
    }
}
