package io.github.storemaven.msix;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a deflated part of a ZIP holds, unpacked on the way without a temporary file. The last few megabytes are at
 * hand; a position before them starts from the beginning, so readers go forward where they can.
 */
final class InflatedBytes implements Bytes {
    private static final int WINDOW = 4 * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;
    private static final int GLANCE = 1024;

    private final String place;
    private final Bytes packed;
    private final long size;
    private final Allowance allowance;
    private final Inflater inflater = new Inflater(true);
    private final byte[] window;
    private final int chunk;
    private long packedPosition;
    private long unpacked;
    private long furthest;

    private InflatedBytes(String place, Bytes packed, long size, Allowance allowance, int window, int chunk) {
        this.place = place;
        this.packed = packed;
        this.size = size;
        this.allowance = allowance;
        this.window = new byte[(int) Math.min(window, Math.max(1, size))];
        this.chunk = chunk;
    }

    /** To be read in all. */
    static InflatedBytes whole(String place, Bytes packed, long size, Allowance allowance) {
        return new InflatedBytes(place, packed, size, allowance, WINDOW, CHUNK);
    }

    /** To be looked at in its beginning only. */
    static InflatedBytes glance(String place, Bytes packed, long size, Allowance allowance) {
        return new InflatedBytes(place, packed, size, allowance, CHUNK, GLANCE);
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] into, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int piece = Math.min(length - done, window.length);
            unpackUntil(position + done, piece);
            copyOut(position + done, into, offset + done, piece);
            done += piece;
        }
    }

    @Override
    public void close() {
        inflater.end();
    }

    private void unpackUntil(long position, int length) throws IOException {
        if (position < unpacked - window.length) {
            inflater.reset();
            packedPosition = 0;
            unpacked = 0;
        }
        while (unpacked < position + length) {
            long wanted = Math.min(chunk, position + length - unpacked);
            unpackSome((int) wanted);
        }
    }

    private void unpackSome(int wanted) throws IOException {
        int at = (int) (unpacked % window.length);
        int count = inflate(at, Math.min(wanted, window.length - at));
        if (count == 0) {
            feed();
        }
        unpacked += count;
        if (unpacked > furthest) {
            allowance.take(unpacked - furthest);
            furthest = unpacked;
        } else {
            allowance.takeAgain(count);
        }
    }

    private int inflate(int at, int length) throws DamagedPackage {
        try {
            return inflater.inflate(window, at, length);
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    private void feed() throws IOException {
        int length = (int) Math.min(chunk, packed.size() - packedPosition);
        if (length == 0 || !inflater.needsInput() || inflater.finished()) {
            throw damaged();
        }
        inflater.setInput(packed.read(packedPosition, length));
        packedPosition += length;
    }

    private void copyOut(long position, byte[] into, int offset, int length) {
        int from = (int) (position % window.length);
        int first = Math.min(length, window.length - from);
        System.arraycopy(window, from, into, offset, first);
        System.arraycopy(window, 0, into, offset + first, length - first);
    }

    private DamagedPackage damaged() {
        return new DamagedPackage(place, "cannot be unpacked, its data is damaged", ZipEnd.AGAIN);
    }
}
