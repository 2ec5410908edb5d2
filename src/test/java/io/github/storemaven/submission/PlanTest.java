package io.github.storemaven.submission;

import static io.github.storemaven.submission.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(PlanMarkdown.of(plan())).contains("No change.");
    }

    @Test
    void tellsFilesToSendWithTheirSizes() throws Exception {
        Path images = Files.createDirectories(folder.resolve("listings/en-us/images/Screenshot"));
        byte[] picture = "\u0089PNG\r\n\u001a\npicture".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(images.resolve("01.png"), picture);

        assertThat(plan().files()).singleElement().satisfies(file -> {
            assertThat(file.name()).matches("images/[0-9a-f]{32}\\.png");
            assertThat(file.bytes()).isEqualTo(picture.length);
        });
        String name = plan().files().get(0).name();
        assertThat(plan().shortLines()).contains("Sends " + name + " (" + picture.length + " bytes)");
        assertThat(PlanMarkdown.of(plan())).contains("| `" + name + "` | " + picture.length + " |");
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
    void markdownHoldsTextsInAFenceAndTheInherited() throws Exception {
        fixture.patch("{'tag':'a `b` c'}").file("listings/en-us/description.txt", "First\n~~~\n");

        assertThat(PlanMarkdown.of(plan()))
                .startsWith("## Store release of app 9PAPPDEMO001\n")
                .contains("2 changes:")
                .contains("  ~~~diff\n  - Second\n  + ~~~\n  ~~~\n")
                .contains("- `/tag: \"old\" -> \"a 'b' c\"`")
                .contains("**Inherited:** visibility Hidden");
    }

    @Test
    void whatIsInheritedIsOneLine() throws Exception {
        assertThat(plan().dangerLine()).contains("This submission has visibility Hidden");
        assertThat(Plan.of(fixture.wanted(), json("{}")).dangerLine()).isEmpty();
    }

    private Plan plan() throws Exception {
        return Plan.of(fixture.wanted(), STORE);
    }
}
