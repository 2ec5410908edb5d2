package io.github.storemaven.credential;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A key and its certificate in every form, made by the JDK's keytool once for all tests. */
final class TestKey {
    static final String PASSPHRASE = "Pass-phrase 7";

    private static final TestKey RSA = new TestKey("RSA");

    private final byte[] pkcs12;
    private final PrivateKey key;
    private final X509Certificate certificate;

    private TestKey(String algorithm) {
        try {
            this.pkcs12 = keytool(algorithm);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pkcs12), PASSPHRASE.toCharArray());
            this.key = (PrivateKey) store.getKey("test", PASSPHRASE.toCharArray());
            this.certificate = (X509Certificate) store.getCertificate("test");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (GeneralSecurityException | InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    static TestKey rsa() {
        return RSA;
    }

    static TestKey made(String algorithm) {
        return new TestKey(algorithm);
    }

    byte[] pkcs12() {
        return pkcs12.clone();
    }

    PrivateKey key() {
        return key;
    }

    X509Certificate certificate() {
        return certificate;
    }

    String certificatePem() throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    String pkcs8Pem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** PKCS#1 is what PKCS#8 wraps: it begins after 26 bytes for a key of 2048 bits. */
    String pkcs1Pem() {
        byte[] whole = key.getEncoded();
        return pem("RSA PRIVATE KEY", java.util.Arrays.copyOfRange(whole, 26, whole.length));
    }

    /** A file with key and certificate that OpenSSL 3 made from one key for tests alone. */
    static String openSsl(String name) throws IOException {
        try (InputStream in = TestKey.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    static String pem(String label, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    private static byte[] keytool(String algorithm) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("test-key");
        Path file = directory.resolve("key.p12");
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = List.of(
                tool.toString(),
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=test",
                "-startdate",
                "2026/01/01 00:00:00",
                "-validity",
                "365",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSPHRASE,
                "-keystore",
                file.toString());
        Path log = directory.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("keytool failed: " + Files.readString(log));
        }
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        Files.delete(log);
        Files.delete(directory);
        return content;
    }
}
