package io.github.storemaven.msix;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The 13 characters that stand for a publisher in a package family name: listing rules, section 6.2. */
final class PublisherHash {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 13;
    private static final int BITS = 5;

    private PublisherHash() {}

    /** Of the publisher's distinguished name, byte for byte as the manifest writes it. */
    static String of(String publisher) {
        long first = ByteBuffer.wrap(sha256(publisher.getBytes(StandardCharsets.UTF_16LE)))
                .getLong();
        StringBuilder hash = new StringBuilder(LENGTH);
        for (int group = 1; group < LENGTH; group++) {
            hash.append(ALPHABET.charAt((int) (first >>> (Long.SIZE - group * BITS)) & 31));
        }
        // The last group has the last four bits and a zero.
        return hash.append(ALPHABET.charAt((int) (first << 1) & 31)).toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
