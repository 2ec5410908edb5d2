package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.service.SubmissionStatus;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest extends AbstractRequestTest {
    private static final JsonObject STORE =
            json("{'visibility':'Hidden','tag':'old','listings':{'en-us':{'baseListing':"
                    + "{'description':'First\\nSecond','images':[]}}}}");

    @Test
    void jsonLeavesOutFromForWhatIsNewAndToForWhatGoes() throws Exception {
        fixture.patch("{'tag':null,'lifetime':'OneDay','listings':{'en-us':{'baseListing':{'description':'x'}}}}");

        assertThat(plan().json().getJsonArray("changes"))
                .containsExactlyInAnyOrder(
                        json("{'path':'/tag','from':'old'}"),
                        json("{'path':'/lifetime','to':'OneDay'}"),
                        json("{'path':'/listings/en-us/baseListing/description','from':'First\\nSecond','to':'x'}"));
    }

    @Test
    void nothingToChangeIsAnEmptyArray() throws Exception {
        fixture.file("listings/en-us/description.txt", "First\r\nSecond\r\n");

        assertThat(plan().json()).isEqualTo(json("{'changes':[],'files':[]}"));
        assertThat(plan().lines(false))
                .containsExactly("No change to app 9PAPPDEMO001, compared with what the Store has");
        assertThat(markdown())
                .startsWith("### Store release of app 9PAPPDEMO001\n\nNo change, compared with what the Store has.\n");
    }

    @Test
    void tellsFilesToSendWithTheirSizes() throws Exception {
        Path images = Files.createDirectories(folder.resolve("listings/en-us/images/Screenshot"));
        byte[] picture = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(images.resolve("01.png"), Arrays.copyOf(picture, 1600));

        assertThat(plan().files()).singleElement().satisfies(file -> {
            assertThat(file.name()).matches("images/[0-9a-f]{32}\\.png");
            assertThat(file.bytes()).isEqualTo(1600);
        });
        String name = plan().files().get(0).name();
        String source = "en-us/images/Screenshot/01.png";
        assertThat(plan().lines(false))
                .contains("+ Screenshot  01.png (2 KB)")
                .endsWith("1 to add, 0 to change, 0 to remove; 2 KB to upload.");
        assertThat(markdown())
                .contains("\n1 to add, 0 to change, 0 to remove; 2 KB to upload.\n")
                .contains("| `" + name + "` | `" + source + "` | 1,600 |");
    }

    @Test
    void aReadyArchiveIsTheOneFileToSend() throws Exception {
        fixture.patch("{'applicationPackages':[{'fileName':'tide.msix','fileStatus':'PendingUpload'}]}");
        fixture.archive = Optional.of(Files.write(folder.resolve("ready.zip"), new byte[1234]));

        assertThat(plan().files()).hasSize(1);
        fixture.patch("{'tag':'new'}");
        assertThat(plan().files()).isEmpty();
    }

    @Test
    void refusesAPriceThatWouldBeLost() throws Exception {
        Plan free = Plan.of(ReleaseFixture.APP, fixture.wanted(), json("{'pricing':{'priceId':'Free'}}"));
        free.guardPrice();

        assertThatThrownBy(() -> plan().guardPrice())
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("app 9PAPPDEMO001 cannot be sent: its price (/pricing/priceId) is empty");
    }

    @Test
    void markdownHoldsTheGroupsInFencesAndTheInherited() throws Exception {
        fixture.patch("{'tag':'a `b` c'}").file("listings/en-us/description.txt", "First\n~~~\n");

        assertThat(markdown())
                .startsWith("### Store release of app 9PAPPDEMO001\n\nCompared with what the Store has:\n\n**en-us**\n")
                .contains(
                        "\n~~~diff\n~ description  12 \u2192 9 characters\n    | line 2:\n-   | Second\n+   | ~~~\n~~~\n")
                .contains("\n**properties**\n\n~~~diff\n~ tag  old \u2192 a `b` c\n~~~\n")
                .contains("\n0 to add, 2 to change, 0 to remove; nothing to upload.\n")
                .contains("**Mind:** This submission has visibility Hidden.");
    }

    @Test
    void valuesOfOthersAreNoMarkdown() throws Exception {
        Plan plan = Plan.of(ReleaseFixture.APP, fixture.wanted(), json("{'visibility':'<b>[x](y) @team `z`'}"));

        assertThat(PlanMarkdown.of(plan, false).lines())
                .contains("**Mind:** This submission has visibility &lt;b>\\[x](y) @\u200Bteam \\`z\\`.");
    }

    @Test
    void whatIsAskedForIsNoRisk() throws Exception {
        fixture.patch("{'visibility':'Private'}");
        assertThat(plan().riskLine()).isEmpty();
    }

    @Test
    void whatIsInheritedIsOneLine() throws Exception {
        assertThat(plan().riskLine()).contains("This submission has visibility Hidden");
        assertThat(Plan.of(ReleaseFixture.APP, fixture.wanted(), json("{}")).riskLine())
                .isEmpty();
    }

    @Test
    void theNotesForCertificationAreTheirLengthInEveryForm() throws Exception {
        fixture.patch("{'NotesForCertification':'user demo, password s3cret'}");
        JsonObject store = json("{'notesForCertification':'user old, password 0ld'}");
        Plan plan = Plan.of(ReleaseFixture.APP, fixture.wanted(), store);

        assertThat(plan.lines(false)).contains("~ notesForCertification  22 characters -> 26 characters");
        assertThat(plan.lines(true)).isEqualTo(plan.lines(false));
        assertThat(plan.json().getJsonArray("changes"))
                .hasToString("[{\"path\":\"/notesForCertification\",\"from\":\"(22 characters)\","
                        + "\"to\":\"(26 characters)\"}]");
        assertThat(PlanMarkdown.of(plan, false))
                .contains("22 characters \u2192 26 characters")
                .doesNotContain("s3cret", "0ld");
        assertThat(plan.merged().toString()).contains("s3cret");
    }

    @Test
    void newNotesAndNotesThatGoAreTheirLengthToo() throws Exception {
        fixture.patch("{'notesForCertification':null}");
        assertThat(Plan.of(ReleaseFixture.APP, fixture.wanted(), json("{'notesForCertification':'x'}"))
                        .lines(true))
                .contains("- notesForCertification  1 character");
        fixture.patch("{'notesForCertification':'one\\ntwo'}");
        assertThat(Plan.of(ReleaseFixture.APP, fixture.wanted(), json("{}")).lines(true))
                .contains("+ notesForCertification  7 characters");
    }

    @Test
    void theNotesAreShownToThoseWhoAsk() throws Exception {
        fixture.patch("{'notesForCertification':'user demo'}");
        JsonObject store = json("{}");

        assertThat(Plan.of(ReleaseFixture.APP, fixture.wanted(), store)
                        .showingNotes(true)
                        .lines(false))
                .contains("+ notesForCertification  user demo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "The price changes: Free -> Tier20 | {'priceId':'Tier20'}",
                "The price changes: Free -> NotAvailable; nobody can get the product then | {'PriceId':'NotAvailable'}",
                "The price in the market DE changes: Tier2 -> Tier3 | {'marketSpecificPricings':{'DE':'Tier3'}}",
                "The price in the market DE changes: Tier2 -> the base price | {'marketSpecificPricings':{'DE':null}}",
                "The price in the market FR changes: the base price -> NotAvailable; nobody in this market can get the"
                        + " product then | {'marketSpecificPricings':{'FR':'NotAvailable'}}",
                "The trial period changes: NoFreeTrial -> OneDay | {'trialPeriod':'OneDay'}",
                "The pricing (/pricing/other) changes: none -> 5 | {'other':5}",
            })
    void aPriceThatChangesIsAWarning(String line, String pricing) throws Exception {
        fixture.patch("{'Pricing':" + pricing + "}");
        Plan plan = Plan.of(
                ReleaseFixture.APP,
                fixture.wanted(),
                json(
                        "{'pricing':{'priceId':'Free','trialPeriod':'NoFreeTrial','marketSpecificPricings':{'DE':'Tier2'}}}"));

        assertThat(plan.warnings().get(0)).isEqualTo(line);
        assertThat(PlanMarkdown.of(plan, false)).contains("**Mind:** " + line + ".");
    }

    @Test
    void aPackageOfAVersionThatTheStoreHasIsToldWhenOnlyTextsAreSent() throws Exception {
        fixture.patch("{'tag':'new'}");
        fixture.packages = List.of(new PackageFile("tide-new.msix", folder.resolve("tide.msix"), "2.3.0.0", "x64"));
        JsonObject store = json("{'tag':'old','applicationPackages':[{'id':'1','fileName':'tide.msix',"
                + "'fileStatus':'Uploaded','version':'2.3.0.0','architecture':'x64'}]}");

        assertThat(Plan.of(ReleaseFixture.APP, fixture.wanted(), store).warnings())
                .containsExactly("Not sent: tide-new.msix (version 2.3.0.0, x64). The Store has this version already,"
                        + " and another build of the same version is not sent; raise the version to release it");
        assertThat(lastLines(Plan.of(ReleaseFixture.APP, fixture.wanted(), store)))
                .contains("  Not sent: tide.msix (version 2.3.0.0, x64), which the Store has already");
        fixture.packages = List.of(new PackageFile("tide-new.msix", folder.resolve("tide.msix"), "2.4.0.0", "x64"));
        Plan sent = Plan.of(ReleaseFixture.APP, fixture.wanted(), store);
        assertThat(sent.notSentLine()).isEmpty();
        assertThat(lastLines(sent)).contains("  Package tide.msix (version 2.4.0.0, x64)");
    }

    @Test
    void whereNothingChangesAPackageOfThatVersionIsNoWarning() throws Exception {
        fixture.packages = List.of(new PackageFile("tide-new.msix", folder.resolve("tide.msix"), "2.3.0.0", "x64"));
        Plan plan = Plan.of(
                ReleaseFixture.APP,
                fixture.wanted(),
                json("{'applicationPackages':[{'id':'1','fileName':'tide.msix','fileStatus':'Uploaded',"
                        + "'version':'2.3.0.0','architecture':'x64'}]}"));

        assertThat(plan.warnings()).isEmpty();
        assertThat(PlanMarkdown.of(plan, false))
                .contains("\n\nNot sent: tide-new.msix (version 2.3.0.0, x64). The Store has this version already, and")
                .doesNotContain("**Mind:**");
    }

    private List<String> lastLines(Plan plan) {
        List<String> lines = new ArrayList<>();
        ReleaseLog log = new ReleaseLog() {
            @Override
            public void info(String line) {
                lines.add(line);
            }

            @Override
            public void warn(String line) {}
        };
        log.plan(plan);
        log.released(
                new ReleaseResult(ReleaseFixture.APP, "1", SubmissionStatus.committed(), ReleaseResult.Kind.RELEASED),
                fixture.packages,
                "");
        return lines;
    }

    @Test
    void packagesInAnotherOrderAreNoChange() throws Exception {
        fixture.packages = List.of(
                new PackageFile("app-arm64.msix", folder.resolve("a.msix"), "5.0.0.0", "arm64"),
                new PackageFile("app-x64.msix", folder.resolve("b.msix"), "5.0.0.0", "x64"));
        JsonObject store = json(
                "{'applicationPackages':["
                        + "{'id':'1','fileName':'z_x64.msix','fileStatus':'Uploaded','version':'5.0.0.0','architecture':'x64'},"
                        + "{'id':'2','fileName':'a_arm64.msix','fileStatus':'Uploaded','version':'5.0.0.0','architecture':'arm64'}]}");
        Plan plan = Plan.of(ReleaseFixture.APP, fixture.wanted(), store);

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.merged()).isEqualTo(store);
    }

    private String markdown() throws Exception {
        return PlanMarkdown.of(plan(), false);
    }

    private Plan plan() throws Exception {
        return Plan.of(ReleaseFixture.APP, fixture.wanted(), STORE);
    }
}
