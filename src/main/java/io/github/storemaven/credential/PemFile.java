package io.github.storemaven.credential;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The blocks of a PEM text (RFC 7468); its problems are the ends of a sentence that begins with the file. */
final class PemFile {
    private static final Pattern BLOCK = Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----");

    private final List<Block> blocks;

    PemFile(String text) {
        this.blocks = BLOCK.matcher(text)
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }

    /** Its first key, with the certificate that belongs to it. */
    KeyAndCertificate read(String passphrase) throws CredentialProblem {
        Optional<Block> key = blocks.stream()
                .filter(block -> block.label().endsWith("PRIVATE KEY"))
                .findFirst();
        if (key.isEmpty()) {
            throw new CredentialProblem("holds no private key (BEGIN PRIVATE KEY). Append the key to it.");
        }
        return KeyAndCertificate.matched(new PemKey(key.get()).read(passphrase), certificates());
    }

    private List<X509Certificate> certificates() throws CredentialProblem {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks) {
            if (block.label().equals("CERTIFICATE")) {
                certificates.add(certificate(block.bytes()));
            }
        }
        return certificates;
    }

    private static X509Certificate certificate(byte[] bytes) throws CredentialProblem {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException problem) {
            throw new CredentialProblem("holds a certificate that is damaged. Export it anew.", problem);
        }
    }

    /** One block; its text shows the label alone. */
    record Block(String label, String text) {
        byte[] bytes() throws CredentialProblem {
            try {
                return Base64.getMimeDecoder().decode(text);
            } catch (IllegalArgumentException problem) {
                throw new CredentialProblem("holds a " + label + " that is damaged. Export it anew.", problem);
            }
        }

        @Override
        public String toString() {
            return label;
        }
    }
}
