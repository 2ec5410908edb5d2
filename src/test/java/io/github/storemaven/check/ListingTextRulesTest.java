package io.github.storemaven.check;

import static io.github.storemaven.check.RuleCase.advice;
import static io.github.storemaven.check.RuleCase.array;
import static io.github.storemaven.check.RuleCase.error;
import static io.github.storemaven.check.RuleCase.letters;
import static io.github.storemaven.check.RuleCase.warning;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.ProductType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows TXT of the listing rules: a text or list at its limit, and one beyond. */
class ListingTextRulesTest {
    private static final int MOST = 10_000;

    static List<RuleCase> cases() {
        List<RuleCase> cases = new ArrayList<>();
        cases.add(atLimit("TXT-01", "description", MOST));
        cases.add(error("TXT-02", text("title", letters(256)), text("title", letters(257))));
        cases.add(atLimit("TXT-03", "releaseNotes", 1500));
        cases.add(atLimit("TXT-07", "shortDescription", 1000));
        cases.add(atLimit("TXT-08", "shortTitle", 50));
        cases.add(atLimit("TXT-09", "sortTitle", 255));
        cases.add(atLimit("TXT-10", "voiceTitle", 255));
        cases.add(atLimit("TXT-11", "devStudio", 255));
        cases.add(atLimit("TXT-12", "copyrightAndTrademarkInfo", 200));
        cases.add(atLimit("TXT-13", "licenseTerms", MOST));
        cases.addAll(lists("TXT-04", "features", 20, 200));
        cases.addAll(lists("TXT-05", "keywords", 7, 30));
        cases.addAll(lists("TXT-14", "recommendedHardware", 11, 200));
        cases.addAll(lists("TXT-15", "minimumHardware", 11, 200));
        cases.addAll(List.of(
                error("TXT-01", text("description", "a"), text("description", " ")),
                error("TXT-01", text("description", "a"), listing("'description': null")),
                error("TXT-02", text("title", "Tide ☂ © ™ ↔ ♥ 1#* 中 🂡"), text("title", "Tide 🌊")),
                error("TXT-02", text("title", "Tide ☕\uFE0E"), text("title", "Tide ☕")),
                error("TXT-02", text("title", "Tide ❤"), text("title", "Tide ❤\uFE0F")),
                error("TXT-02", text("title", "Tide 1"), text("title", "Tide 1\uFE0F\u20E3")),
                error("TXT-02", text("title", "Tide ★"), text("title", "Tide ⭐")),
                error("TXT-02", text("title", "Tide ✓"), text("title", "Tide ✅")),
                error("TXT-02", text("title", "Tide® ™ ❤ 🂡"), text("title", "Tide 🕹")),
                error("TXT-02", text("title", "Tide 🕹\\uFE0E"), text("title", "Tide ❤\\uFE0F")),
                error("TXT-02", text("title", "Tide"), text("title", "Tide\\nTable")),
                warning("TXT-03", text("releaseNotes", letters(1490)), text("releaseNotes", letters(1489) + "\\r\\n")),
                advice("TXT-07", text("shortDescription", letters(270)), text("shortDescription", letters(271))),
                warning("TXT-05", keywords("1,000 tides"), keywords("tide,tables,harbour")),
                warning("TXT-05", keywords("tide tables"), keywords("潮汐、港口")),
                warning("TXT-05", keywords("tide/tables"), keywords("tide; tables")),
                warning("TXT-05", keywords("\u07DF"), keywords("\u07DF\u07F8\u07DF")),
                error(
                        "TXT-06",
                        keywords("a b c d e f g", "A B h i j k l", "m n o p q r s t u"),
                        keywords("a b c d e f g", "A B h i j k l", "m n o p q r s t u v")),
                warning("TXT-04", listing("'features': ['5 - 3 is two']"), listing("'features': ['- works offline']")),
                warning(
                        "TXT-14",
                        listing("'recommendedHardware': ['-5 °C']"),
                        listing("'recommendedHardware': ['• 8 GB']")),
                warning("TXT-15", listing("'minimumHardware': ['a*b']"), listing("'minimumHardware': ['* 4 GB']")),
                error("TXT-16", image(letters(200)), image(letters(201))),
                error("TXT-17", trailer(letters(255)), trailer(letters(256))),
                warning(
                        "TXT-18",
                        "{'notesForCertification': '" + letters(2000) + "'}",
                        "{'notesForCertification': '" + letters(2001) + "'}"),
                warning("TXT-19", text("websiteUrl", ""), text("websiteUrl", "https://example.org")),
                warning(
                        "LST-06",
                        text("websiteUrl", "https://example.org"),
                        text("websiteUrl", "https://apps.microsoft.com/detail/9x")),
                warning("TXT-20", text("description", "a\\nb"), text("description", "a\\u0007b")),
                warning("TXT-20", text("description", "a b"), text("description", "a b\\n")),
                warning("TXT-20", text("description", "a\\u200Eb"), text("description", "a\\uFEFFb")),
                error("TXT-20", text("description", "Grüße"), text("description", "Gr\uFFFDe")),
                error("TXT-20", keywords("🌊"), keywords("\\uD83C")),
                error("TXT-20", "{'notesForCertification': 'ü'}", "{'notesForCertification': '\\uFFFD'}"),
                warning(
                        "DOC-07",
                        text("description", "1 < 2 & 3 > 2, <name>, R&D;"),
                        text("description", "a\\n<b>Fast</b>")),
                warning("DOC-07", text("releaseNotes", "a * b ** c"), text("releaseNotes", "**New**")),
                warning("DOC-07", listing("'features': ['a']"), listing("'features': ['a', 'Tom &amp; Jerry']")),
                warning("DOC-07", text("description", "black&white; a <!- b"), text("description", "caf&eacute;")),
                warning("DOC-07", text("description", "<title> <link>"), text("description", "a <!-- b --> c")),
                warning("DOC-07", text("description", "its"), text("description", "it&rsquo;s")),
                warning("DOC-07", image("plain"), image("<br/>"))));
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsAtItsLimit(RuleCase rule) throws Exception {
        DocumentRules rules = new DocumentRules(ProductType.APP, Instant.EPOCH);
        rule.assertRule((json, report) -> rules.check(json.object(), json::locationOf, report));
    }

    @Test
    void whatCannotBeSeenIsNamedWithItsLine() throws Exception {
        DocumentRules rules = new DocumentRules(ProductType.APP, Instant.EPOCH);
        String document = text("description", "one\\ntwo\\u000Bthree")
                .replace("{'listings'", "{'notesForCertification': 'a\\u0000', 'listings'");
        assertThat(RuleCase.findings((json, report) -> rules.check(json.object(), json::locationOf, report), document)
                        .all())
                .extracting(Finding::message)
                .contains(
                        "the text has the invisible character U+000B in line 2; remove it",
                        "the text has the invisible character U+0000 in line 1; remove it");
    }

    @Test
    void markupIsToldOnceForEachTextWithItsFirstPlace() throws Exception {
        DocumentRules rules = new DocumentRules(ProductType.APP, Instant.EPOCH);
        String document = text("description", "one\\ntwo <b>Fast</b> <i>x</i>");
        assertThat(RuleCase.findings((json, report) -> rules.check(json.object(), json::locationOf, report), document)
                        .all())
                .extracting(Finding::message)
                .containsExactly("the text contains the markup \"<b>\" in line 2; the Store shows it as it is,"
                        + " so write plain text");
    }

    /** The limit counts UTF-16 units, with CRLF as one (inferred). */
    private static RuleCase atLimit(String rule, String member, int most) {
        return error(rule, text(member, letters(most - 2) + "\\r\\na"), text(member, letters(most + 1)));
    }

    private static List<RuleCase> lists(String rule, String member, int items, int characters) {
        return List.of(
                error(rule, list(member, items, "'a'"), list(member, items + 1, "'a'")),
                error(
                        rule,
                        list(member, 1, "'" + letters(characters) + "'"),
                        list(member, 1, "'" + letters(characters + 1) + "'")));
    }

    private static String list(String member, int items, String item) {
        return listing("'" + member + "': " + array(items, item));
    }

    private static String keywords(String... items) {
        return listing("'keywords': ['" + String.join("', '", items) + "']");
    }

    private static String image(String caption) {
        return listing("'images': [{'imageType': 'Icon', 'description': '" + caption + "'}]");
    }

    private static String trailer(String title) {
        return "{'trailers': [{'trailerAssets': {'en-us': {'title': '" + title + "', 'imageList': [{}]}}}]}";
    }

    private static String text(String member, String text) {
        return listing("'" + member + "': '" + text + "'");
    }

    private static String listing(String members) {
        return "{'listings': {'en-us': {'baseListing': {" + members + "}}}}";
    }
}
