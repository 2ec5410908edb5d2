package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.check.Finding;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.testing.SymbolicLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a goal looks for texts and for the submission file, and what it does not follow. */
class ReleaseRequestReaderTest {
    private final ValidateMojo goal = new ValidateMojo(null, null);
    private final ConfigurationProblems problems = new ConfigurationProblems();
    private Path project;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        project = folder.toRealPath();
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().setDirectory(project.resolve("target").toString());
        goal.project = new MavenProject(model);
        goal.project.setFile(project.resolve("pom.xml").toFile());
        goal.packageMode = "replace";
        goal.setLog(new SystemStreamLog());
    }

    private Path file(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> errors() throws IOException {
        return goal
                .reader(goal.configuration(problems), problems)
                .readWhatIsThere()
                .report()
                .findings()
                .relativeTo(project)
                .errors()
                .stream()
                .map(Finding::text)
                .toList();
    }

    @Test
    void aFolderOfAnotherCaseIsAnErrorThatNamesBoth() throws Exception {
        file("src/Store/listings/en-us/title.txt", "Tide");
        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("src/Store: is not read, since its name differs in case from ")
                .contains(goal.storeFolder(null).toString());
    }

    @Test
    void theFolderOfAnAddonIsComparedByCaseToo() throws Exception {
        goal.addonProductId = "Coins";
        file("src/store/addons/coins/listings/en-us/title.txt", "Coins");
        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("src/store/addons/coins: is not read, since its name differs in case from ");
    }

    @Test
    void theFolderOfAnAddonDoesNotLeadOutOfTheStoreFolder(@TempDir Path elsewhere) throws Exception {
        goal.addonProductId = "coins";
        Files.createDirectories(elsewhere.resolve("listings/en-us"));
        Files.writeString(elsewhere.resolve("listings/en-us/title.txt"), "Secret");
        Files.writeString(elsewhere.resolve("submission.json"), "{\"secret\": 1}");
        Files.createDirectories(project.resolve("src/store/addons"));
        SymbolicLink.create(project.resolve("src/store/addons/coins"), elsewhere);
        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("src/store/addons/coins: leads out of the folder")
                .doesNotContain("secret");
    }

    @Test
    void aFolderThatIsNamedMayBeALink(@TempDir Path elsewhere) throws Exception {
        goal.addonProductId = "coins";
        Files.createDirectories(elsewhere.resolve("listings/en-us"));
        Files.writeString(elsewhere.resolve("listings/en-us/title.txt"), "Coins");
        goal.addonDirectory =
                SymbolicLink.create(project.resolve("coins"), elsewhere).toFile();
        assertThat(errors()).isEmpty();
    }

    @Test
    void aFolderInThePlaceOfTheSubmissionFileIsAnError() throws Exception {
        Files.createDirectories(project.resolve("src/store/submission.json"));
        assertThat(errors()).containsExactly("src/store/submission.json: this has to be a file");
    }

    @Test
    void aSubmissionFileThatLeadsOutIsRefusedBeforeItIsRead(@TempDir Path elsewhere) throws Exception {
        Path secret = Files.writeString(elsewhere.resolve("secret.json"), "{\"secretMember\": 1, \"visibilty\": 2");
        Files.createDirectories(project.resolve("src/store"));
        SymbolicLink.create(project.resolve("src/store/submission.json"), secret);
        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("src/store/submission.json: leads out of the folder");
    }

    @Test
    void aSubmissionFileThatIsALinkOfGitIsTold() throws Exception {
        file("shared/submission.json", "{}");
        file("src/store/submission.json", "../../shared/submission.json");
        assertThat(errors())
                .singleElement()
                .asString()
                .contains("contains only the path ../../shared/submission.json: Git has checked out a link");
    }

    @Test
    void aFolderThatIsALinkOfGitIsTold() throws Exception {
        file("shared/listings/en-us/title.txt", "Tide");
        file("src/store", "../shared");
        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("src/store: contains only the path ../shared: Git has checked out a link");
    }
}
