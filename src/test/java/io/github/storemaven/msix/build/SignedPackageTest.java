package io.github.storemaven.msix.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.testing.TestKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.List;
import net.jsign.AuthenticodeSigner;
import net.jsign.DigestAlgorithm;
import net.jsign.Signable;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For testers a package needs a signature; jsign makes one without Windows, with a certificate of nobody's. */
class SignedPackageTest {
    private static final TestKey KEY = TestKey.rsa();

    @TempDir
    Path folder;

    @Test
    void jsignSignsAPackageAndChangesNothingElse() throws Exception {
        MsixBuilder app = app("x64").file("a b.txt", WrittenPackage.text(1, 200_000));
        Path file = WrittenPackage.write(app, folder.resolve("a.msix"));
        byte[] before = Files.readAllBytes(file);
        sign(file);
        assertSigned(file);
        byte[] after = Files.readAllBytes(file);
        int payload = start(before, "[Content_Types].xml");
        assertThat(Arrays.copyOf(after, payload)).isEqualTo(Arrays.copyOf(before, payload));
        assertThat(WrittenPackage.read(file).manifests().get(0).blockMap())
                .hasValueSatisfying(map -> assertThat(map.notInMap()).hasToString(""));
    }

    @Test
    void jsignSignsABundle() throws Exception {
        Path x64 = WrittenPackage.write(app("x64"), folder.resolve("a-x64.msix"));
        Path arm64 = WrittenPackage.write(app("arm64"), folder.resolve("a-arm64.msix"));
        Path bundle = folder.resolve("a.msixbundle");
        BundleWriter.write(List.of(x64, arm64), bundle);
        sign(bundle);
        assertSigned(bundle);
        assertThat(WrittenPackage.read(bundle).manifests()).hasSize(2);
    }

    private static MsixBuilder app(String architecture) {
        String subject = KEY.certificate().getSubjectX500Principal().getName();
        return MsixBuilder.app().architecture(architecture).publisher(subject);
    }

    private static void sign(Path file) throws Exception {
        try (Signable signable = Signable.of(file.toFile())) {
            new AuthenticodeSigner(new Certificate[] {KEY.certificate()}, KEY.key())
                    .withTimestamping(false)
                    .sign(signable);
        }
    }

    /** The signature is that of what the file holds now. */
    private static void assertSigned(Path file) throws Exception {
        try (Signable signable = Signable.of(file.toFile())) {
            List<CMSSignedData> signatures = signable.getSignatures();
            assertThat(signatures).hasSize(1);
            CMSSignedData signed = new CMSSignedData(
                    signable.createSignedContent(DigestAlgorithm.SHA256),
                    signatures.get(0).getEncoded());
            SignerInformation signer =
                    signed.getSignerInfos().getSigners().iterator().next();
            assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(KEY.certificate())))
                    .isTrue();
        }
    }

    /** Where the local header of an entry begins. */
    private static int start(byte[] zip, String name) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.indexOf(name) - 30;
    }
}
