package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of key that is read, and what is said of the others. Issue "Every task", point 6 and bad input. */
class KeyFileTest {
    private static final TestKey KEY = TestKey.rsa();

    @TempDir
    private Path directory;

    @Test
    void readsPkcs12() throws Exception {
        assertIsTheKey(read(KEY.pkcs12(), TestKey.PASSPHRASE));
    }

    @Test
    void readsPemInEitherOrderAndWithWindowsLines() throws Exception {
        assertIsTheKey(read(KEY.pkcs8Pem() + KEY.certificatePem(), null));
        assertIsTheKey(read("Bag Attributes\n" + KEY.certificatePem() + KEY.pkcs8Pem(), null));
        assertIsTheKey(read((KEY.pkcs8Pem() + KEY.certificatePem()).replace("\n", "\r\n"), null));
    }

    @Test
    void readsTheOlderRsaForm() throws Exception {
        assertIsTheKey(read(KEY.pkcs1Pem() + KEY.certificatePem(), null));
    }

    /** Made by OpenSSL 3 from one key for tests alone: its default, an older one, and the oldest that is still met. */
    @ParameterizedTest
    @ValueSource(strings = {"pbes2.pem", "pbes2-sha1.pem", "pbes1.pem"})
    void readsEncryptedPemOfOpenSsl(String name) throws Exception {
        KeyAndCertificate read = read(resource(name), TestKey.PASSPHRASE);

        assertThat(read).hasToString("CN=test only");
        assertThat(read.key().getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void findsTheCertificateOfTheKeyInAChain() throws Exception {
        TestKey other = TestKey.made("RSA");

        assertIsTheKey(read(KEY.pkcs8Pem() + other.certificatePem() + KEY.certificatePem(), null));
        assertProblem(KEY.pkcs8Pem() + other.certificatePem(), null, "do not belong together");
    }

    @Test
    void aFileThatIsNotThere() {
        assertThatThrownBy(() -> new KeyFile("no/such.pfx", null, Samples.SOURCE).read())
                .isInstanceOf(CredentialProblem.class)
                .hasMessageStartingWith("The key file no/such.pfx (" + Samples.SOURCE + ") is not there.");
    }

    @Test
    void aDirectoryOrAnImpossiblePath() {
        assertThatThrownBy(() -> new KeyFile(directory.toString(), null, Samples.SOURCE).read())
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> new KeyFile("a\0b", null, Samples.SOURCE).read())
                .isInstanceOf(CredentialProblem.class)
                .hasMessageContaining("is no path");
    }

    @Test
    void aWrongPassphrase() throws Exception {
        assertProblem(KEY.pkcs12(), "other", "does not open with its passphrase. Correct <passphrase>");
        assertProblem(resource("pbes2.pem"), "other", "does not open with its passphrase. Correct <passphrase>");
    }

    @Test
    void noPassphraseWhereOneIsNeeded() throws Exception {
        assertProblem(KEY.pkcs12(), null, "no passphrase is given. Set <passphrase>");
        assertProblem(resource("pbes2.pem"), null, "AZURE_CLIENT_CERTIFICATE_PASSWORD");
    }

    @Test
    void aPassphraseThatJavaDoesNotTake() throws Exception {
        assertProblem(resource("pbes2.pem"), "Schlüssel", "characters beyond ASCII");
    }

    @Test
    void noKeyOrNoCertificate() throws Exception {
        assertProblem(KEY.certificatePem(), null, "holds no private key");
        assertProblem(KEY.pkcs8Pem(), null, "no certificate. Append");
        assertProblem("hello", null, "neither PKCS#12 nor PEM");
        assertProblem("", null, "neither PKCS#12 nor PEM");
    }

    @Test
    void damagedParts() throws Exception {
        String broken = KEY.certificatePem().replaceFirst("MII", "AAA");
        assertProblem(KEY.pkcs8Pem() + broken, null, "certificate that is damaged");
        assertProblem(TestKey.pem("PRIVATE KEY", new byte[] {1, 2, 3}), null, "damaged or no RSA key");
        assertProblem("-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----", null, "damaged");
        assertProblem("-----BEGIN PRIVATE KEY-----\nAAAA", null, "holds no private key");
    }

    @Test
    void aKeyThatEntraDoesNotTake() throws Exception {
        byte[] curve = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();

        assertProblem(TestKey.pem("PRIVATE KEY", curve) + KEY.certificatePem(), null, "Entra takes RSA keys");
        assertProblem(TestKey.pem("EC PRIVATE KEY", curve) + KEY.certificatePem(), null, "Entra takes RSA keys");
        assertProblem(TestKey.made("EC").pkcs12(), TestKey.PASSPHRASE, "kind EC; Entra takes RSA keys");
    }

    @Test
    void encryptionsThatJavaDoesNotRead() throws Exception {
        assertProblem(resource("scrypt.pem"), TestKey.PASSPHRASE, "in a way that Java does not read. Convert it");
        String old = KEY.pkcs1Pem().replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n");

        assertProblem(old + KEY.certificatePem(), "pw", "openssl pkcs8 -topk8");
    }

    private static byte[] resource(String name) throws Exception {
        try (InputStream in = KeyFileTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static void assertIsTheKey(KeyAndCertificate read) {
        assertThat(read.key().getEncoded()).isEqualTo(KEY.key().getEncoded());
        assertThat(read.certificate()).isEqualTo(KEY.certificate());
    }

    private void assertProblem(String content, String passphrase, String part) throws Exception {
        assertProblem(content.getBytes(StandardCharsets.US_ASCII), passphrase, part);
    }

    private void assertProblem(byte[] content, String passphrase, String part) {
        assertThatThrownBy(() -> read(content, passphrase))
                .isInstanceOf(CredentialProblem.class)
                .hasMessageContaining(directory.resolve("key-file").toString())
                .hasMessageContaining(Samples.SOURCE)
                .hasMessageContaining(part);
    }

    private KeyAndCertificate read(String content, String passphrase) throws Exception {
        return read(content.getBytes(StandardCharsets.US_ASCII), passphrase);
    }

    private KeyAndCertificate read(byte[] content, String passphrase) throws Exception {
        Path file = Files.write(directory.resolve("key-file"), content);
        return new KeyFile(file.toString(), passphrase, Samples.SOURCE).read();
    }
}
