package io.github.storemaven.transfer;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * A block's name in the storage: its index, its length and a digest of its content, always of one length, so that a
 * later run can tell what is there already (submission-api.md, 8.6). The digest is two checksums with nothing in common,
 * 64 bits against an accident: the processor computes them, while SHA-256 costs as much as sending on a fast line.
 *
 * @param text the name in base64
 */
record BlockId(String text) {
    /** The name of a block with the bytes from the buffer's position to its limit. */
    static BlockId of(int index, ByteBuffer content) {
        ByteBuffer name = ByteBuffer.allocate(4 * Integer.BYTES);
        name.putInt(index).putInt(content.remaining());
        name.putInt(sum(new CRC32(), content)).putInt(sum(new CRC32C(), content));
        return new BlockId(Base64.getEncoder().encodeToString(name.array()));
    }

    private static int sum(Checksum checksum, ByteBuffer content) {
        checksum.update(content.duplicate());
        return (int) checksum.getValue();
    }
}
