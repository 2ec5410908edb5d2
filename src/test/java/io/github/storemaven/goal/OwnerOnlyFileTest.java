package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token's file. Issue "Every task", point 1. */
class OwnerOnlyFileTest {
    @TempDir
    Path folder;

    @Test
    void itsOwnerAloneCanReadIt() throws Exception {
        Path file = folder.resolve("made/on/the/way/token");
        OwnerOnlyFile.write(file, "a token");

        assertThat(file).hasContent("a token");
        assertOwnersAlone(file);
    }

    @Test
    void aFileThatOthersCouldReadIsReplacedAndNotFilled() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "old");
        Path open = Files.createLink(folder.resolve("link"), file);
        OwnerOnlyFile.write(file, "a token");

        assertThat(file).hasContent("a token");
        assertThat(open).hasContent("old");
        assertOwnersAlone(file);
    }

    @Test
    void nothingIsLeftWhereItCannotBeWritten() throws Exception {
        Path taken = Files.createDirectories(folder.resolve("token/full"));

        assertThatThrownBy(() -> OwnerOnlyFile.write(taken.getParent(), "a token"))
                .isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(taken.getParent());
        }
    }

    private static void assertOwnersAlone(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        } else {
            AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
            List<AclEntry> entries = view.getAcl();
            assertThat(entries).extracting(AclEntry::principal).containsOnly(view.getOwner());
        }
    }
}
