package io.github.storemaven.check;

import static io.github.storemaven.check.RuleCase.error;
import static io.github.storemaven.check.RuleCase.warning;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.ProductType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties, packages and members in the document of an app, each rule at its limit. */
class PropertyRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String FOUR = "'Desktop': true, 'Mobile': false, 'Holographic': false, 'Xbox': false";

    static List<RuleCase> properties() {
        return List.of(
                error("CAT-01", category("Business_CRM"), category("Bussiness")),
                error("CAT-01", category("Productivity"), category("productivity")),
                error("CAT-01", category("Business_CRM"), category("Business_crm")),
                error("CAT-03", genre("Games_Strategy"), genre("games_Strategy")),
                error("CAT-03", genre("Games_Strategy"), genre("Games_strategy")),
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
    @MethodSource({"properties", "members"})
    void holdsAtItsLimit(RuleCase rule) throws Exception {
        DocumentRules rules = new DocumentRules(ProductType.APP, NOW);
        rule.assertRule((json, report) -> rules.check(json.object(), json::locationOf, report));
    }

    @ParameterizedTest
    @CsvSource({
        "CAT-01, productivity, productivity, Productivity",
        "CAT-01, business_crm, business, Business",
        "CAT-01, Business_crm, crm, CRM",
        "CAT-03, games_strategy, games_strategy, Games_Strategy",
        "CAT-03, GAMES_WORD, GAMES_WORD, Games_Word"
    })
    void aCategoryOrGenreInAnotherCaseIsToldTheRightSpelling(String rule, String written, String wrong, String right)
            throws Exception {
        String document = rule.equals("CAT-01") ? category(written) : genre(written);
        assertThat(RuleCase.findings(
                                (json, report) -> new DocumentRules(ProductType.APP, NOW)
                                        .check(json.object(), json::locationOf, report),
                                document)
                        .errors())
                .filteredOn(finding -> finding.rule().equals(rule))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains("\"" + wrong + "\" is not a ", "did you mean \"" + right + "\"?"));
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

    private static String genre(String genre) {
        return "{'gamingOptions': [{'genres': ['" + genre + "']}]}";
    }
}
