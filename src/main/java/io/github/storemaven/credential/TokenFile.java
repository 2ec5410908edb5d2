package io.github.storemaven.credential;

import io.github.storemaven.text.Utf16;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A token in a file, which the platform replaces from time to time. */
record TokenFile(String path, String source) implements IdentityToken {
    private static final long LARGEST = 64 * 1024;

    @Override
    public String read() throws CredentialException {
        try {
            Path file = Path.of(path);
            byte[] content = Files.size(file) > LARGEST ? new byte[0] : Files.readAllBytes(file);
            if (Utf16.is(content)) {
                throw new CredentialException(start() + "is " + Utf16.HINT + ".");
            }
            String token = new String(content, StandardCharsets.ISO_8859_1).strip();
            if (!token.matches("[!-~]+")) {
                throw problem("holds no token", null);
            }
            return token;
        } catch (IOException | InvalidPathException problem) {
            throw problem("cannot be read (" + problem.getClass().getSimpleName() + ")", problem);
        }
    }

    private CredentialException problem(String what, Exception cause) {
        return new CredentialException(
                start() + what + ". Point the variable to the file that your platform writes.", cause);
    }

    private String start() {
        return "The token file " + path + " (" + source + ") ";
    }
}
