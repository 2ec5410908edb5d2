package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.SymbolicLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFilesTest {
    @Test
    void neitherAPathNorALinkLeadsOutOfTheFolder(@TempDir Path root) throws Exception {
        Path folder = Files.createDirectories(root.resolve("store"));
        Files.writeString(root.resolve("secret.png"), "secret");
        Path own = Files.writeString(folder.resolve("own.png"), "own");
        SymbolicLink.create(folder.resolve("out.png"), root.resolve("secret.png"));
        SymbolicLink.create(folder.resolve("in.png"), own);
        UploadFiles files = new UploadFiles(Map.of(), Map.of(), Optional.of(folder), Optional.empty());

        assertThat(files.find("own.png")).contains(own);
        assertThat(files.find("in.png")).isPresent();
        assertThat(files.find("out.png")).isEmpty();
        assertThat(files.find("../secret.png")).isEmpty();
    }
}
