package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.MsixBuilder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is named and is not there, or would not be sent, is refused before anything is sent. */
class NamedSourcesTest {
    @TempDir
    Path folder;

    private GoalFixture<ValidateMojo> goal;

    @BeforeEach
    void begin() throws Exception {
        goal = GoalFixture.validate(folder, MsixBuilder.app());
    }

    private String failure() throws Exception {
        return goal.failure().orElse("");
    }

    @Test
    void theUsualStoreFolderMayBeMissing() throws Exception {
        assertThat(failure()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"no-such-folder, which does not exist", "tide.msix, which is not a folder"})
    void aStoreFolderThatIsNamedHasToBeThere(String name, String reason) throws Exception {
        goal.mojo.storeDirectory = folder.resolve(name).toFile();
        assertThat(failure()).contains("store.storeDirectory names " + name + ", " + reason);
    }

    @Test
    void aStoreFolderThatMayBeMeantIsNamedLikeTheOneThatIsNot() throws Exception {
        Files.createDirectories(folder.resolve("src/store"));
        goal.mojo.storeDirectory = folder.resolve("src/stoer").toFile();
        assertThat(failure())
                .contains("store.storeDirectory names src/stoer, which does not exist; did you mean src/store?");
    }

    @Test
    void evenTheUsualOneWhereItIsNamed() throws Exception {
        goal.mojo.storeDirectory = folder.resolve("src/store").toFile();
        assertThat(failure()).contains("store.storeDirectory names");
        Files.createDirectories(folder.resolve("src/store"));
        assertThat(failure()).isEmpty();
    }

    @Test
    void anAddonFolderThatIsNamedHasToBeThere() throws Exception {
        goal.mojo.packages = null;
        goal.mojo.addonProductId = "coins";
        goal.mojo.addonDirectory = new File("no-such-folder");
        assertThat(failure()).contains("store.addonDirectory names no-such-folder, which does not exist");
    }

    @Test
    void aSubmissionFileAndAChangelogThatAreNamedHaveToBeThere() throws Exception {
        goal.model.setVersion("1.2.0");
        goal.mojo.submissionFile = folder.resolve("no-such.json").toFile();
        goal.mojo.releaseNotesFile = folder.resolve("NO-SUCH.md").toFile();
        assertThat(failure())
                .contains("store.submissionFile names " + goal.mojo.submissionFile + ", which is not a file")
                .contains("store.releaseNotesFile names " + goal.mojo.releaseNotesFile + ", which is not a file");
    }

    @Test
    void packagesThatWouldNotBeSentAreRefused() throws Exception {
        goal.mojo.packageMode = "keep";
        assertThat(failure()).contains("store.packages is set, and store.packageMode is keep");
        goal.mojo.packageMode = "replace";
        goal.mojo.archive = folder.resolve("tide.msix").toFile();
        assertThat(failure()).contains("store.packages and store.archive exclude each other");
        goal.mojo.archive = null;
        goal.mojo.addonProductId = "coins";
        assertThat(failure()).contains("store.packages is set, and a submission of an add-on has no packages");
    }

    @Test
    void artifactsAreNamedLikePackagesOrInTheirPlace() throws Exception {
        goal.mojo.artifacts = List.of("org.example:tide:msix:1.2.0", "org.example:tide:1.2.0", "nonsense");
        assertThat(failure())
                .contains("store.packages and store.artifacts exclude each other")
                .contains("\"org.example:tide:1.2.0\", which does not have the extension")
                .contains("\"nonsense\", which is not groupId");
        goal.mojo.archive = folder.resolve("tide.msix").toFile();
        assertThat(failure()).contains("store.packages, store.artifacts and store.archive exclude each other");
        goal.mojo.archive = null;
        goal.mojo.packages = null;
        goal.mojo.packageMode = "keep";
        assertThat(failure()).contains("store.artifacts is set, and store.packageMode is keep");
        goal.mojo.packageMode = "replace";
        goal.mojo.addonProductId = "coins";
        assertThat(failure()).contains("store.artifacts is set, and a submission of an add-on has no packages");
    }

    @Test
    void keepingOlderPackagesIsForReleasesThatReplaceThem() throws Exception {
        goal.mojo.keepPackages = "-1";
        assertThat(failure()).contains("store.keepPackages is \"-1\"; allowed values: whole numbers, 0 or more");
        goal.mojo.keepPackages = "two";
        assertThat(failure()).contains("store.keepPackages is \"two\"; allowed values: whole numbers, 0 or more");
        goal.mojo.keepPackages = " 2 ";
        assertThat(failure()).isEmpty();
        goal.mojo.packageMode = "add";
        assertThat(failure()).contains("store.keepPackages is set, and store.packageMode is add, under which all");
        goal.mojo.packageMode = "keep";
        assertThat(failure()).contains("store.keepPackages is set, and store.packageMode is keep");
        goal.mojo.packageMode = "add";
        goal.mojo.keepPackages = "0";
        assertThat(failure()).isEmpty();
    }

