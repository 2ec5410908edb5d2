package io.github.storemaven.credential;

import io.github.storemaven.text.Utf16;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file with a key and its certificate: PKCS#12, or PEM. Which one it is, its content says.
 *
 * @param path as the user wrote it
 * @param passphrase may be null
 * @param source where path and passphrase were found, for messages
 */
record KeyFile(String path, String passphrase, String source) {
    private static final String PLACES =
            " <passphrase> of the server in settings.xml, or AZURE_CLIENT_CERTIFICATE_PASSWORD.";
    private static final long LARGEST = 1024 * 1024;

    /** Reads the file; every problem names it and says what to do. */
    KeyAndCertificate read() throws CredentialException {
        try {
            byte[] content = content();
            if (Utf16.is(content)) {
                throw new CredentialException("is " + Utf16.HINT + ".");
            }
            String text = new String(content, StandardCharsets.ISO_8859_1);
            return text.contains("-----BEGIN ")
                    ? new PemFile(text).read(passphrase)
                    : new Pkcs12File(content).read(passphrase);
        } catch (CredentialException problem) {
            throw new CredentialException(
                    "The key file " + path + " (" + source + ") " + problem.getMessage() + passphraseHint(), problem);
        }
    }

    private byte[] content() throws CredentialException {
        try {
            Path file = Path.of(path);
            if (!Files.isRegularFile(file)) {
                throw new CredentialException("does not exist. Correct the path; a relative one starts at "
                        + Path.of("").toAbsolutePath() + ".");
            }
            if (Files.size(file) > LARGEST) {
                throw new CredentialException("is larger than 1 MiB, so it is not a key file. Correct the path.");
            }
            return Files.readAllBytes(file);
        } catch (InvalidPathException problem) {
            throw new CredentialException("is not a path of this system. Correct it.", problem);
        } catch (AccessDeniedException problem) {
            throw new CredentialException("may not be read by this user. Change its permissions.", problem);
        } catch (IOException problem) {
            throw new CredentialException("cannot be read: " + problem.getMessage() + ".", problem);
        }
    }

    /** What is said when a key does not open: the end of a sentence that begins with the file. */
    static String passphraseProblem(String passphrase) {
        return passphrase == null
                ? "is encrypted and no passphrase is given. Set" + PLACES
                : "does not open with its passphrase. Correct" + PLACES;
    }

    /** The JDK's password based ciphers take printable ASCII alone. */
    private String passphraseHint() {
        return passphrase == null || passphrase.matches("[ -~]*")
                ? ""
                : " Its passphrase has characters beyond ASCII, which Java does not take: choose another one.";
    }

    @Override
    public String toString() {
        return path;
    }
}
