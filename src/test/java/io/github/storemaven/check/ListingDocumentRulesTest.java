package io.github.storemaven.check;

import static io.github.storemaven.check.RuleCase.advice;
import static io.github.storemaven.check.RuleCase.array;
import static io.github.storemaven.check.RuleCase.error;
import static io.github.storemaven.check.RuleCase.letters;
import static io.github.storemaven.check.RuleCase.warning;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.ProductType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Listings, images and trailers in the document of an app, each rule at its limit. */
class ListingDocumentRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    static List<RuleCase> listings() {
        return List.of(
                error("LST-01", "{'listings': {}}", "{'listings': null}"),
                error("LST-03", "{'listings': {'DE-de': {}}}", "{'listings': {'de-dd': {}}}"),
                error("LST-03", "{'listings': {'sr-latn-rs': {}}}", "{'listings': {'sr-rs': {}}}"),
                error("LST-08", platform("Windows81"), platform("Windows10")),
                error("IMG-01", images(10, "Screenshot"), images(11, "Screenshot")),
                advice("IMG-01", images(9, "Screenshot"), images(10, "Screenshot")),
                error("IMG-02", images(8, "XboxScreenshot"), images(9, "XboxScreenshot")),
                error("IMG-03", images(8, "HoloLensScreenshot"), images(9, "HoloLensScreenshot")),
                warning("IMG-04", images(8, "MobileScreenshot"), images(9, "MobileScreenshot")),
                warning("IMG-05", images(8, "SurfaceHubScreenshot"), images(9, "SurfaceHubScreenshot")),
                warning("IMG-20", images(1, "StoreLogo9x16"), images(2, "StoreLogo9x16")),
                warning("IMG-31", images(0, "WideIcon358X173"), images(1, "WideIcon358X173")),
                error("IMG-40", status("Uploaded"), status("uploaded")),
                warning("IMG-42", name("a.png"), name(".png")),
                warning("IMG-42", name(letters(251) + ".png"), name(letters(252) + ".png")),
                error("DOC-04", images(1, "Icon"), images(1, "icon")),
                error("TRL-01", "{'trailers': " + array(15, "{}") + "}", "{'trailers': " + array(16, "{}") + "}"),
                error("TRL-02", video("a.MOV"), video("a.mpeg")),
                error(
                        "TRL-05",
                        trailer("'title': 'a', 'imageList': [{}]"),
                        trailer("'title': 'a', 'imageList': [{}, {}]")),
                error("TRL-05", trailer("'title': 'a', 'imageList': [{}]"), trailer("'title': 'a', 'imageList': []")),
                error("TRL-06", trailer("'title': 'a', 'imageList': [{}]"), trailer("'imageList': [{}]")),
                error(
                        "TRL-12",
                        "{'trailers': [{'trailerAssets': {'en': {}}}]}",
                        "{'trailers': [{'trailerAssets': {'zh': {}}}]}"));
    }

    @ParameterizedTest
    @MethodSource("listings")
    void holdsAtItsLimit(RuleCase rule) throws Exception {
        DocumentRules rules = new DocumentRules(ProductType.APP, NOW);
        rule.assertRule((json, report) -> rules.check(json.object(), json::locationOf, report));
    }

    @ParameterizedTest
    @CsvSource({"zh, zh-Hans", "zh-CHT, zh-Hant", "sr-rs, sr-latn-rs", "bs-BA, bs-latn-ba"})
    void aWrongLanguageIsAnsweredWithOneOfTheSameLanguage(String written, String meant) throws Exception {
        String document =
                "{'listings': {'" + written + "': {}}, 'trailers': [{'trailerAssets': {'" + written + "': {}}}]}";
        List<Finding> findings = RuleCase.findings(
                        (json, report) ->
                                new DocumentRules(ProductType.APP, NOW).check(json.object(), json::locationOf, report),
                        document)
                .errors();
        assertThat(findings)
                .filteredOn(finding -> finding.text().contains("did you mean \"" + meant + "\"?"))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("LST-03", "TRL-12");
    }

    private static String platform(String name) {
        return "{'listings': {'en': {'platformOverrides': {'" + name + "': {}}}}}";
    }

    /** With one more that goes. */
    private static String images(int count, String type) {
        String going = "{'imageType': '" + type + "', 'fileStatus': 'PendingDelete'}";
        String staying = "{'imageType': '" + type + "'}";
        return image(going + ", " + staying.concat(", ").repeat(count).concat("{}"));
    }

    private static String status(String status) {
        return image("{'fileStatus': '" + status + "'}");
    }

    private static String name(String name) {
        return image("{'fileStatus': 'PendingUpload', 'fileName': '" + name + "'}");
    }

    private static String image(String images) {
        return "{'listings': {'en': {'baseListing': {'images': [" + images + "]}}}}";
    }

    private static String video(String name) {
        return "{'trailers': [{'videoFileName': '" + name + "'}]}";
    }

    private static String trailer(String asset) {
        return "{'trailers': [{'trailerAssets': {'en': {" + asset + "}}}]}";
    }
}
