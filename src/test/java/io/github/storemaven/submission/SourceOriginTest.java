package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file and line sets a path of the document. */
class SourceOriginTest {
    @TempDir
    private Path folder;

    @Test
    void anItemOfAListIsInALineThatIsNotBlank() throws Exception {
        Path file = Files.writeString(folder.resolve("keywords.txt"), "tide\n \ntable\r\nharbour\n");
        SourceOrigin origin = new SourceOrigin(
                new FolderListing(
                        false, document -> document, Map.of(), pointer -> Optional.of(file), Optional.empty()),
                Optional.empty());

        String list = "/listings/en-us/baseListing/keywords";
        assertThat(origin.where(list + "/0")).isEqualTo(file + ", line 1");
        assertThat(origin.where(list + "/2")).isEqualTo(file + ", line 4");
        assertThat(origin.where(list + "/3")).isEqualTo(file.toString());
        assertThat(origin.where(list)).isEqualTo(file.toString());
        Files.delete(file);
        assertThat(origin.where(list + "/0")).isEqualTo(file.toString());
    }
}
