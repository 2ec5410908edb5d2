package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.json.ParsedJson;
import jakarta.json.JsonObject;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several modules that release: which products may meet, and what is done and said at the end of the build. */
class ReactorTest {
    private static final String FLIGHT = "7bfc11d5-f710-47c5-8a98-e04bb5aad310";

    @TempDir
    Path folder;

    private BuildSession build;
    private SubmitMojo first;
    private SubmitMojo second;

    @BeforeEach
    void twoModules() throws Exception {
        build = new BuildSession(folder, "intel", "arm");
        build.writePackage("intel", "app-x64.msix", "1.2.0.0");
        build.writePackage("arm", "app-arm64.msix", "1.2.0.0");
        first = build.submit("intel");
        second = build.submit("arm");
    }

    private void assertConflict(String... parts) throws Exception {
        first.execute();
        assertThatThrownBy(second::execute)
                .isInstanceOf(MojoFailureException.class)
                .message()
                .contains("Modules intel and arm both release")
                .contains(parts);
        assertThat(build.said()).noneMatch(line -> line.contains("Changes to "));
    }

    /** Both are taken; what they would do at the end is not of interest here. */
    private void assertNoConflict() throws Exception {
        first.execute();
        second.execute();
        assertThat(build.said().stream().filter(line -> line.startsWith("Deferring")))
                .hasSize(2);
    }

    @Test
    void twoModulesMayNotReleaseOneApp() throws Exception {
        assertConflict("app 9PAPPDEMO001", "<packages>", "<packageMode>add</packageMode> in module arm");
    }

    @Test
    void theSameAppInOtherCaseIsTheSame() throws Exception {
        second.applicationId = " 9pappdemo001 ";
        assertConflict("9pappdemo001");
    }

    @Test
    void norOneFlightByNameOrId() throws Exception {
        first.flightName = "Testers";
        second.flightName = "Testers";
        assertConflict("flight Testers of app 9PAPPDEMO001");
    }

    @Test
    void aFlightIsTheSameWhateverTheCaseOfItsId() throws Exception {
        first.flightId = FLIGHT;
        second.flightId = FLIGHT.toUpperCase(Locale.ROOT);
        assertConflict("flight 7BFC11D5");
    }

    @Test
    void norOneAddonAlthoughItHasNoPackages() throws Exception {
        for (SubmitMojo goal : List.of(first, second)) {
            goal.addonProductId = "coins";
            goal.targetPublishMode = "Manual";
        }
        second.applicationId = null;
        assertConflict("add-on coins", "<skipSubmit>");
    }

    @Test
    void theOrderOfTheReactorCountsNotTheOrderOfComing() throws Exception {
        second.execute();
        assertThatThrownBy(first::execute)
                .hasMessageContaining("both release app")
                .hasMessageContaining("<packageMode>add</packageMode> in module arm");
    }

    @Test
    void theLaterModuleIsTheOneThatHasToAdd() throws Exception {
        first.packageMode = "add";
        assertConflict("add</packageMode> in module arm");
    }

    @Test
    void aModuleThatAddsIsNoConflict() throws Exception {
        second.packageMode = "add";
        assertNoConflict();
    }

    @Test
    void aModuleThatSendsNoPackagesIsNoConflict() throws Exception {
        second.packageMode = "keep";
        second.targetPublishMode = "Immediate";
        second.notesForCertification = "nothing to sign in";
        assertNoConflict();
    }

    @Test
    void aSkippedModuleIsNoConflict() throws Exception {
        second.skipSubmit = true;
        first.execute();
        second.execute();
        build.end();
        assertThat(build.said()).anyMatch(line -> line.contains("Committed submission"));
    }

    @Test
    void otherProductsAreNoConflict() throws Exception {
        first.flightName = "Testers";
        second.flightName = "Friends";
        assertNoConflict();
    }

    @Test
    void theAppAndItsFlightAreNoConflict() throws Exception {
        second.flightName = "Testers";
        assertNoConflict();
    }

    @Test
    void oneFlightByItsNameAndByItsIdIsFoundBeforeAnythingIsSent() throws Exception {
        first.flightId = FLIGHT;
        first.flightName = null;
        second.flightName = FLIGHT;
        first.execute();
        second.execute();
        build.end();
        assertThat(build.failure()).contains("Modules arm and intel both release flight");
        assertThat(build.said()).noneMatch(line -> line.contains("Changes to "));
    }

