package io.github.storemaven.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a package the way MakeAppx does: each part deflated in blocks of 64 KiB that can be unpacked alone, sizes of
 * eight bytes behind the data, and a central directory of ZIP64 throughout.
 */
final class MakeAppxArchive {
    private static final int BLOCK = 64 * 1024;
    private static final int VERSION = 45;
    private static final int DESCRIPTOR = 8;
    private static final int ALL_ONES = -1;
    private static final byte[] LAST_BLOCK = {3, 0};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> directory = new ArrayList<>();
    private final StringBuilder map = new StringBuilder();

    private MakeAppxArchive() {}

    /** Of the files and the manifest, in this order; the block map and the types are added. */
    static byte[] pack(Map<String, byte[]> parts) {
        MakeAppxArchive archive = new MakeAppxArchive();
        parts.forEach(archive::add);
        String blockMap = "<BlockMap xmlns=\"http://schemas.microsoft.com/appx/2010/blockmap\""
                + " HashMethod=\"http://www.w3.org/2001/04/xmlenc#sha256\">" + archive.map + "</BlockMap>";
        List<String> names = new ArrayList<>(parts.keySet());
        names.add("AppxBlockMap.xml");
        archive.add("AppxBlockMap.xml", blockMap.getBytes(StandardCharsets.UTF_8));
        String types = BlockMapText.contentTypes(new TreeSet<>(names));
        archive.add("[Content_Types].xml", types.getBytes(StandardCharsets.UTF_8));
        archive.end();
        return archive.out.toByteArray();
    }

    private void add(String name, byte[] content) {
        byte[] entry = name.getBytes(StandardCharsets.US_ASCII);
        int start = out.size();
        write(buffer(30 + entry.length)
                .putInt(0x04034b50)
                .putShort((short) VERSION)
                .putShort((short) DESCRIPTOR)
                .putShort((short) 8)
                .position(26)
                .putShort((short) entry.length)
                .position(30)
                .put(entry));
        long packed = deflate(name, content, 30 + entry.length);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        write(buffer(24)
                .putInt(0x08074b50)
                .putInt((int) checksum.getValue())
                .putLong(packed)
                .putLong(content.length));
        ByteBuffer central = buffer(46 + entry.length + 28);
        central.putInt(0x02014b50).putShort((short) VERSION).putShort((short) VERSION);
        central.putShort((short) DESCRIPTOR).putShort((short) 8).position(16);
        central.putInt((int) checksum.getValue()).putInt(ALL_ONES).putInt(ALL_ONES);
        central.putShort((short) entry.length).putShort((short) 28).position(42);
        central.putInt(ALL_ONES).put(entry).putShort((short) 1).putShort((short) 24);
        central.putLong(content.length).putLong(packed).putLong(start);
        directory.add(bytes(central));
    }

    private long deflate(String name, byte[] content, int header) {
        int before = out.size();
        map.append("<File Name=\"%s\" Size=\"%d\" LfhSize=\"%d\">"
                .formatted(name.replace('/', '\\').replace("%20", " "), content.length, header));
        byte[] block = new byte[2 * BLOCK];
        for (int at = 0; at < content.length; at += BLOCK) {
            Deflater deflater = new Deflater(6, true);
            deflater.setInput(content, at, Math.min(BLOCK, content.length - at));
            int size = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
            deflater.end();
            out.write(block, 0, size);
            map.append("<Block Hash=\"%s\" Size=\"%d\"/>".formatted(BlockMapText.hash(content, at), size));
        }
        map.append("</File>");
        out.writeBytes(LAST_BLOCK);
        return (long) out.size() - before;
    }

    private void end() {
        long start = out.size();
        directory.forEach(out::writeBytes);
        long size = (long) out.size() - start;
        ByteBuffer record = buffer(56).putInt(0x06064b50).putLong(44).putShort((short) VERSION);
        record.putShort((short) VERSION).position(24);
        record.putLong(directory.size()).putLong(directory.size()).putLong(size).putLong(start);
        write(record);
        write(buffer(20).putInt(0x07064b50).putInt(0).putLong(start + size).putInt(1));
        write(buffer(22)
                .putInt(0x06054b50)
                .putInt(ALL_ONES)
                .putInt(ALL_ONES)
                .putInt(ALL_ONES)
                .putInt(ALL_ONES)
                .putShort((short) 0));
    }

    private void write(ByteBuffer buffer) {
        out.writeBytes(bytes(buffer));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.get(0, bytes);
        return bytes;
    }
}
