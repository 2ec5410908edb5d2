package io.github.storemaven.check;

import static io.github.storemaven.check.RuleCase.advice;
import static io.github.storemaven.check.RuleCase.array;
import static io.github.storemaven.check.RuleCase.error;
import static io.github.storemaven.check.RuleCase.warning;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.ProductType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a whole document may not leave out, and which files it announces. */
class PresenceRulesTest {
    private static final String TRAILER = ", 'trailers': [{'trailerAssets': {'EN': {}}}]";
    private static final String FAMILIES = "'Desktop': true, 'Mobile': true, 'Holographic': true";

    static List<RuleCase> apps() {
        return List.of(
                error("LST-01", app("", "'description': 'a'"), "{'listings': {}}"),
                error("LST-02", app("", "'description': 'a'"), app("", "'description': null")),
                error("IMG-06", images("Screenshot", 1, ""), images("Icon", 1, "")),
                advice("IMG-06", images("XboxScreenshot", 4, ""), images("XboxScreenshot", 3, "")),
                warning("IMG-20", images("StoreLogo9x16", 1, game()), images("Icon", 1, game())),
                warning("IMG-20", images("Icon", 1, ""), images("Icon", 1, xbox())),
                warning("IMG-21", images("StoreLogoSquare", 1, xbox()), images("Icon", 1, xbox())),
                warning("IMG-21", images("Icon", 1, ""), images("Icon", 1, xboxPackage())),
                advice("IMG-22", images("Icon", 1, ""), images("Screenshot", 1, "")),
                warning(
                        "IMG-23",
                        images("PromotionalArt16x9", 1, game() + TRAILER),
                        images("Icon", 1, game() + TRAILER)),
                warning("TRL-07", images("PromotionalArt16x9", 1, TRAILER), images("Icon", 1, TRAILER)),
                error("PRC-01", "{'pricing': {'priceId': 'Free'}}", "{'pricing': {}}"),
                error("PRC-02", "{'pricing': {'priceId': 'Free'}}", "{}"),
                error("CAT-01", "{'applicationCategory': 'Music'}", "{}"),
                error(
                        "CAT-03",
                        "{'applicationCategory': 'Games', 'gamingOptions': [{'genres': ['Games_Word']}]}",
                        "{'applicationCategory': 'Games', 'gamingOptions': [{}]}"),
                error("PKG-12", packages("applicationPackages", 1), packages("applicationPackages", 0)),
                error("PKG-11", packages("applicationPackages", 30), packages("applicationPackages", 31)),
                warning(
                        "DEV-07",
                        "{'allowTargetFutureDeviceFamilies': {" + FAMILIES + ", 'Xbox': false}}",
                        "{'allowTargetFutureDeviceFamilies': {" + FAMILIES + "}}"));
    }

    static List<RuleCase> addons() {
        return List.of(
                error("ADD-20", "{'contentType': 'Asp'}", "{'contentType': null}"),
                error("ADD-26", "{'listings': {'en': {}}}", "{'listings': {'en': null}}"),
                error("ADD-27", "{'listings': {'en': {'title': 'a'}}}", "{'listings': {'en': {'description': 'a'}}}"),
                error("ADD-31", "{'visibility': 'Hidden'}", "{'visibility': 'Public'}"),
                error("PRC-01", "{'pricing': {'priceId': 'Free'}}", "{'pricing': {}}"));
    }

    static List<RuleCase> files() {
        return List.of(
                error(
                        "UPD-02",
                        pending("'applicationPackages': [%s]", "img/a.png"),
                        pending("'applicationPackages': [%s]", "a.png")),
                error(
                        "UPD-02",
                        pending("'applicationPackages': [%s]", "img/a.png"),
                        pending("'applicationPackages': [%s]", "./img/a.png")),
                error("IMG-41", pendingImage("img/a.png"), pendingImage("x/../img/a.png")),
                error("IMG-41", pendingImage("img\\\\a.png"), pendingImage("img/A.png")),
                error(
                        "IMG-41",
                        pending("'listings': {'en': {'icon': %s}}", "img/a.png"),
                        pending("'listings': {'en': {'icon': %s}}", "b")),
                error("IMG-41", trailer("'id': '1', 'videoFileName': 'b'"), trailer("'videoFileName': 'b'")));
    }

    @ParameterizedTest
    @MethodSource("apps")
    void appHasWhatItNeeds(RuleCase rule) throws Exception {
        rule.assertRule((json, report) -> new PresenceRules(ProductType.APP, language -> Optional.empty())
                .check(json.object(), json::locationOf, report));
    }

    @ParameterizedTest
    @MethodSource("addons")
    void addonHasWhatItNeeds(RuleCase rule) throws Exception {
        rule.assertRule((json, report) -> new PresenceRules(ProductType.ADDON, language -> Optional.empty())
                .check(json.object(), json::locationOf, report));
    }

    @Test
    void flightHasAPackage() throws Exception {
        error("PKG-12", packages("flightPackages", 1), packages("flightPackages", 0))
                .assertRule((json, report) -> new PresenceRules(ProductType.FLIGHT, language -> Optional.empty())
                        .check(json.object(), json::locationOf, report));
    }

    @ParameterizedTest
    @MethodSource("files")
    void uploadHasTheFilesThatAreAnnounced(RuleCase rule) throws Exception {
        FileEntryRules rules = new FileEntryRules(name -> name.endsWith("img/a.png"));
        rule.assertRule((json, report) -> rules.check(json.object(), json::locationOf, report));
    }

    @Test
    void filesThatAreInTheStoreAlreadyAreNotLookedFor() throws Exception {
        FileEntryRules rules = new FileEntryRules(name -> false);
        String uploaded = "{'applicationPackages': [{'fileName': 'a', 'fileStatus': 'Uploaded'}]}";
        Findings findings =
                RuleCase.findings((json, report) -> rules.check(json.object(), json::locationOf, report), uploaded);
        assertThat(findings.all()).isEmpty();
    }

    private static String app(String more, String texts) {
        return "{'listings': {'en': {'baseListing': {" + texts + "}}}" + more + "}";
    }

    private static String images(String type, int count, String more) {
        return app(more, "'images': " + array(count, "{'imageType': '" + type + "', 'fileStatus': 'Uploaded'}"));
    }

    private static String game() {
        return ", 'applicationCategory': 'Games_Word'";
    }

    private static String xbox() {
        return ", 'allowTargetFutureDeviceFamilies': {'Xbox': true}";
    }

    private static String xboxPackage() {
        return ", 'applicationPackages': [{'targetDeviceFamilies': ['Windows.Xbox min version 10.0.14393.0']}]";
    }

    /** With one more that goes. */
    private static String packages(String member, int count) {
        String going = "{'fileStatus': 'PendingDelete'}";
        return "{'" + member + "': [" + "{'fileStatus': 'Uploaded'}, ".repeat(count) + going + "]}";
    }

    private static String pending(String around, String name) {
        return "{" + around.formatted("{'fileStatus': 'PendingUpload', 'fileName': '" + name + "'}") + "}";
    }

    private static String pendingImage(String name) {
        return pending("'listings': {'en': {'baseListing': {'images': [%s]}}}", name);
    }

    private static String trailer(String members) {
        return "{'trailers': [{" + members + "}]}";
    }
}
