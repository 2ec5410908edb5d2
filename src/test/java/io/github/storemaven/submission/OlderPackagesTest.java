package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.ProductType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which older packages stay beside new ones: {@code keepPackages}. */
class OlderPackagesTest {
    private static final String DESKTOP = "'Windows.Desktop min version 10.0.17763.0'";
    private static final String LATER_DESKTOP = "'Windows.Desktop min version 10.0.22000.0'";
    private static final String XBOX = "'Windows.Xbox min version 10.0.17763.0'";

    private String patch = "{}";
    private PackageMode mode = PackageMode.REPLACE;
    private String rollout = "PackageRolloutComplete";

    private static String held(String version, String architecture, String families) {
        return "{'id':'%s','fileName':'%s-%s.msix','fileStatus':'Uploaded','version':'%s','architecture':'%s',"
                        .formatted(version + architecture, version, architecture, version, architecture)
                + "'targetDeviceFamilies':[" + families + "]}";
    }

    private static PackageFile file(String version, String architecture) {
        Path file = Path.of("new-" + architecture + ".msix");
        return new PackageFile(file.toString(), file, version, architecture);
    }

    private ReleaseRequest request(int keep, PackageFile... files) {
        return new ReleaseRequest(
                ProductType.APP,
                json(patch),
                FolderListing.none(),
                JsonValue.EMPTY_JSON_OBJECT,
                List.of(files),
                mode,
                keep,
                Optional.empty(),
                new UploadFiles(Map.of(), Map.of(), Optional.empty(), Optional.empty()));
    }

    private JsonObject document(String... held) {
        return json("{'applicationPackages':[" + String.join(",", held)
                + "],'packageDeliveryOptions':{'packageRollout':{'packageRolloutStatus':'" + rollout + "'}}}");
    }

    private static Stream<String> staying(JsonObject merged) {
        return merged.getJsonArray("applicationPackages").getValuesAs(JsonObject.class).stream()
                .filter(entry -> entry.getString("fileStatus").equals("Uploaded"))
                .map(entry -> entry.getString("fileName"));
    }

