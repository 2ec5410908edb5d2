package io.github.storemaven.credential;

/** What is said when a key does not open. */
final class Passphrase {
    private static final String PLACES =
            " <passphrase> of the server in settings.xml, or AZURE_CLIENT_CERTIFICATE_PASSWORD.";

    private Passphrase() {}

    /** The end of a sentence that begins with the file. */
    static String problem(String passphrase) {
        return passphrase == null
                ? "is encrypted and no passphrase is given. Set" + PLACES
                : "does not open with its passphrase. Correct" + PLACES;
    }
}