    @Test
    void atOnceTheSecondHearsThatItIsReleasedAlready() throws Exception {
        first.submitAtEnd = false;
        second.submitAtEnd = false;
        first.execute();
        assertThatThrownBy(second::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("This build has released app 9PAPPDEMO001 already, in module intel");
        build.end();
        assertThat(build.said().stream().filter(line -> line.contains("Committed submission")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-20", "twenty", "2.5"})
    void aReleaseThatFailedBeforeAnythingWasSentIsNone(String requestsPerMinute) throws Exception {
        first.submitAtEnd = false;
        second.submitAtEnd = false;
        first.requestsPerMinute = requestsPerMinute;
        assertThatThrownBy(first::execute)
                .hasMessageContaining("store.requestsPerMinute is \"" + requestsPerMinute
                        + "\"; allowed values: whole numbers, 1 or");
        second.execute();
        build.end();
        assertThat(build.said()).anyMatch(line -> line.contains("Committed submission"));
    }

    @Test
    void theAdviceAfterAFailedBuildStaysARehearsal() throws Exception {
        second.flightName = "Testers";
        build.session().getUserProperties().setProperty("store.flightName", "Testers");
        first.execute();
        second.rehearse = true;
        second.execute();
        build.session().getResult().addException(new IllegalStateException("tests fail"));
        build.end();
        assertThat(build.said())
                .anyMatch(line -> line.contains("mvn store:submit@store -pl :intel"
                                + " \"-Dstore.rehearse=true\" \"-Dstore.flightName=Testers\"; mvn")
                        && line.startsWith("WARNING The build has failed"));
    }

    @Test
    void theStoreOfARehearsalEndsWithTheSession() throws Exception {
        first.execute();
        build.end();
        assertThat(build.said()).anyMatch(line -> line.contains("Committed submission"));
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(rehearsalStore()).build(), BodyHandlers.discarding()))
                .isInstanceOf(ConnectException.class);
    }

    @SuppressWarnings("unchecked")
    private URI rehearsalStore() {
        var store = (Function<Map<String, String>, Map<String, String>>)
                new BuildState(build.session().getRepositorySession())
                        .existing("rehearsal")
                        .orElseThrow();
        return URI.create(store.apply(Map.of()).get("serviceUrl"));
    }

    @Test
    void aRehearsalIsAnnouncedOnceAndItsLastLineSaysHowItEnded() throws Exception {
        second.flightName = "Testers";
        first.execute();
        second.execute();
        build.end();
        assertThat(rehearsalLines())
                .containsExactly(
                        "REHEARSAL against an embedded Store; nothing reaches Microsoft",
                        "REHEARSAL passed; nothing left this machine. Without store.rehearse the same command reaches the Store");
        assertThat(build.said()).last().asString().startsWith("REHEARSAL");
    }

    @Test
    void aRehearsalThatFailsSaysSo() throws Exception {
        Path faults = Files.writeString(
                folder.resolve("faults.json"),
                "{\"fault\": \"answer\", \"call\": \"commitSubmission\", \"status\": 409}");
        first.faults = faults.toFile();
        first.execute();
        build.end();
        assertThat(build.failure()).contains("409");
        assertThat(rehearsalLines()).last().isEqualTo("REHEARSAL failed; nothing left this machine");
    }

    @Test
    void aRehearsalThatNeverReachedTheStoreHasNoLastLine() {
        first.applicationId = null;
        assertThatThrownBy(first::execute).isInstanceOf(MojoFailureException.class);
        build.end();
        assertThat(rehearsalLines()).hasSize(1);
    }

    private List<String> rehearsalLines() {
        return build.said().stream()
                .filter(line -> line.startsWith("REHEARSAL"))
                .toList();
    }

    @Test
    void eachProductHasItsResultAndTheEndListsThem() throws Exception {
        second.flightId = FLIGHT;
        first.outputDirectory = folder.resolve("out").toFile();
        second.outputDirectory = first.outputDirectory;
        first.execute();
        second.execute();
        build.end();
        assertThat(result("submission-9PAPPDEMO001.json")
                        .getJsonObject("product")
                        .getString("kind"))
                .isEqualTo("app");
        assertThat(result("submission-" + FLIGHT + ".json")).isEqualTo(result("submission.json"));
        assertThat(build.said())
                .containsSubsequence(
                        "Releases of this build:",
                        "  app 9PAPPDEMO001: submission 1152921505600000002, CommitStarted",
                        "REHEARSAL passed; nothing left this machine. Without store.rehearse the same command reaches the Store");
    }

    @Test
    void aResultOfARehearsalSaysSoAndHasNoLink() throws Exception {
        first.outputDirectory = folder.resolve("out").toFile();
        first.execute();
        build.end();
        assertThat(result("submission.json")).containsKey("rehearsal").doesNotContainKey("link");
        assertThat(result("submission.json").getJsonObject("counts").getJsonObject("parts"))
                .containsOnlyKeys("prepare", "create", "update", "upload", "commit", "wait");
        assertThat(build.said()).noneMatch(line -> line.contains("partner.microsoft.com"));
    }

    @Test
    void aReleaseEndsWithProductPackagesStateAndTime() throws Exception {
        first.execute();
        build.end();
        assertThat(build.said())
                .containsSubsequence(
                        "Committed app 9PAPPDEMO001 (Embedded 9PAPPDEMO001)",
                        "  Package app-x64.msix (version 1.2.0.0, x64)",
                        "Submission 1152921505600000002 is in the state CommitStarted.")
                .anyMatch(
                        line -> line.matches("Time: [\\d.]+ s in all(; |, | and at the same time |[a-z]+ [\\d.]+ s)*"));
    }

    /** Though it begins before. */
    @Test
    void theTransferIsShownAfterTheChanges() throws Exception {
        ((DefaultRepositorySystemSession) build.session().getRepositorySession())
                .setTransferListener(new AbstractTransferListener() {
                    @Override
                    public void transferStarted(TransferEvent event) {
                        build.said().add("transfer begins");
                    }

                    @Override
                    public void transferSucceeded(TransferEvent event) {
                        build.said().add("transfer ends");
                    }
                });
        first.execute();
        build.end();
        assertThat(build.said().stream()
                        .filter(line ->
                                line.matches("(\\+ app-x64|Uploading|transfer|Uploaded|Committed submission).*")))
                .extracting(line -> line.replaceAll("  .*|( a ZIP of)? \\d+ .*| \\(.*| submission .*", ""))
                .containsExactly(
                        "+ app-x64.msix", "Uploading", "transfer begins", "transfer ends", "Uploaded", "Committed");
    }

    @Test
    void aReleaseThatSucceededStaysOneWhenItsResultCannotBeWritten() throws Exception {
        first.outputDirectory = folder.resolve("out").toFile();
        Path inTheWay = first.outputDirectory.toPath().resolve("submission.json/kept");
        first.execute();
        Files.createDirectories(inTheWay);
        build.end();
        assertThat(build.session().getResult().getExceptions()).isEmpty();
        assertThat(build.said())
                .anyMatch(
                        line -> line.startsWith("WARNING The result is not in ")
                                && line.endsWith(
                                        "Committed app 9PAPPDEMO001. Submission 1152921505600000002 is in the state CommitStarted."));
    }

    @Test
    void aTimeOutWritesItsResultToo() throws Exception {
        first.submitAtEnd = false;
        first.waitFor = "publication";
        first.timeout = "PT0.001S";
        first.outputDirectory = folder.resolve("out").toFile();
        assertThatThrownBy(first::execute).hasMessageContaining("store.timeout");
        assertThat(result("submission.json").getString("submissionId")).isEqualTo("1152921505600000002");
        assertThat(result("submission.json").getString("status")).isEqualTo("CommitStarted");
        build.end();
    }

    private JsonObject result(String file) throws Exception {
        return ParsedJson.ofFile(folder.resolve("out").resolve(file)).object();
    }

    @Test
    void aGoalByNameSaysWhichModulesItDoesNotLookAt() throws Exception {
        ValidateMojo validate = byName("intel");
        validate.execute();
        assertThat(build.said())
                .anyMatch(line ->
                        line.startsWith("WARNING store:validate was called by its name, so Maven runs it only for"
                                + " intel: not looked at is the module arm. For one module add \"-pl :arm\""));
    }

    @Test
    void aGoalByNameFailsWhereTheProjectHasNothing() {
        build = new BuildSession(folder, "parent", "m1", "m2");
        assertThatThrownBy(byName("parent")::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("not looked at are the modules m1, m2")
                .hasMessageContaining("-pl :m2")
                .hasMessageContaining("parent itself has nothing for the Store");
    }

    @Test
    void aGoalOfAPhaseAndALoneProjectNeedNoSuchLine() throws Exception {
        build.goal("intel", new ValidateMojo(null, null), "validate").execute();
        build = new BuildSession(folder, "intel");
        byName("intel").execute();
        assertThat(build.said()).noneMatch(line -> line.contains("by its name"));
    }

    private ValidateMojo byName(String module) {
        ValidateMojo validate = build.goal(module, new ValidateMojo(null, null), "validate");
        validate.execution = BuildSession.execution("validate", "default-cli", MojoExecution.Source.CLI);
        return validate;
    }

    @Test
    void whatAFlightOfARehearsalIsIsSaid() throws Exception {
        first.flightName = "Testrs";
        Files.createDirectories(first.storeFolder(null).toPath().resolve("listings/en-us"));
        first.execute();
        build.end();
        assertThat(build.said())
                .anyMatch(line ->
                        line.startsWith("WARNING The flight \"Testrs\" is invented for this rehearsal; before a real"))
                .anyMatch(line -> line.startsWith("A flight has no listing of its own: the texts and images in "));
    }

    @Test
    void aRolloutHoldsNoTextBack() throws Exception {
        String warning =
                "WARNING The rollout limits who gets new packages, and this release has none; texts and images reach"
                        + " all customers";
        first.rolloutPercentage = "10";
        first.execute();
        assertThat(build.said()).doesNotContain(warning);

        Files.delete(folder.resolve("arm/target/app-arm64.msix"));
        Path store = folder.resolve("arm/src/store");
        Path texts = Files.createDirectories(store.resolve("listings/en-us"));
        Files.writeString(texts.resolve("description.txt"), "When the water is high.");
        second.applicationId = "9PAPPDEMO002";
        second.storeDirectory = store.toFile();
        second.rolloutPercentage = "10";
        second.execute();
        assertThat(build.said()).contains(warning);

        SubmitMojo third = build.submit("arm");
        third.applicationId = "9PAPPDEMO003";
        third.storeDirectory = store.toFile();
        Files.writeString(
                store.resolve("submission.json"),
                "{\"packageDeliveryOptions\": {\"packageRollout\": {\"isPackageRollout\": true,"
                        + " \"packageRolloutPercentage\": 25}}}");
        third.execute();
        assertThat(build.said().stream().filter(warning::equals)).hasSize(2);
    }

    @Test
    void aRehearsalOfASnapshotSaysThatTheRealRunSkipsIt() throws Exception {
        first.project.getArtifact().setVersion("1.2.0-SNAPSHOT");
        first.execute();
        build.end();
        assertThat(build.said())
                .anyMatch(line -> line.startsWith("Without a rehearsal this goal skips a snapshot")
                        && line.contains("\"-Dstore.snapshots=true\""))
                .last()
                .isEqualTo("REHEARSAL passed; nothing left this machine. Without store.rehearse a snapshot is skipped");
    }

    @Test
    void aListingWithoutAPictureInARehearsalSaysWhereTheRealOneMayHaveIt() throws Exception {
        Path german = Files.createDirectories(first.storeFolder(null).toPath().resolve("listings/de-de"));
        Files.writeString(german.resolve("description.txt"), "Ebbe und Flut");
        first.execute();
        build.end();
        assertThat(build.failure())
                .contains(
                        "src/store/listings/de-de/images/Screenshot: the listing has no screenshot; put at least one PNG"
                                + " into this folder (IMG-06)",
                        "mvn store:pull",
                        "\"-Dstore.rehearseDocument=");
    }

    /** The folder is the one to make; another language's is spelled as it is there. */
    @Test
    void aLanguageThatOnlyTheSubmissionFileHasIsToldItsFolderToo() throws Exception {
        Path store = Files.createDirectories(first.folder().resolve("texts/shop"));
        first.storeDirectory = store.toFile();
        Files.createDirectories(store.resolve("listings/de-DE"));
        Files.writeString(store.resolve("listings/de-DE/description.txt"), "Ebbe und Flut");
        Files.writeString(
                store.resolve("submission.json"),
                "{\"listings\": {\"fr-fr\": {\"baseListing\": {\"description\": \"Les mar\u00e9es\"}}}}");
        first.execute();
        build.end();
        assertThat(build.failure())
                .startsWith("texts/shop/listings/*/images/Screenshot (de-DE, fr-fr): the listing has no screenshot; put"
                        + " at least one PNG into this folder (IMG-06)");
    }
}
