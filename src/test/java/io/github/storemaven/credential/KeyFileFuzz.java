package io.github.storemaven.credential;

import java.nio.charset.StandardCharsets;

/** Key files: PEM and PKCS#12. */
public final class KeyFileFuzz {
    private KeyFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            new PemFile(new String(input, StandardCharsets.ISO_8859_1)).read("passphrase");
        } catch (CredentialException expected) {
            // Refused with a message.
        }
        try {
            new Pkcs12File(input).read("passphrase");
        } catch (CredentialException expected) {
            // Refused with a message.
        }
    }
}
