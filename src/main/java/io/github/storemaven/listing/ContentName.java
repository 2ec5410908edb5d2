package io.github.storemaven.listing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names in the upload that carry a digest of the file's content, so that the Store's document tells what is there. */
final class ContentName {
    /** Half of a SHA-256, in hexadecimal digits: short enough for the limits on names, beyond chance. */
    private static final int DIGITS = 32;

    private static final int BUFFER = 64 * 1024;

    private ContentName() {}

    /**
     * For example {@code images/0123...cdef.png}, with a forward slash on every system. A file beyond the limit is never
     * sent, so it is not read: its name carries a digest of its path.
     *
     * @param largest in bytes, what the rules let pass
     */
    static String of(Path file, String folder, String extension, long largest) throws IOException {
        byte[] digest = Files.size(file) > largest
                ? sha256().digest(file.toString().getBytes(StandardCharsets.UTF_8))
                : digest(file);
        return folder + "/" + HexFormat.of().formatHex(digest).substring(0, DIGITS) + extension;
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

    private static byte[] digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = Files.newInputStream(file)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
