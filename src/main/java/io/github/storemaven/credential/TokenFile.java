package io.github.storemaven.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A token in a file, which the platform replaces from time to time. */
record TokenFile(String path, String source) implements IdentityToken {
    private static final long LARGEST = 64 * 1024;

    @Override
    public String read() throws CredentialProblem {
        try {
            Path file = Path.of(path);
            String token = Files.size(file) > LARGEST ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
            if (!token.strip().matches("[!-~]+")) {
                throw problem("holds no token", null);
            }
            return token.strip();
        } catch (IOException | InvalidPathException problem) {
            throw problem("cannot be read (" + problem.getClass().getSimpleName() + ")", problem);
        }
    }

    private CredentialProblem problem(String what, Exception cause) {
        return new CredentialProblem(
                "The token file " + path + " (" + source + ") " + what
                        + ". Point the variable to the file that your platform writes.",
                cause);
    }
}
