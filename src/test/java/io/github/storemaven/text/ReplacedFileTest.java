package io.github.storemaven.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.testing.AbstractReplacedFileTest;
import io.github.storemaven.testing.HeldFile;
import io.github.storemaven.testing.SymbolicLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file that somebody holds open for a moment, or for long. */
class ReplacedFileTest extends AbstractReplacedFileTest {
    ReplacedFileTest() {
        super("close it there and run the same command again");
    }

    @Override
    protected void attempt(Move move, Path target, Runnable pause) throws IOException {
        ReplacedFile.attempt(move::run, target, pause::run);
    }

    @Override
    protected void move(Path from, Path target) throws IOException {
        ReplacedFile.move(from, target);
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "elsewhere an open file is replaced")
    void aFileThatIsOpenElsewhereStaysUntilItIsClosed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "old");
        try (HeldFile held = HeldFile.undeletable(file)) {
            assertThatThrownBy(() -> ReplacedFile.write(file, "new"))
                    .as(held.name())
                    .hasMessageContaining(
                            "plan.json cannot be replaced: it is write-protected or open in another program");
        }
        assertThat(file).hasContent("old");
        ReplacedFile.write(file, "new");
        assertThat(file).hasContent("new");
        try (var content = Files.list(folder)) {
            assertThat(content).containsExactly(file);
        }
    }

    @Test
    void aLinkIsReplacedAndNotFollowed(@TempDir Path folder) throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "theirs");
        Path file = folder.resolve("plan.json");
        SymbolicLink.create(file, elsewhere);
        ReplacedFile.write(file, "ours");
        assertThat(elsewhere).hasContent("theirs");
        assertThat(file).hasContent("ours").isRegularFile();
        try (var content = Files.list(folder)) {
            assertThat(content).containsExactlyInAnyOrder(elsewhere, file);
        }
    }

    @Test
    void aLinkInItsPlaceIsReplacedAndWhatItLeadsToStays(@TempDir Path folder) throws IOException {
        Path own = Files.writeString(folder.resolve("of-the-user"), "mine");
        Path link = folder.resolve("plan.md");
        SymbolicLink.create(link, own);
        ReplacedFile.write(link, "plan");
        assertThat(own).hasContent("mine");
        assertThat(link).hasContent("plan");
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }
}
