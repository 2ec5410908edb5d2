package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.testing.TestKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void aFileThatIsNotThere() {
        assertThatThrownBy(() -> new KeyFile("no/such.pfx", null, Samples.SOURCE).read())
                .isInstanceOf(CredentialException.class)
                .hasMessageStartingWith("The key file no/such.pfx (" + Samples.SOURCE + ") does not exist.");
    }

    @Test
    void aKeyInUtf16IsCalledThat() throws Exception {
        Path file = Files.write(
                directory.resolve("key.pem"),
                (KEY.pkcs8Pem() + KEY.certificatePem()).getBytes(StandardCharsets.UTF_16LE));

        assertThatThrownBy(() -> new KeyFile(file.toString(), null, Samples.SOURCE).read())
                .hasMessageContaining("is UTF-16, as Windows PowerShell's > writes it; save the file as UTF-8.");
    }

    @Test
    void aDirectoryOrAnImpossiblePath() {
        assertThatThrownBy(() -> new KeyFile(directory.toString(), null, Samples.SOURCE).read())
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> new KeyFile("a\0b", null, Samples.SOURCE).read())
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("is not a path");
    }

    @Test
    void aWrongPassphrase() throws Exception {
        assertProblem(KEY.pkcs12(), "other", "does not open with its passphrase. Correct <passphrase>");
        assertProblem(TestKey.openSsl("pbes2.pem"), "other", "does not open with its passphrase. Correct <passphrase>");
    }

    @Test
    void noPassphraseWhereOneIsNeeded() throws Exception {
        assertProblem(KEY.pkcs12(), null, "no passphrase is given. Set <passphrase>");
        assertProblem(TestKey.openSsl("pbes2.pem"), null, "AZURE_CLIENT_CERTIFICATE_PASSWORD");
    }

    @Test
    void aPassphraseThatJavaDoesNotTake() throws Exception {
        assertProblem(TestKey.openSsl("pbes2.pem"), "Schlüssel", "characters beyond ASCII");
    }

    @Test
    void noKeyOrNoCertificate() throws Exception {
        assertProblem(KEY.certificatePem(), null, "contains no private key");
        assertProblem(KEY.pkcs8Pem(), null, "no certificate. Append");
        assertProblem("hello", null, "neither PKCS#12 nor PEM");
        assertProblem("", null, "neither PKCS#12 nor PEM");
    }

    @Test
    void aKindOfKeyThatEntraDoesNotTake() {
        assertProblem(TestKey.ellipticCurve().pkcs12(), TestKey.PASSPHRASE, "kind EC; Entra takes RSA keys");
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
                .isInstanceOf(CredentialException.class)
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
