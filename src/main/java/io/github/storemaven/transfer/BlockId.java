package io.github.storemaven.transfer;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A block's name in the storage: its index and the digest of its content, always of one length, so that a later run can
 * tell what is there already (submission-api.md, 8.6).
 *
 * @param text the name in base64
 * @param digest MD5 of the content in base64, which the storage checks each block against when it is sent as Content-MD5
 */
record BlockId(String text, String digest) {
    /** The name of a block with the bytes from the buffer's position to its limit. */
    static BlockId of(int index, ByteBuffer content) {
        byte[] digest = md5(content.duplicate());
        byte[] name = ByteBuffer.allocate(Long.BYTES + digest.length)
                .putLong(index)
                .put(digest)
                .array();
        Base64.Encoder base64 = Base64.getEncoder();
        return new BlockId(base64.encodeToString(name), base64.encodeToString(digest));
    }

    private static byte[] md5(ByteBuffer content) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(content);
            return md5.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
