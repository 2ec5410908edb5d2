package io.github.storemaven.check;

import static io.github.storemaven.check.RuleCase.array;
import static io.github.storemaven.check.RuleCase.error;
import static io.github.storemaven.check.RuleCase.letters;
import static io.github.storemaven.check.RuleCase.warning;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules on the document of an app beside its texts, each at its limit. */
class AppDocumentRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String FOUR = "'Desktop': true, 'Mobile': false, 'Holographic': false, 'Xbox': false";

    static List<RuleCase> listings() {
        return List.of(
                error("LST-01", "{'listings': {}}", "{'listings': null}"),
                error("LST-03", "{'listings': {'DE-de': {}}}", "{'listings': {'de-dd': {}}}"),
                error("LST-03", "{'listings': {'sr-latn-rs': {}}}", "{'listings': {'sr-rs': {}}}"),
                error("LST-08", platform("Windows81"), platform("Windows10")),
                error("IMG-01", images(10, "Screenshot"), images(11, "Screenshot")),
                warning("IMG-01", images(9, "Screenshot"), images(10, "Screenshot")),
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

    static List<RuleCase> prices() {
        return List.of(
                error("PRC-01", "{'pricing': {}}", "{'pricing': {'priceId': null}}"),
                error("PRC-01", price("Free"), price("")),
                error("PRC-01", price("Free"), "{'Pricing': {'PriceID': ' '}}"),
                error("PRC-02", "{}", "{'pricing': null}"),
                error("PRC-03", price("NotAvailable"), price("Base")),
                error("PRC-04", price("Tier2"), price("Tier02")),
                error("PRC-04", price("Free"), price("free")),
                warning("PRC-05", price("Tier96"), price("Tier97")),
                warning("PRC-05", price("Tier1424"), price("Tier1425")),
                warning("PRC-05", tier("true", "Tier1012"), tier("true", "Tier96")),
                warning("PRC-05", tier("false", "Tier2"), tier("false", "Tier1012")),
                error("PRC-06", market("'DE': 'Base'"), market("'de': 'Base'")),
                error("PRC-06", market("'XK': 'Tier2'"), market("'XY': 'Tier2'")),
                error("PRC-06", market("'DE': null"), market("'DE': 'Tier'")),
                error("PRC-07", trial("OneDay", "Tier2"), trial("OneWeek", "Tier2")),
                warning("PRC-08", trial("NoFreeTrial", "Free"), trial("OneDay", "Free")),
                warning("PRC-09", "{'pricing': {'sales': []}}", "{'pricing': {'sales': [{}]}}"));
    }

    static List<RuleCase> publishing() {
        return List.of(
                error("PUB-01", "{'targetPublishMode': 'Immediate'}", "{'targetPublishMode': 'immediate'}"),
                error("PUB-02", dated("2026-12-24T09:00:00Z"), "{'targetPublishMode': 'SpecificDate'}"),
                error("PUB-02", dated("2026-12-24T09:00:00Z"), dated("2026-12-24")),
                error("PUB-02", dated("2026-12-24T09:00:00+01:00"), dated("1601-01-01T00:00:00.0000000Z")),
                error("PUB-02", "{'targetPublishDate': ''}", "{'targetPublishDate': 'tomorrow'}"),
                warning("PUB-03", dated("2026-11-24T12:00:00Z"), dated("2026-11-24T11:59:59Z")),
                warning("PUB-05", "{'targetPublishMode': 'Immediate'}", "{'targetPublishMode': 'Manual'}"),
                error("PUB-06", "{'visibility': 'Hidden'}", "{'visibility': 'Invisible'}"),
                error("PUB-08", "{'enterpriseLicensing': 'Online'}", "{'enterpriseLicensing': 'Offline'}"),
                error(
                        "ROL-01",
                        rollout("'isPackageRollout': true, 'packageRolloutPercentage': 5"),
                        rollout("'isPackageRollout': true")),
                error(
                        "ROL-02",
                        rollout("'packageRolloutPercentage': 100.0"),
                        rollout("'packageRolloutPercentage': 100.1")),
                error("ROL-02", rollout("'packageRolloutPercentage': 0"), rollout("'packageRolloutPercentage': -1e-9")),
                error(
                        "ROL-04",
                        rollout("'packageRolloutStatus': 'PackageRolloutStopped'"),
                        rollout("'packageRolloutStatus': 'Stopped'")),
                warning(
                        "ROL-07",
                        rollout("'isPackageRollout': true, 'packageRolloutPercentage': 99.9"),
                        rollout("'isPackageRollout': true, 'packageRolloutPercentage': 1E2")),
                error("MAN-01", mandatory("2026-12-24T09:00:00Z"), mandatory("2026-12-24T09:00:00+01:00")),
                error("MAN-01", mandatory("2026-12-24T09:00:00Z"), mandatory("1601-01-01T00:00:00.0000000Z")),
                warning(
                        "MAN-06",
                        "{'packageDeliveryOptions': {'isMandatoryUpdate': false}}",
                        mandatory("2026-12-24T09:00:00Z")));
    }

    static List<RuleCase> properties() {
        return List.of(
                error("CAT-01", category("businesS_crm"), category("Bussiness")),
                error("CAT-01", category("Music"), category("Music_Jazz")),
                error("CAT-01", "{}", "{'applicationCategory': null}"),
                error("CAT-05", category("Business_CRM"), category("Business_CRM_RemoteDesktop")),
                warning("CAT-04", category("Games_Word"), category("Games_Classics")),
                warning("CAT-04", genres("'Games_Roleplaying'"), genres("'Games_Other'")),
                error(
                        "CAT-03",
                        genres("'Games_Word', 'Games_Music', 'Games_Sports'"),
                        genres("'Games_Word', 'Games_Music', 'Games_Sports', 'Games_Casino'")),
                error("CAT-03", genres("'UtilitiesAndTools_FileManager'"), genres("'Games_Wordy'")),
                error(
                        "CAT-03",
                        "{'applicationCategory': 'Music', 'gamingOptions': [{'genres': []}]}",
                        "{'applicationCategory': 'Games', 'gamingOptions': [{'genres': []}]}"),
                error("PRP-01", "{'hardwarePreferences': ['Nfc']}", "{'hardwarePreferences': ['NFC']}"),
                error("PRP-02", "{'gamingOptions': [{}]}", "{'gamingOptions': [{}, {}]}"),
                error(
                        "PRP-02",
                        players("true", "1, 'localMultiplayerMaxPlayers': 1000"),
                        players("true", "1, 'localMultiplayerMaxPlayers': 1001")),
                error("PRP-02", players("false", "0"), players("true", "0")),
                error(
                        "PRP-02",
                        players("true", "4, 'localMultiplayerMaxPlayers': 4"),
                        players("true", "4, 'localMultiplayerMaxPlayers': 3")),
                error(
                        "PRP-03",
                        "{'gamingOptions': [{'kinectDataForExternal': 'Enabled'}]}",
                        "{'gamingOptions': [{'kinectDataForExternal': 'Yes'}]}"),
                warning(
                        "PRP-04",
                        "{'applicationCategory': 'Games', 'isGameDvrEnabled': true}",
                        "{'applicationCategory': 'Music', 'isGameDvrEnabled': true}"),
                warning(
                        "DEV-07",
                        "{'allowTargetFutureDeviceFamilies': {'7': true, 'Team': true, " + FOUR + "}}",
                        "{'allowTargetFutureDeviceFamilies': {'Phone': true}}"),
                error("PKG-01", packages("'a.MSIX'"), packages("'a.exe'")),
                error("PKG-02", packages("'a.appx'"), packages("'a.xap'")),
                error("PKG-10", packages("'a.msix'", "'b.msix'"), packages("'a.msix'", "'A.msix'")),
                error(
                        "UPD-03",
                        "{'applicationPackages': [{'fileStatus': 'PendingDelete'}]}",
                        "{'applicationPackages': [{'fileStatus': 'Deleted'}]}"),
                error(
                        "DOC-04",
                        "{'applicationPackages': [{'minimumSystemRam': 'Memory2GB'}]}",
                        "{'applicationPackages': [{'minimumSystemRam': '2GB'}]}"));
    }

    static List<RuleCase> members() {
        return List.of(
                error("DOC-01", "{'VISIBILITY': 'Public'}", "{'visiblity': 'Public'}"),
                warning("DOC-01", "{'id': '1', 'fileUploadUrl': null}", "{'somethingNew': 1}"),
                error("DOC-02", "{'isGameDvrEnabled': true}", "{'isGameDvrEnabled': 'true'}"),
                error("DOC-02", "{'hardwarePreferences': null}", "{'hardwarePreferences': [null]}"),
                error("DOC-02", "{'pricing': {}}", "{'pricing': 'Free'}"),
                error("DOC-02", "{'listings': {'en': {}}}", "{'listings': []}"),
                error("DOC-03", "{'visibility': null, 'id': 1}", "{'visibility': null, 'Visibility': null}"),
                error("DOC-03", "{'listings': {'en': {}, 'de': {}}}", "{'listings': {'en': {}, 'EN': {}}}"),
                error("DOC-05", "{'pricing': {}}", "{'lifetime': 'Forever'}"));
    }

    @ParameterizedTest
    @MethodSource({"listings", "prices", "publishing", "properties", "members"})
    void holdsAtItsLimit(RuleCase rule) throws Exception {
        DocumentRules rules = new DocumentRules(ProductKind.APP, NOW);
        rule.verify((json, report) -> rules.check(json.object(), json::where, report));
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

    private static String price(String price) {
        return "{'pricing': {'priceId': '" + price + "'}}";
    }

    private static String tier(String advanced, String price) {
        return "{'pricing': {'isAdvancedPricingModel': " + advanced + ", 'priceId': '" + price + "'}}";
    }

    private static String market(String market) {
        return "{'pricing': {'marketSpecificPricings': {" + market + "}}}";
    }

    private static String trial(String trial, String price) {
        return "{'pricing': {'trialPeriod': '" + trial + "', 'priceId': '" + price + "'}}";
    }

    private static String dated(String date) {
        return "{'targetPublishMode': 'SpecificDate', 'targetPublishDate': '" + date + "'}";
    }

    private static String rollout(String members) {
        return "{'packageDeliveryOptions': {'packageRollout': {" + members + "}}}";
    }

    private static String mandatory(String date) {
        return "{'packageDeliveryOptions': {'isMandatoryUpdate': true, 'mandatoryUpdateEffectiveDate': '" + date
                + "'}}";
    }

    private static String category(String category) {
        return "{'applicationCategory': '" + category + "'}";
    }

    private static String genres(String genres) {
        return "{'gamingOptions': [{'genres': [" + genres + "]}]}";
    }

    private static String players(String on, String least) {
        return "{'gamingOptions': [{'isLocalMultiplayer': " + on + ", 'localMultiplayerMinPlayers': " + least + "}]}";
    }

    private static String packages(String... names) {
        String entry = "{'fileStatus': 'PendingUpload', 'fileName': %s}, ";
        StringBuilder entries = new StringBuilder();
        for (String name : names) {
            entries.append(entry.formatted(name));
        }
        return "{'applicationPackages': [" + entries + "{'fileStatus': 'PendingDelete', 'fileName': 'a.msix'}]}";
    }
}