    private List<String> staying(int keep, List<String> held, PackageFile... files) {
        return staying(request(keep, files).applyTo(document(held.toArray(String[]::new))))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, 1.10.0.0-x64.msix", "2, 1.9.0.0-x64.msix 1.10.0.0-x64.msix"})
    void theNewestStayByNumbersNotLetters(int keep, String names) {
        List<String> held = List.of(
                held("1.9.0.0", "x64", DESKTOP), held("1.8.0.0", "x64", DESKTOP), held("1.10.0.0", "x64", DESKTOP));
        assertThat(String.join(" ", staying(keep, held, file("1.11.0.0", "x64"))))
                .isEqualTo(names);
    }

    @Test
    void eachArchitectureAndDeviceFamilyHasItsOwn() {
        List<String> held = List.of(
                held("1.2.0.0", "x64", DESKTOP),
                held("1.1.0.0", "X64", LATER_DESKTOP),
                held("1.1.0.0", "arm64", DESKTOP),
                held("1.0.0.0", "x64", XBOX + "," + DESKTOP),
                held("0.9.0.0", "x64", XBOX));
        assertThat(staying(1, held, file("2.0.0.0", "x64"), file("2.0.0.0", "arm64")))
                .containsExactly("1.2.0.0-x64.msix", "1.1.0.0-arm64.msix", "1.0.0.0-x64.msix");
    }

    /** A flight's packages tell no device family (reference, section 6.20). */
    @Test
    void withoutDeviceFamiliesTheArchitectureCounts() {
        List<String> held = List.of(held("1.2.0.0", "x64", ""), held("1.1.0.0", "x64", ""), held("1.0.0.0", "x86", ""));
        assertThat(staying(1, held, file("2.0.0.0", "x64"))).containsExactly("1.2.0.0-x64.msix", "1.0.0.0-x86.msix");
    }

    @Test
    void aNewerOneIsNoOlderOneAndWhatIsSentAgainCountsNotAmongThem() {
        List<String> held = List.of(
                held("3.0.0.0", "x64", DESKTOP), held("2.0.0.0", "x64", DESKTOP), held("1.0.0.0", "x64", DESKTOP));
        assertThat(staying(1, held, file("2.0.0.0", "x64")))
                .containsExactlyInAnyOrder("2.0.0.0-x64.msix", "1.0.0.0-x64.msix");
    }

    @Test
    void whatTheSubmissionFileRemovesDoesNotStay() {
        patch = "{'applicationPackages':[{'id':'1.2.0.0x64','fileStatus':'PendingDelete'}]}";
        List<String> held = List.of(held("1.2.0.0", "x64", DESKTOP), held("1.1.0.0", "x64", DESKTOP));
        assertThat(staying(1, held, file("2.0.0.0", "x64"))).containsExactly("1.1.0.0-x64.msix");
    }

    @Test
    void theNewestStayBesideThePackagesOfTheSubmissionFileToo() {
        patch = "{'applicationPackages':[{'fileName':'own.msix','fileStatus':'PendingUpload'}]}";
        List<String> held = List.of(held("1.2.0.0", "x64", DESKTOP), held("1.1.0.0", "x64", DESKTOP));
        assertThat(staying(1, held)).containsExactly("1.2.0.0-x64.msix");
        assertThat(staying(0, held)).isEmpty();
    }

    @Test
    void theyStayOnceMoreInADraftThatRemovesThem() {
        List<String> held = List.of(
                held("1.2.0.0", "x64", DESKTOP).replace("Uploaded", "PendingDelete"), held("1.1.0.0", "x64", DESKTOP));
        assertThat(staying(1, held, file("2.0.0.0", "x64"))).containsExactly("1.2.0.0-x64.msix");
    }

    @Test
    void aReleaseWithoutPackagesLeavesAllOfThem() {
        List<String> held = List.of(held("1.2.0.0", "x64", DESKTOP), held("1.1.0.0", "x64", DESKTOP));
        assertThat(staying(1, held)).hasSize(2);
    }

    @Test
    void aPersonIsToldWhichStay() {
        JsonObject document = document(held("1.2.0.0", "x64", DESKTOP), held("1.1.0.0", "x64", DESKTOP));
        Plan plan = Plan.of(ReleaseFixture.APP, request(1, file("2.0.0.0", "x64")), document);
        assertThat(plan.lines(false))
                .containsSubsequence(
                        "- 1.1.0.0-x64.msix  1.1.0.0, x64",
                        "older packages (store.keepPackages is 1)",
                        "    stays: 1.2.0.0-x64.msix (1.2.0.0, x64)");
        assertThat(PlanMarkdown.of(plan, false)).contains("\n\n- `stays: 1.2.0.0-x64.msix (1.2.0.0, x64)`\n");
        assertThat(plan.warnings()).isEmpty();
        assertThat(Plan.of(ReleaseFixture.APP, request(0, file("2.0.0.0", "x64")), document)
                        .lines(false))
                .noneMatch(line -> line.startsWith("older packages"));
    }

    /** The next submission is a copy of the halted one (reference, section 11). */
    @Test
    void packagesOfAHaltedRolloutStayWithAWarning() {
        rollout = "PackageRolloutStopped";
        JsonObject document = document(held("1.2.0.0", "x64", DESKTOP), held("1.1.0.0", "x64", DESKTOP));
        assertThat(Plan.of(ReleaseFixture.APP, request(1, file("2.0.0.0", "x64")), document)
                        .warnings())
                .containsExactly("The rollout of what is published was halted, and packages of it stay:"
                        + " 1.2.0.0-x64.msix (1.2.0.0, x64). Set \"-Dstore.keepPackages=0\" if customers are"
                        + " not to get them");
        mode = PackageMode.ADD;
        assertThat(Plan.of(ReleaseFixture.APP, request(0, file("2.0.0.0", "x64")), document)
                        .warnings())
                .isEmpty();
    }
}
