package io.github.storemaven.credential;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The content of a PKCS#12 file (.p12, .pfx); its problems are the ends of a sentence that begins with the file. */
final class Pkcs12File {
    private final byte[] content;

    Pkcs12File(byte[] content) {
        this.content = content.clone();
    }

    /** Its first key, with its certificate. */
    KeyAndCertificate read(String passphrase) throws CredentialException {
        char[] password = passphrase == null ? new char[0] : passphrase.toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    return KeyAndCertificate.matched(key, certificates(store, alias));
                }
            }
        } catch (UnrecoverableKeyException problem) {
            throw notOpened(passphrase, problem);
        } catch (IOException problem) {
            throw problem.getCause() instanceof UnrecoverableKeyException
                    ? notOpened(passphrase, problem)
                    : noKeyFile(problem);
        } catch (GeneralSecurityException problem) {
            throw noKeyFile(problem);
        }
        throw new CredentialException("contains no private key. Export the certificate together with its key.");
    }

    private static List<X509Certificate> certificates(KeyStore store, String alias) throws GeneralSecurityException {
        Certificate[] chain = store.getCertificateChain(alias);
        return Arrays.stream(chain == null ? new Certificate[0] : chain)
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static CredentialException notOpened(String passphrase, Exception cause) {
        return new CredentialException(KeyFile.passphraseProblem(passphrase), cause);
    }

    private static CredentialException noKeyFile(Exception cause) {
        return new CredentialException(
                "is neither PKCS#12 nor PEM with a key and a certificate. Correct the path or export it again.", cause);
    }
}
