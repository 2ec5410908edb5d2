package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.SymbolicLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourcesTest {
    @Test
    void neitherAPathNorALinkLeadsOutOfTheFolder(@TempDir Path root) throws Exception {
        Path folder = Files.createDirectories(root.resolve("store"));
        Files.writeString(root.resolve("secret.png"), "secret");
        Path own = Files.writeString(folder.resolve("own.png"), "own");
        SymbolicLink.create(folder.resolve("out.png"), root.resolve("secret.png"));
        SymbolicLink.create(folder.resolve("in.png"), own);
        FileSources sources = new FileSources(Map.of(), Optional.of(folder));

        assertThat(sources.find("own.png")).contains(own);
        assertThat(sources.find("in.png")).isPresent();
        assertThat(sources.find("out.png")).isEmpty();
        assertThat(sources.find("../secret.png")).isEmpty();
    }
}
