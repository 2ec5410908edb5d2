package io.github.storemaven.credential;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Collection;

/** An RSA key and the certificate of its public part; its text shows the certificate's name alone. */
record KeyAndCertificate(PrivateKey key, X509Certificate certificate) {

    /** The key with its own certificate out of several. */
    static KeyAndCertificate matched(PrivateKey key, Collection<X509Certificate> certificates)
            throws CredentialException {
        if (!(key instanceof RSAKey rsa)) {
            throw new CredentialException("has a key of the kind " + key.getAlgorithm()
                    + "; Entra takes RSA keys. Make an RSA key of 2048 bits or more and register its certificate.");
        }
        if (certificates.isEmpty()) {
            throw new CredentialException(
                    "contains a key and no certificate. Append the certificate (BEGIN CERTIFICATE) to"
                            + " it, since Entra knows a key by its certificate.");
        }
        return certificates.stream()
                .filter(certificate -> certificate.getPublicKey() instanceof RSAKey known
                        && known.getModulus().equals(rsa.getModulus()))
                .findFirst()
                .map(certificate -> new KeyAndCertificate(key, certificate))
                .orElseThrow(
                        () -> new CredentialException("contains a key and a certificate that do not belong together."
                                + " Put the certificate there that was made for this key."));
    }

    @Override
    public String toString() {
        return certificate.getSubjectX500Principal().getName();
    }
}
