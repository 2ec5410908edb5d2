package io.github.storemaven.credential;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a PEM text (RFC 7468); its problems are the ends of a sentence that begins with the file. */
final class PemFile {
    private static final String DASHES = "-----";
    private static final String BEGIN = DASHES + "BEGIN ";
    private static final String END = DASHES + "END ";
    private static final Pattern LABEL = Pattern.compile("[A-Z0-9 ]{1,64}");

    private final List<Block> blocks = new ArrayList<>();

    /** Reads from one mark to the next, so that a text of marks that have no end takes no time. */
    PemFile(String text) {
        String label = "";
        int content = 0;
        for (int at = text.indexOf(DASHES); at >= 0; at = text.indexOf(DASHES, at + DASHES.length())) {
            if (text.startsWith(BEGIN, at)) {
                label = label(text, at + BEGIN.length());
                content = at + BEGIN.length() + label.length() + DASHES.length();
            } else if (!label.isEmpty() && text.startsWith(END + label + DASHES, at) && at >= content) {
                blocks.add(new Block(label, text.substring(content, at)));
                label = "";
            }
        }
    }

    /** The label that begins here; empty where none does. */
    private static String label(String text, int from) {
        Matcher label = LABEL.matcher(text).region(from, text.length());
        return label.lookingAt() && text.startsWith(DASHES, label.end()) ? label.group() : "";
    }

    /** Its first key, with the certificate that belongs to it. */
    KeyAndCertificate read(String passphrase) throws CredentialException {
        Optional<Block> key = blocks.stream()
                .filter(block -> block.label().endsWith("PRIVATE KEY"))
                .findFirst();
        if (key.isEmpty()) {
            throw new CredentialException("contains no private key (BEGIN PRIVATE KEY). Append the key to it.");
        }
        return KeyAndCertificate.matched(new PemKey(key.get()).read(passphrase), certificates());
    }

    private List<X509Certificate> certificates() throws CredentialException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks) {
            if (block.label().equals("CERTIFICATE")) {
                certificates.add(certificate(block.bytes()));
            }
        }
        return certificates;
    }

    private static X509Certificate certificate(byte[] bytes) throws CredentialException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException problem) {
            throw new CredentialException("contains a certificate that is damaged. Export it again.", problem);
        }
    }

    /** One block; its text shows the label alone. */
    record Block(String label, String text) {
        byte[] bytes() throws CredentialException {
            try {
                return Base64.getMimeDecoder().decode(text);
            } catch (IllegalArgumentException problem) {
                throw new CredentialException("contains a " + label + " that is damaged. Export it again.", problem);
            }
        }

        @Override
        public String toString() {
            return label;
        }
    }
}
