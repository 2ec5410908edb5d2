package io.github.storemaven.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.WindowsDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that differ only in case, told on every system. */
class EntryCaseTest {
    @Test
    void linuxFindsWhatIsThereInstead(@TempDir Path project) throws Exception {
        Files.createDirectories(project.resolve("src/Store/addons/coins"));
        assertThat(EntryCase.differing(project, project.resolve("src/store"))).contains(project.resolve("src/Store"));
        assertThat(EntryCase.differing(project, project.resolve("src/Store"))).isEmpty();
        assertThat(EntryCase.differing(project, project.resolve("src/Store/addons/Coins")))
                .contains(project.resolve("src/Store/addons/coins"));
        assertThat(EntryCase.differing(project, project.resolve("src/texts"))).isEmpty();
        assertThat(EntryCase.differing(project, project.resolve("other/store"))).isEmpty();
        assertThat(EntryCase.differing(project, project.getParent().resolve("SRC")))
                .isEmpty();
    }

    @Test
    void windowsFindsTheSame() throws Exception {
        try (WindowsDisk disk = new WindowsDisk()) {
            Path project = disk.path("C:\\work\\tide");
            disk.file("C:\\work\\tide\\src\\Store\\addons\\coins\\submission.json", "{}");
            assertThat(EntryCase.differing(project, project.resolve("src\\store")))
                    .map(Path::toString)
                    .contains("C:\\work\\tide\\src\\Store");
            assertThat(EntryCase.differing(project, project.resolve("src\\Store")))
                    .isEmpty();
            assertThat(EntryCase.differing(project, project.resolve("src\\Store\\addons\\Coins")))
                    .map(Path::toString)
                    .contains("C:\\work\\tide\\src\\Store\\addons\\coins");
        }
    }

    @Test
    void theSubmissionFileOfAnotherCaseIsToldOnWindowsToo() throws Exception {
        try (WindowsDisk disk = new WindowsDisk()) {
            disk.file("C:\\store\\Submission.json", "{}");
            assertThat(new StoreFolderFixture(disk.path("C:\\store")).problems())
                    .singleElement()
                    .asString()
                    .startsWith("Submission.json: does not belong here; did you mean submission.json?");
        }
    }
}
