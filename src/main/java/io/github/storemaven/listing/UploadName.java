package io.github.storemaven.listing;

import io.github.storemaven.zip.FileContent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Names in the upload that carry a digest of the file's content, so that the Store's document tells what is there. */
final class UploadName {
    /** Half of a SHA-256, in hexadecimal digits: short enough for the limits on names, beyond chance. */
    private static final int DIGITS = 32;

    private UploadName() {}

    /**
     * For example {@code images/0123...cdef.png}, with a forward slash on every system. The name of a file that was not read
     * as a whole, being too large to be sent, carries a digest of its path.
     */
    static String of(FileContent content, String folder, String extension) {
        String digest = content.sha256().orElseGet(() -> digestOfPath(content.file()));
        return folder + "/" + digest.substring(0, DIGITS) + extension;
    }

    private static String digestOfPath(Path file) {
        return FileContent.sha256(file.toString().getBytes(StandardCharsets.UTF_8));
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
}
