package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.testing.TestKey;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of key in PEM, and what is said of those that are damaged or not taken. */
class PemFileTest {
    private static final TestKey KEY = TestKey.rsa();

    @Test
    void readsTheOlderRsaForm() throws Exception {
        assertIsTheKey(read(KEY.pkcs1Pem() + KEY.certificatePem(), null));
    }

    /** Made by OpenSSL 3 from one key for tests alone: its default, an older one, and the oldest that is still met. */
    @ParameterizedTest
    @ValueSource(strings = {"pbes2.pem", "pbes2-sha1.pem", "pbes1.pem"})
    void readsEncryptedPemOfOpenSsl(String name) throws Exception {
        KeyAndCertificate read = read(TestKey.openSsl(name), TestKey.PASSPHRASE);

        assertThat(read).hasToString("CN=test only");
        assertThat(read.key().getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void aKeyThatEntraDoesNotTake() throws Exception {
        byte[] curve = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();

        assertProblem(TestKey.pem("PRIVATE KEY", curve) + KEY.certificatePem(), null, "Entra takes RSA keys");
        assertProblem(TestKey.pem("EC PRIVATE KEY", curve) + KEY.certificatePem(), null, "Entra takes RSA keys");
    }

    @Test
    void encryptionsThatJavaDoesNotRead() throws Exception {
        assertProblem(
                TestKey.openSsl("scrypt.pem"), TestKey.PASSPHRASE, "in a way that Java does not read. Convert it");
        String old = KEY.pkcs1Pem().replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n");

        assertProblem(old + KEY.certificatePem(), "pw", "openssl pkcs8 -topk8");
    }

    @Test
    void damagedParts() throws Exception {
        String broken = KEY.certificatePem().replaceFirst("MII", "AAA");
        assertProblem(KEY.pkcs8Pem() + broken, null, "certificate that is damaged");
        assertProblem(TestKey.pem("PRIVATE KEY", new byte[] {1, 2, 3}), null, "damaged or not an RSA key");
        assertProblem("-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----", null, "damaged");
        assertProblem("-----BEGIN PRIVATE KEY-----\nAAAA", null, "contains no private key");
    }

    @Test
    void findsTheCertificateOfTheKeyInAChain() throws Exception {
        TestKey other = TestKey.otherRsa();

        assertIsTheKey(read(KEY.pkcs8Pem() + other.certificatePem() + KEY.certificatePem(), null));
        assertProblem(KEY.pkcs8Pem() + other.certificatePem(), null, "do not belong together");
    }

    private static void assertIsTheKey(KeyAndCertificate read) {
        assertThat(read.key().getEncoded()).isEqualTo(KEY.key().getEncoded());
        assertThat(read.certificate()).isEqualTo(KEY.certificate());
    }

    private static void assertProblem(String content, String passphrase, String part) {
        assertThatThrownBy(() -> read(content, passphrase))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining(part);
    }

    private static KeyAndCertificate read(String content, String passphrase) throws CredentialException {
        return new PemFile(content).read(passphrase);
    }
}
