package io.github.storemaven.credential;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;

/** A key whose certificate is registered with the Entra application; it signs an assertion for each token request. */
public final class ClientCertificate implements ClientCredential {
    private final String tenantId;
    private final String clientId;
    private final KeyFile file;
    private final KeyAndCertificate key;

    private ClientCertificate(String tenantId, String clientId, KeyFile file, KeyAndCertificate key) {
        this.tenantId = tenantId;
        this.clientId = clientId;
        this.file = file;
        this.key = key;
    }

    /**
     * Reads the key.
     *
     * @param path a PKCS#12 file, or a PEM file with key and certificate
     * @param passphrase may be null where none is needed
     * @throws CredentialException when the file is not there, does not open, or does not hold both; it names the file
     */
    public static ClientCertificate read(
            String tenantId, String clientId, String path, String passphrase, String source)
            throws CredentialException {
        KeyFile file = new KeyFile(path, passphrase, source);
        return new ClientCertificate(tenantId, clientId, file, file.read());
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public String source() {
        return file.source();
    }

    @Override
    public Map<String, String> form(URI tokenEndpoint, Instant now) throws CredentialException {
        Instant end = key.certificate().getNotAfter().toInstant();
        if (now.isAfter(end)) {
            throw problem("has expired at " + end + ". Register a new one with the application in Entra.", null);
        }
        try {
            return ClientAssertion.form(new ClientAssertion(key, clientId).sign(tokenEndpoint, now));
        } catch (GeneralSecurityException problem) {
            throw problem("has a key that cannot sign. Make an RSA key of 2048 bits or more.", problem);
        }
    }

    private CredentialException problem(String what, Exception cause) {
        return new CredentialException("The certificate in " + file + " (" + source() + ") " + what, cause);
    }

    @Override
    public String toString() {
        return "certificate " + file + " of " + clientId + " (" + source() + ")";
    }
}
