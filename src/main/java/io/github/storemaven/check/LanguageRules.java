package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import io.github.storemaven.document.StoreLanguages;

/** The languages of listings and trailers: listing rules, section 2. */
final class LanguageRules {
    private LanguageRules() {}

    /** Checks a member whose name is a language code. */
    static void check(String rule, Node member, DocumentReport report) {
        if (!StoreLanguages.contains(member.name())) {
            String question = StoreLanguages.suggestion(member.name())
                    .map(code -> "; did you mean " + Quote.of(code) + "?")
                    .orElse("");
            String message = Quote.of(member.name()) + " is no language of the Store" + question;
            report.error(rule, member, message, "language codes such as en-us, de-de, zh-hans");
        }
    }
}
