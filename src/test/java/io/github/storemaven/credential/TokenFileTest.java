package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A federated token in a file that its platform replaces. */
class TokenFileTest {
    @TempDir
    private Path directory;

    @Test
    void aTokenFileIsReadAtEachUse() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "first.jwt\n");
        TokenFile token = new TokenFile(file.toString(), "SOURCE");

        assertThat(token.read()).isEqualTo("first.jwt");
        Files.writeString(file, "second.jwt");
        assertThat(token.read()).isEqualTo("second.jwt");
    }

    @Test
    void aTokenFileThatIsGoneOrEmptyIsNamed() throws Exception {
        Path file = directory.resolve("token");
        TokenFile token = new TokenFile(file.toString(), "SOURCE");

        assertThatThrownBy(token::read)
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining(file + " (SOURCE) cannot be read");
        Files.writeString(file, " \n");
        assertThatThrownBy(token::read)
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("contains no token");
    }

    /** A device such as /dev/zero has no end, and says that it is empty. */
    @Test
    void aTokenFileIsNotReadBeyondItsLimit() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "x".repeat(64 * 1024));
        TokenFile token = new TokenFile(file.toString(), "SOURCE");
        assertThat(token.read()).hasSize(64 * 1024);
        Files.writeString(file, "x".repeat(64 * 1024 + 1));
        assertThatThrownBy(token::read).hasMessageContaining("contains no token");
        if (Files.exists(Path.of("/dev/zero"))) {
            assertThatThrownBy(new TokenFile("/dev/zero", "SOURCE")::read).hasMessageContaining("contains no token");
        }
    }

    @Test
    void aTokenFileInUtf16IsCalledThat() throws Exception {
        Path file = Files.write(directory.resolve("token"), "first.jwt".getBytes(StandardCharsets.UTF_16));

        assertThatThrownBy(new TokenFile(file.toString(), "SOURCE")::read)
                .hasMessage("The token file " + file
                        + " (SOURCE) is UTF-16, as Windows PowerShell's > writes it; save the file as UTF-8.");
    }
}
