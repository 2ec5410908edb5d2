package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one Store of a build, as its goals ask for it. */
class RehearsalStoreTest {
    @TempDir
    Path folder;

    private final RehearsalStore rehearsal = RehearsalStore.start(new SystemStreamLog());

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    private static String get(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void allGoalsMeetInOneStoreWithOneProductEach() throws Exception {
        Map<String, String> first = rehearsal.apply(Map.of("applicationId", "9PAPPDEMO001", "addonProductId", "gold"));
        Map<String, String> second = rehearsal.apply(Map.of("applicationId", "9PAPPDEMO001", "addonProductId", "gold"));
        rehearsal.apply(Map.of("applicationId", "9PAPPDEMO001", "flightName", "beta"));
        rehearsal.apply(Map.of("applicationId", "9PAPPDEMO002", "flightName", "beta"));
        assertThat(first.get("madeUp")).startsWith("The add-on \"gold\" is invented for this rehearsal");
        assertThat(second).containsEntry("serviceUrl", first.get("serviceUrl")).containsEntry("madeUp", "");
        String page = get(first.get("serviceUrl") + "/");
        assertThat(page.split("gold", -1)).hasSize(2);
        assertThat(page.split(">beta<", -1)).hasSize(3);
    }

    @Test
    void whatAGoalCreatesIsNotThereBefore() throws Exception {
        String root = rehearsal
                .apply(Map.of("applicationId", "9PAPPDEMO001", "addonProductId", "gold", "creates", "yes"))
                .get("serviceUrl");
        assertThat(get(root + "/")).contains("9PAPPDEMO001").doesNotContain("gold");
    }

    @Test
    void whatIsMadeUpStandsBesideWhatTheBuildCreates() {
        rehearsal.apply(Map.of("applicationId", "9PAPPDEMO001", "flightName", "beta", "creates", "yes"));
        assertThat(rehearsal
                        .apply(Map.of("applicationId", "9PAPPDEMO001", "flightName", "Beta testers"))
                        .get("madeUp"))
                .isEqualTo("The flight \"Beta testers\" is invented for this rehearsal; before a real release create it"
                        + " (mvn store:create-flight); this build creates \"beta\"");
    }

    @Test
    void aFileOfFaultsThatIsNotThereIsNamed() {
        Path file = folder.resolve("none.json");
        assertThatThrownBy(() -> rehearsal.apply(Map.of("faults", file.toString())))
                .hasMessage("store.faults names " + file + ", which does not exist");
    }

    @Test
    void faultsOfAFileCountOnceForTheBuild() throws Exception {
        Path file = Files.writeString(folder.resolve("faults.json"), "{\"fault\": \"stuck\", \"times\": 2}");
        String root = rehearsal.apply(Map.of("faults", file.toString())).get("serviceUrl");
        rehearsal.apply(Map.of("faults", file.toString()));
        assertThat(get(root + "/emulator/faults")).isEqualTo("{\"faults\":[{\"fault\":\"stuck\",\"times\":2}]}");
    }

    @Test
    void switchesAreSetForTheBuild() throws Exception {
        String root = rehearsal
                .apply(Map.of("switches", "titlesStrict=false, rawPlus=always"))
                .get("serviceUrl");
        assertThat(get(root + "/")).contains("titlesStrict=false, rawPlus=always");
    }

    @Test
    void badFilesAreNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("faults.json"), "{\"fault\": \"stuk\"}");
        assertThatThrownBy(() -> rehearsal.apply(Map.of("faults", file.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("store.faults: " + file)
                .hasMessageContaining("did you mean \"stuck\"?");
        assertThatThrownBy(() -> rehearsal.apply(Map.of("document", "{}", "rehearseDocument", "pulled.json")))
                .hasMessageContaining("store.rehearseDocument names pulled.json: ")
                .hasMessageContaining("it has no \"listings\"");
    }

    /** A device such as /dev/zero has no end. */
    @Test
    void aFileOfFaultsIsNotReadBeyondItsLimit() throws Exception {
        Path file = Files.write(folder.resolve("faults.json"), new byte[1_000_001]);
        assertThatThrownBy(() -> rehearsal.apply(Map.of("faults", file.toString())))
                .hasMessageContaining("store.faults: " + file + ": it is larger than 1000000 bytes");
        Path endless = Path.of("/dev/zero");
        if (Files.exists(endless)) {
            assertThatThrownBy(() -> rehearsal.apply(Map.of("faults", endless.toString())))
                    .hasMessageContaining("store.faults: " + endless + ": it is larger than");
        }
    }

    /** "No date" in the spellings of other tools (reference, section 4.4). */
    @ParameterizedTest
    @ValueSource(strings = {"1601-01-01", "1601-01-01T00:00:00", "1601-01-01T02:00:00.0000000+02:00", ""})
    void beginsWithADocumentWithoutADate(String date) throws Exception {
        String document = Files.readString(Path.of("src/it/pull-then-plan/app.json"))
                .replace("2099-12-01T08:00:00Z", date)
                .replace("SpecificDate", "Immediate");

        assertThat(rehearsal.apply(
                        Map.of("applicationId", "9PAPPDEMO001", "document", document, "rehearseDocument", "app.json")))
                .containsKey("serviceUrl");
    }

    @Test
    void itEndsWithTheBuild() {
        String root = rehearsal.apply(Map.of()).get("serviceUrl");
        rehearsal.close();
        assertThatThrownBy(() -> get(root + "/")).isInstanceOf(ConnectException.class);
    }
}