    @Test
    void aPromotionIsForEverybodyAndOfPackagesWhoseVersionIsKnown() throws Exception {
        goal.mojo.promoteFlight = "Testers";
        assertThat(failure()).isEmpty();
        goal.mojo.flightName = "Others";
        goal.mojo.packageMode = "keep";
        assertThat(failure())
                .contains("store.promoteFlight is set, which releases to everybody", "store.flightName")
                .contains("store.promoteFlight is set, and store.packageMode is keep");
        begin();
        goal.mojo.promoteFlight = "Testers";
        goal.mojo.packages = null;
        assertThat(failure()).contains("store.promoteFlight is set, and there is no package to release");
        goal.mojo.archive = folder.resolve("tide.msix").toFile();
        assertThat(failure()).contains("the versions of the packages in store.archive are not known");
        begin();
        goal.mojo.promoteFlight = "Testers";
        goal.mojo.submissionFile = folder.resolve("more.json").toFile();
        Files.writeString(
                goal.mojo.submissionFile.toPath(),
                "{\"applicationPackages\":[{\"fileName\":\"tide.msix\",\"fileStatus\":\"PendingUpload\"},"
                        + "{\"fileName\":\"more.msix\",\"fileStatus\":\"PendingUpload\"}]}");
        assertThat(failure()).contains("the version of more.msix in the submission file is not known");
        goal.mojo.submissionFile = null;
        goal.mojo.addonProductId = "coins";
        assertThat(failure()).contains("store.promoteFlight is set, and a submission of an add-on has no packages");
    }

    /** The date may come from another of our sources. */
    @Test
    void aSpecificDateNeedsItsDateFromSomewhere() throws Exception {
        goal.mojo.targetPublishMode = "SpecificDate";
        assertThat(failure()).contains("PUB-02");
        goal.mojo.submissionFile = folder.resolve("date.json").toFile();
        Files.writeString(goal.mojo.submissionFile.toPath(), "{\"targetPublishDate\": \"2199-01-31T09:00:00Z\"}");
        assertThat(failure()).isEmpty();
    }

    @Test
    void aDateWithoutAModeIsAWarning() throws Exception {
        goal.mojo.targetPublishDate = "2199-01-31T09:00:00Z";
        assertThat(failure()).isEmpty();
        assertThat(goal.said)
                .anyMatch(line -> line.startsWith("WARN store.targetPublishDate is set without a publish"));
        goal.said.clear();
        goal.mojo.targetPublishMode = "SpecificDate";
        assertThat(failure()).isEmpty();
        assertThat(goal.said).noneMatch(line -> line.contains("without a publish"));
    }

    @Test
    void withNothingConfiguredTheFirstStepsAreSaidInTenLines() throws Exception {
        Files.delete(folder.resolve("tide.msix"));
        GoalFixture<SubmitMojo> submit = GoalFixture.submit().in(folder);
        String steps = submit.failure().orElseThrow();
        assertThat(steps.lines())
                .hasSizeLessThanOrEqualTo(10)
                .allMatch(line -> line.length() <= 80 - "[ERROR] ".length());
        assertThat(steps)
                .contains("<applicationId>", ".msix", "microsoft-store", "\"-Dstore.rehearse=true\"")
                .doesNotContain("\t");
        submit.mojo.rehearse = true;
        assertThat(submit.failure().orElseThrow())
                .contains("A rehearsal needs", "<applicationId>", "src/store")
                .doesNotContain("microsoft-store", "store.rehearse");
        submit.mojo.applicationId = "9PAPPDEMO001";
        submit.mojo.packageMode = "replace";
        submit.mojo.waitFor = "none";
        submit.mojo.onPending = "replace";
        submit.mojo.onRollout = "fail";
        submit.mojo.requestsPerMinute = "20";
        assertThat(submit.failure().orElseThrow()).doesNotContain("Nothing is configured");
    }

    @Test
    void validateLooksAtTheProductToo() throws Exception {
        goal.mojo.addonProductId = "coins";
        goal.mojo.flightName = "Testers";
        goal.mojo.applicationId = "9P";
        goal.mojo.packages = null;
        assertThat(failure()).contains("A flight and an add-on are named together", "store.applicationId is \"9P\"");
    }
}
