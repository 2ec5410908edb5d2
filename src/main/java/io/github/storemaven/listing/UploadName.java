package io.github.storemaven.listing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Names in the upload that carry a digest of the file's content, so that the Store's document tells what is there. */
final class UploadName {
    /** Half of a SHA-256, in hexadecimal digits: short enough for the limits on names, beyond chance. */
    private static final int DIGITS = 32;

    private static final int BUFFER = 64 * 1024;

    private UploadName() {}

    /**
     * For example {@code images/0123...cdef.png}, with a forward slash on every system; the file is opened once. One beyond
     * the limit is never sent, so it is not read whole: its name carries a digest of its path.
     *
     * @param largest in bytes, what the rules let pass
     * @param signature the bytes that a file of this kind begins with
     * @return empty where the file begins otherwise
     */
    static Optional<String> of(Path file, String folder, String extension, long largest, byte... signature)
            throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = Files.newInputStream(file)) {
            byte[] start = content.readNBytes(signature.length);
            if (!Arrays.equals(start, signature)) {
                return Optional.empty();
            }
            if (Files.size(file) > largest) {
                digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
            } else {
                digest.update(start);
                update(digest, content);
            }
        }
        return Optional.of(
                folder + "/" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS) + extension);
    }

    /** Whether a name of the Store's document means the file with one of our names, in whatever folder it is put. */
    static boolean isSame(String storeName, String ours) {
        return lastPart(storeName).equalsIgnoreCase(lastPart(ours));
    }

    /** What follows the last slash; the documentation has both kinds (submission-api, 8.2). */
    static String lastPart(String name) {
        String slashes = name.replace('\\', '/');
        return slashes.substring(slashes.lastIndexOf('/') + 1);
    }

    private static void update(MessageDigest digest, InputStream content) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            digest.update(buffer, 0, count);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
