package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.SymbolicLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folders of a store folder are add-ons: none that leads out of it, none that is passed over in silence. */
class AddonFoldersTest {
    @TempDir
    Path project;

    private Path write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<AddonFolder> found(ConfigurationProblems problems) throws IOException {
        return new AddonFolders(project.resolve("store"), List.of(), Optional.empty()).find(problems);
    }

    private String problem() throws IOException {
        ConfigurationProblems problems = new ConfigurationProblems();
        assertThat(found(problems)).extracting(AddonFolder::productId).containsExactly("coins");
        return String.join("\n", problems.lines());
    }

    @Test
    void aFolderThatIsALinkOutIsNotRead() throws Exception {
        write("store/addons/coins/submission.json", "{}");
        write("elsewhere/addon.json", "{\"productId\": \"secret\", \"productType\": \"Durable\"}");
        SymbolicLink.create(project.resolve("store/addons/gems"), project.resolve("elsewhere"));
        assertThat(problem()).contains("gems", "leads out of the folder").doesNotContain("secret");
    }

    @Test
    void anAddonFileThatIsALinkOutIsNotRead() throws Exception {
        write("store/addons/coins/submission.json", "{}");
        write("store/addons/gems/submission.json", "{}");
        Path secret = write("secret.json", "{\"password\": 1}");
        SymbolicLink.create(project.resolve("store/addons/gems/addon.json"), secret);
        assertThat(problem()).contains("gems", "leads out of the folder").doesNotContain("password");
    }

    @Test
    void aLinkWithinTheStoreFolderIsAnAddon() throws Exception {
        write("store/shared/submission.json", "{}");
        Files.createDirectories(project.resolve("store/addons"));
        SymbolicLink.create(project.resolve("store/addons/coins"), project.resolve("store/shared"));
        assertThat(problem()).isEmpty();
    }

    @Test
    void aLinkThatLeadsNowhereIsTold() throws Exception {
        write("store/addons/coins/submission.json", "{}");
        SymbolicLink.create(project.resolve("store/addons/gems"), project.resolve("gone"));
        assertThat(problem()).contains("gems is a link that leads nowhere");
    }

    @Test
    void anAddonFileThatLeadsNowhereIsTold() throws Exception {
        write("store/addons/coins/submission.json", "{}");
        SymbolicLink.create(project.resolve("store/addons/coins/addon.json"), project.resolve("store/gone"));
        ConfigurationProblems problems = new ConfigurationProblems();
        found(problems);
        assertThat(String.join("\n", problems.lines())).contains("coins", "a link that leads nowhere");
    }

    @Test
    void aFolderThatGitHasCheckedOutAsAFileIsTold() throws Exception {
        write("store/addons/coins/submission.json", "{}");
        write("store/addons/gems", "coins");
        write("store/addons/README.txt", "One folder for each add-on.");
        assertThat(problem()).contains("gems contains only the path coins: Git has checked out a link as a file");
    }
}
