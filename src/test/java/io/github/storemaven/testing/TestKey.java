package io.github.storemaven.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A key and its certificate in every form. The JDK's keytool made them for tests only, valid for a hundred years. */
public final class TestKey {
    public static final String PASSPHRASE = "Pass-phrase 7";

    private static final TestKey RSA = new TestKey("rsa.p12");

    private final byte[] pkcs12;
    private final PrivateKey key;
    private final X509Certificate certificate;

    private TestKey(String name) {
        try {
            this.pkcs12 = resource(name);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pkcs12), PASSPHRASE.toCharArray());
            this.key = (PrivateKey) store.getKey("test", PASSPHRASE.toCharArray());
            this.certificate = (X509Certificate) store.getCertificate("test");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException(problem);
        }
    }

    public static TestKey rsa() {
        return RSA;
    }

    /** A key of the same kind that is another one. */
    public static TestKey otherRsa() {
        return new TestKey("other-rsa.p12");
    }

    /** A key of a kind that Entra does not take. */
    public static TestKey ellipticCurve() {
        return new TestKey("elliptic-curve.p12");
    }

    public byte[] pkcs12() {
        return pkcs12.clone();
    }

    public PrivateKey key() {
        return key;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public String certificatePem() throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    public String pkcs8Pem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** PKCS#1 is what PKCS#8 wraps: it begins after 26 bytes for a key of 2048 bits. */
    public String pkcs1Pem() {
        byte[] whole = key.getEncoded();
        return pem("RSA PRIVATE KEY", java.util.Arrays.copyOfRange(whole, 26, whole.length));
    }

    /** A file with key and certificate that OpenSSL 3 made from one key for tests only. */
    public static String openSsl(String name) throws IOException {
        return new String(resource(name), StandardCharsets.US_ASCII);
    }

    public static String pem(String label, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = TestKey.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
