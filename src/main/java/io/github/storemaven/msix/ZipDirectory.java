package io.github.storemaven.msix;

import static io.github.storemaven.msix.ZipEnd.AGAIN;
import static io.github.storemaven.msix.ZipEnd.little;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Walks over a ZIP's central directory, an entry at a time, so that a million entries take no more memory than one. */
final class ZipDirectory {
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_SIZE = 46;
    private static final int CHUNK = 64 * 1024;
    private static final int ZIP64_FIELD = 1;
    private static final long LOOK_AT_64 = 0xFFFFFFFFL;

    private final Bytes zip;
    private final ZipEnd end;
    private ByteBuffer chunk = little(new byte[0]);
    private long chunkStart;

    private ZipDirectory(Bytes zip, ZipEnd end) {
        this.zip = zip;
        this.end = end;
    }

    /** What is done with an entry; it may end the walk by an exception. */
    interface Visitor {
        void visit(ZipPart part) throws IOException;
    }

    /** Shows a visitor all entries in order, except those that are folders. */
    static void walk(Bytes zip, Visitor visitor) throws IOException {
        new ZipDirectory(zip, ZipEnd.of(zip)).walk(visitor);
    }

    private void walk(Visitor visitor) throws IOException {
        for (long at = 0; at < end.size(); ) {
            ByteBuffer header = at(at, HEADER_SIZE);
            if (header.getInt(0) != HEADER) {
                throw damaged();
            }
            int length = HEADER_SIZE + unsigned(header, 28) + unsigned(header, 30) + unsigned(header, 32);
            ZipPart part = part(at(at, length));
            if (!part.name().endsWith("/")) {
                visitor.visit(part);
            }
            at += length;
        }
    }

    /** A view of the directory at a position, from a chunk that is read when it does not hold all of it. */
    private ByteBuffer at(long position, int length) throws IOException {
        if (position > end.size() - length) {
            throw damaged();
        }
        if (position < chunkStart || position + length > chunkStart + chunk.capacity()) {
            int size = (int) Math.min(Math.max(length, CHUNK), end.size() - position);
            chunk = little(zip.read(end.start() + position, size));
            chunkStart = position;
        }
        return chunk.slice((int) (position - chunkStart), length).order(chunk.order());
    }

    private ZipPart part(ByteBuffer header) throws DamagedPackage {
        long[] values = {number(header, 24), number(header, 20), number(header, 42)};
        int nameLength = unsigned(header, 28);
        replaceBy64(values, header.slice(HEADER_SIZE + nameLength, unsigned(header, 30)));
        byte[] name = new byte[nameLength];
        header.get(HEADER_SIZE, name);
        return new ZipPart(
                new String(name, StandardCharsets.UTF_8).replace('\\', '/'),
                unsigned(header, 10),
                unsigned(header, 6),
                unsigned(header, 8),
                number(header, 16),
                values[1],
                values[0],
                values[2]);
    }

    /** Size, packed size and start that do not fit are in an extra field, in this order, only those. */
    private void replaceBy64(long[] values, ByteBuffer unordered) throws DamagedPackage {
        ByteBuffer extra = unordered.order(chunk.order());
        while (extra.remaining() >= 4) {
            int id = Short.toUnsignedInt(extra.getShort());
            int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
            ByteBuffer field = extra.slice(extra.position(), length).order(extra.order());
            extra.position(extra.position() + length);
            for (int i = 0; id == ZIP64_FIELD && i < values.length; i++) {
                if (values[i] == LOOK_AT_64 && field.remaining() >= Long.BYTES) {
                    values[i] = field.getLong();
                }
            }
        }
        for (long value : values) {
            if (value < 0) {
                throw damaged();
            }
        }
    }

    private static int unsigned(ByteBuffer header, int at) {
        return Short.toUnsignedInt(header.getShort(at));
    }

    private static long number(ByteBuffer header, int at) {
        return Integer.toUnsignedLong(header.getInt(at));
    }

    private DamagedPackage damaged() {
        return new DamagedPackage(zip.place(), "is damaged, its list of contents cannot be read", AGAIN);
    }
}
