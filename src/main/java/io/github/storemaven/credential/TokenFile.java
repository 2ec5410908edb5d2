package io.github.storemaven.credential;

import io.github.storemaven.text.Utf16;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A token in a file, which the platform replaces from time to time. */
record TokenFile(String path, String source) implements FederatedToken.IdentityToken {
    private static final int LARGEST = 64 * 1024;

    @Override
    public String read() throws CredentialException {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            // A pipe or a device does not say how long it is.
            byte[] content = in.readNBytes(LARGEST + 1);
            if (Utf16.is(content)) {
                throw new CredentialException(start() + "is " + Utf16.HINT + ".");
            }
            String token = new String(content, StandardCharsets.ISO_8859_1).strip();
            if (content.length > LARGEST || !token.matches("[!-~]+")) {
                throw problem("contains no token", null);
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
