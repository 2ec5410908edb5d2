package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeRendererTest extends AbstractRequestTest {
    private static final String LONG = "Tide Table shows when the water is high and when it is low, for one harbour. ";

    /** The whole form, as issue and design have it. */
    @Test
    void changesAreGroupedAndCounted() throws Exception {
        JsonObject store = json("{'visibility':'Public','listings':{'en-us':{'baseListing':{"
                + "'description':'An app that exists in the embedded Store.','keywords':['rehearsal'],'images':["
                + "{'id':'1','fileName':'screenshots/main.png','fileStatus':'Uploaded','imageType':'Screenshot'}]}}},"
                + "'applicationPackages':[{'id':'2','fileName':'first_1.0.0.0_x64.msix','fileStatus':'Uploaded',"
                + "'version':'1.0.0.0','architecture':'x64'}]}");
        String entry = "{'fileName':'%s','fileStatus':'PendingUpload','imageType':'Screenshot'}";
        Files.write(folder.resolve("01-day.png"), new byte[22_000]);
        Files.write(folder.resolve("02-week.png"), new byte[56_000]);
        fixture.packages = List.of(new PackageFile("tide.msix", folder.resolve("tide.msix"), "1.4.0.0", "x64"));
        fixture.patch("{'visibility':'Private','listings':{'en-us':{'baseListing':{'description':'" + LONG + LONG + "',"
                + "'features':['High and low water of today, with heights','A week'],"
                + "'keywords':['tide','tide table','high water'],'images':[" + entry.formatted("01-day.png") + ","
                + entry.formatted("02-week.png") + "]}},"
                + "'de-de':{'baseListing':{'title':'Gezeitentafel','features':['a','b','c'],'images':["
                + entry.formatted("02-week.png") + "]}}}}");

        assertThat(lines(store, false))
                .containsExactly(
                        "Changes to app 9PAPPDEMO001, compared with what the Store has:",
                        "",
                        "de-de (new language)",
                        "+ title, features (3), 1 screenshot",
                        "    02-week.png (55 KB)",
                        "en-us",
                        "~ description  An app that exists in the embedded Store.",
                        "            -> Tide Table shows when the water is high and when it is low, for one harbour. Tide"
                                + " Table shows when the...",
                        "~ keywords     rehearsal -> tide, tide table, high water",
                        "- Screenshot   screenshots/main.png",
                        "+ Screenshot   01-day.png (21 KB)",
                        "+ Screenshot   02-week.png (55 KB)",
                        "+ features     2 items: High and low water of today, with heights; A week",
                        "packages",
                        "- first_1.0.0.0_x64.msix  1.0.0.0, x64",
                        "+ tide.msix               1.4.0.0, x64",
                        "properties",
                        "~ visibility  Public -> Private",
                        "",
                        "7 to add, 3 to change, 2 to remove; 76 KB to upload.");
    }

    @Test
    void allIsShownToThoseWhoAsk() throws Exception {
        fixture.patch("{'listings':{'de-de':{'baseListing':{'title':'Gezeitentafel','description':'Eins\\nZwei',"
                + "'features':['" + LONG + "','" + LONG + "']}}}}");

        assertThat(items("{}", true))
                .containsExactly(
                        "de-de (new language)",
                        "+ title        Gezeitentafel",
                        "+ description",
                        "    | Eins",
                        "    | Zwei",
                        "+ features     2 items: " + LONG + "; " + LONG.strip());
        assertThat(items("{}", false)).containsExactly("de-de (new language)", "+ title, description, features (2)");
    }

    @Test
    void aLanguageThatIsRemovedIsASummaryToo() throws Exception {
        fixture.patch("{'listings':{'fr-fr':null}}");
        String store = "{'listings':{'fr-fr':{'baseListing':{'title':'Marees','features':['a'],'icon':"
                + "{'fileName':'i.png','fileStatus':'Uploaded'}}},'en-us':{'baseListing':{'title':'Tides'}}}}";

        assertThat(items(store, false))
                .containsExactly("fr-fr (removed)", "- title, features (1), 1 icon", "    i.png");
    }

    @Test
    void textsOfSeveralLinesAreShownByTheirDifference() throws Exception {
        fixture.patch("{'listings':{'en-us':{'baseListing':{'description':'One\\n2\\nThree','keywords':null}}}}");
        String store = "{'listings':{'en-us':{'baseListing':{'description':'One\\nTwo\\nThree','keywords':['a']}}}}";

        assertThat(items(store, false))
                .containsExactly(
                        "en-us",
                        "~ description  13 -> 11 characters",
                        "    | line 2:",
                        "    | - Two",
                        "    | + 2",
                        "- keywords     a");
    }

    @Test
    void aLongDifferenceIsCutAndSaysHowToSeeItAll() throws Exception {
        fixture.patch("{'tag':'" + "same\\nnew\\n".repeat(50) + "'}");
        String store = "{'tag':'" + "same\\nold\\n".repeat(50) + "'}";

        assertThat(items(store, false))
                .hasSize(23)
                .last()
                .isEqualTo("    | ... and 130 more lines; \"-Dstore.fullDiff=true\" shows all");
        assertThat(items(store, true)).hasSize(152);
    }

    @Test
    void twoLongTextsAreShownFromWhereTheyDiffer() throws Exception {
        fixture.patch("{'tag':'" + "x".repeat(300) + "new'}");

        assertThat(items("{'tag':'" + "x".repeat(300) + "old'}", false))
                .hasSize(3)
                .anyMatch(line -> line.matches("~ tag  \\.\\.\\.x+old"))
                .anyMatch(line -> line.matches("    -> \\.\\.\\.x+new"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "packages: - tide.msix  1.0.0.0, x64 |"
                        + " {'applicationPackages':[{'id':'1','fileName':'tide.msix','fileStatus':'Uploaded','version':'1.0.0.0','architecture':'x64'}]} |"
                        + " {'applicationPackages':[]}",
                "packages: ~ tide.msix fileStatus  PendingDelete -> Uploaded |"
                        + " {'applicationPackages':[{'id':'1','fileName':'tide.msix','fileStatus':'PendingDelete'}]} |"
                        + " {'applicationPackages':[{'id':'1','fileName':'tide.msix','fileStatus':'Uploaded'}]}",
                "packages: ~ rollout  all customers -> 10 % of the customers |"
                        + " {'packageDeliveryOptions':{'packageRollout':{'isPackageRollout':false,'packageRolloutPercentage':0.0}}} |"
                        + " {'packageDeliveryOptions':{'packageRollout':{'isPackageRollout':true,'packageRolloutPercentage':10}}}",
                "packages: ~ isMandatoryUpdate  false -> true | {'packageDeliveryOptions':{'isMandatoryUpdate':false}} |"
                        + " {'packageDeliveryOptions':{'isMandatoryUpdate':true}}",
                "de: - icon  i.png | {'listings':{'de':{'title':'t','icon':{'fileName':'i.png','fileStatus':'Uploaded'}}}} |"
                        + " {'listings':{'de':{'icon':{'fileName':'i.png','fileStatus':'PendingDelete'}}}}",
                "en: ~ a.png caption  Old -> New |"
                        + " {'listings':{'en':{'baseListing':{'images':[{'id':'1','fileName':'a.png','fileStatus':'Uploaded','description':'Old'}]}}}} |"
                        + " {'listings':{'en':{'baseListing':{'images':[{'id':'1','fileName':'a.png','fileStatus':'Uploaded','description':'New'}]}}}}",
                "en: ~ Windows80 description  Old -> New |"
                        + " {'listings':{'en':{'platformOverrides':{'Windows80':{'description':'Old'}}}}} |"
                        + " {'listings':{'en':{'platformOverrides':{'Windows80':{'description':'New'}}}}}",
                "pricing: ~ marketSpecificPricings DE  Tier2 -> Tier3 |"
                        + " {'pricing':{'marketSpecificPricings':{'DE':'Tier2'}}} |"
                        + " {'pricing':{'marketSpecificPricings':{'DE':'Tier3'}}}",
                "trailers: - trailer  a.mp4 | {'trailers':[{'id':'1','videoFileName':'a.mp4'}]} | {'trailers':null}",
                "trailers: - trailer  a.mp4, + trailer  b.mp4, with thumb.png |"
                        + " {'trailers':[{'id':'1','videoFileName':'a.mp4'}]} |"
                        + " {'trailers':[{'videoFileName':'b.mp4','trailerAssets':{'en':{'imageList':[{'fileName':'thumb.png'}]}}}]}",
                "properties: - tag  old | {'tag':'old'} | {'tag':null}",
                "properties: + hardwarePreferences  2 items: Touch, Mouse | {} | {'hardwarePreferences':['Touch','Mouse']}",
                "properties: ~ allow Xbox  true -> false | {'allow':{'Xbox':true}} | {'allow':{'Xbox':false}}",
            })
    void everyChangeIsAnItemOfItsGroup(String expected, String from, String to) throws Exception {
        fixture.patch(to);
        List<String> items = items(from, false);

        assertThat(items.get(0) + ": " + String.join(", ", items.subList(1, items.size())))
                .isEqualTo(expected);
    }

    @Test
    void aFirstDeliveryThatIsNotUsedIsNoItem() throws Exception {
        String delivery = "'packageDeliveryOptions':{'isMandatoryUpdate':false,'packageRollout':{'isPackageRollout':%s,"
                + "'packageRolloutPercentage':%s}}";
        fixture.patch("{'tag':'new'," + delivery.formatted("false", "0.0") + "}");
        assertThat(items("{'tag':'old'}", false)).containsExactly("properties", "~ tag  old -> new");
        fixture.patch("{'tag':'new'," + delivery.formatted("true", "10") + "}");
        assertThat(items("{'tag':'new'}", false))
                .containsExactly("packages", "~ rollout  all customers -> 10 % of the customers");
    }

    @Test
    void anotherOrderOfImagesIsOneChange() throws Exception {
        String image = "{'id':'%s','fileName':'%s.png','fileStatus':'Uploaded','imageType':'Screenshot'}";
        String listing = "{'listings':{'en':{'baseListing':{'images':[%s,%s]}}}}";
        fixture.patch(listing.formatted(image.formatted("2", "b"), image.formatted("1", "a")));

        assertThat(items(listing.formatted(image.formatted("1", "a"), image.formatted("2", "b")), false))
                .containsExactly("en", "~ order of images  a.png, b.png -> b.png, a.png");
    }

    @Test
    void aReadyArchiveIsNamedAsWhatIsUploaded() throws Exception {
        fixture.patch("{'applicationPackages':[{'fileName':'tide.msix','fileStatus':'PendingUpload'}]}");
        fixture.archive = Optional.of(Files.write(folder.resolve("ready.zip"), new byte[1234]));

        assertThat(lines(json("{}"), false))
                .containsSubsequence("+ tide.msix", "files", "    ready.zip (1 KB)")
                .endsWith("1 to add, 0 to change, 0 to remove; 1 KB to upload.");
    }

    @Test
    void theFirstLineNamesProductAndBaseInLinesThatFit() throws Exception {
        fixture.patch("{'tag':'new'}");
        StoreState state = new StoreState(
                Optional.of("1152921505600000001"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Tide Table"));
        Plan plan = Plan.of(ReleaseFixture.APP, fixture.wanted(), json("{}"));

        assertThat(plan.on(state).lines(false))
                .startsWith("Changes to app 9PAPPDEMO001 (Tide Table), compared with the published submission"
                        + " 1152921505600000001:");
        StoreState longer = new StoreState(
                state.publishedId(),
                state.published(),
                state.pendingId(),
                state.pending(),
                Optional.of("A name of a product that nobody could remember"));
        assertThat(plan.on(longer).lines(false))
                .startsWith(
                        "Changes to app 9PAPPDEMO001 (A name of a product that nobody could...),",
                        "  compared with the published submission 1152921505600000001:");
    }

    @Test
    void aListingsTitleIsTheNameOfAProductWithoutOne() throws Exception {
        fixture.patch("{'listings':{'en-us':{'title':'100 coins'}}}");
        StoreState state = new StoreState(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(Plan.of(ReleaseFixture.APP, fixture.wanted(), json("{}"))
                        .on(state)
                        .lines(false)
                        .get(0))
                .isEqualTo("Changes to app 9PAPPDEMO001 (100 coins), compared with a blank draft, since nothing was"
                        + " ever published:");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namesAndTextsOfOthersStayInOneLine(boolean isWhole) throws Exception {
        fixture.patch("{'a\\nb\\u202Ec':1,'tag':'one\\u001b[31mtwo\\r\\u2028##[error]three'}");

        assertThat(String.join("|", items("{'tag':'one\\nfour'}", isWhole)))
                .doesNotContain("\n", "\r", "\u202E", "\u001b", "\u2028", "##[");
    }

    @Test
    void tellsWhatIsInheritedAndDangerous() {
        JsonObject document = json(
                "{'visibility':'Hidden','targetPublishMode':'Manual','packageDeliveryOptions':"
                        + "{'isMandatoryUpdate':true,'packageRollout':{'isPackageRollout':true,'packageRolloutPercentage':25.0}}}");

        assertThat(Plan.inheritedRisks(document))
                .containsExactly(
                        "a gradual rollout to 25.0 % of the customers",
                        "a mandatory update", "targetPublishMode Manual", "visibility Hidden");
    }

    @Test
    void aDateOfPublicationIsTold() {
        assertThat(Plan.inheritedRisks(
                        json("{'targetPublishMode':'SpecificDate','targetPublishDate':'2099-12-01T08:00:00Z'}")))
                .containsExactly("targetPublishMode SpecificDate (2099-12-01T08:00:00Z)");
    }

    @Test
    void theUsualIsNoDanger() {
        JsonObject document = json("{'visibility':'Public','targetPublishMode':'Immediate','packageDeliveryOptions':"
                + "{'isMandatoryUpdate':false,'packageRollout':{'isPackageRollout':false}}}");

        assertThat(Plan.inheritedRisks(document)).isEmpty();
    }

    @Test
    void aRolloutWithoutAPercentageSaysSo() {
        for (String percentage : List.of("", ",'packageRolloutPercentage':null")) {
            assertThat(Plan.inheritedRisks(json("{'packageDeliveryOptions':{'packageRollout':{'isPackageRollout':true"
                            + percentage + "}}}")))
                    .containsExactly("a gradual rollout without a percentage");
        }
    }

    @Test
    void aProductThatNobodyCanGetIsADanger() {
        assertThat(Plan.inheritedRisks(json("{'Pricing':{'PriceId':'NotAvailable'}}")))
                .containsExactly("priceId NotAvailable (nobody can get the product)");
        assertThat(Plan.inheritedRisks(json("{'targetPublishMode':'NotSet','visibility':'NotSet'}")))
                .isEmpty();
    }

    /** What is between the first line and the last. */
    private List<String> items(String store, boolean isWhole) throws Exception {
        List<String> lines = lines(json(store), isWhole);
        return lines.subList(lines.indexOf("") + 1, lines.size() - 2);
    }

    private List<String> lines(JsonObject store, boolean isWhole) throws Exception {
        return Plan.of(ReleaseFixture.APP, fixture.wanted(), store).lines(isWhole);
    }
}
