package io.github.storemaven.submission;

import static io.github.storemaven.document.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    private static final JsonObject STORE =
            json("{'visibility':'Hidden','tag':'old','listings':{'en-us':{'baseListing':"
                    + "{'description':'First\\nSecond','images':[]}}}}");

    @TempDir
    Path folder;

    private WantedFixture fixture;

    @BeforeEach
    void start() {
        fixture = new WantedFixture(folder);
    }

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
        assertThat(plan().lines()).containsExactly("No change");
        assertThat(markdown()).startsWith("### Store release of app 9PAPPDEMO001\n\nNo change to submission 7.\n");
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
        assertThat(plan().shortLines()).contains("Sends " + name + " (" + source + ", 1,600 bytes)");
        assertThat(markdown()).contains("1 file to send:\n").contains("| `" + name + "` | `" + source + "` | 1,600 |");
    }

    @Test
    void aReadyArchiveIsTheOneFileToSend() throws Exception {
        fixture.patch("{'applicationPackages':[{'fileName':'tide.msix','fileStatus':'PendingUpload'}]}");
        fixture.archive = Optional.of(Files.write(folder.resolve("ready.zip"), new byte[1234]));

        assertThat(plan().shortLines()).contains("Sends ready.zip (1,234 bytes)");
        fixture.patch("{'tag':'new'}");
        assertThat(plan().files()).isEmpty();
    }

    @Test
    void refusesAPriceThatWouldBeLost() throws Exception {
        Plan free = Plan.of(fixture.wanted(), json("{'pricing':{'priceId':'Free'}}"));
        free.guardPrice();

        assertThatThrownBy(() -> plan().guardPrice())
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("app 9PAPPDEMO001 cannot be sent: its price (/pricing/priceId) is empty");
    }

    @Test
    void textsAreALineDifferenceInTheLongFormAlone() throws Exception {
        fixture.file("listings/en-us/description.txt", "First\nThird\n");

        assertThat(plan().lines())
                .containsExactly(
                        "Changes:", "  /listings/en-us/baseListing/description:", "    - Second", "    + Third");
        assertThat(plan().shortLines())
                .containsExactly(
                        "Changes:", "  /listings/en-us/baseListing/description: \"First Second\" -> \"First Third\"");
    }

    @Test
    void aLongLineIsShownWholeOrFromWhereItDiffers() throws Exception {
        String start = "The tides of one harbour, of today and of the whole week, with ";
        JsonObject store = json("{'notesForCertification':'" + start + "heights','tag':'" + "x".repeat(70) + "'}");
        fixture.patch("{'notesForCertification':'" + start + "times'}");
        Plan plan = Plan.of(fixture.wanted(), store);

        assertThat(plan.lines())
                .containsExactly(
                        "Changes:",
                        "  /notesForCertification:",
                        "    - " + start + "heights",
                        "    + " + start + "times");
        assertThat(plan.shortLines())
                .containsExactly(
                        "Changes:",
                        "  /notesForCertification: ...y and of the whole week, with heights\""
                                + " -> ...y and of the whole week, with times\"");
    }

    @Test
    void markdownHoldsTextsInAFenceAndTheInherited() throws Exception {
        fixture.patch("{'tag':'a `b` c'}").file("listings/en-us/description.txt", "First\n~~~\n");

        assertThat(markdown())
                .startsWith("### Store release of app 9PAPPDEMO001\n\n2 changes to submission 7:\n\n")
                .contains("  ~~~diff\n  - Second\n  + ~~~\n  ~~~\n")
                .contains("- ``/tag: \"old\" -> \"a `b` c\"``\n")
                .contains("**Mind:** This submission has visibility Hidden.");
    }

    @Test
    void whatIsInheritedIsOneLine() throws Exception {
        assertThat(plan().dangerLine()).contains("This submission has visibility Hidden");
        assertThat(Plan.of(fixture.wanted(), json("{}")).dangerLine()).isEmpty();
    }

    private String markdown() throws Exception {
        return PlanMarkdown.of(plan(), "submission 7");
    }

    private Plan plan() throws Exception {
        return Plan.of(fixture.wanted(), STORE);
    }
}
