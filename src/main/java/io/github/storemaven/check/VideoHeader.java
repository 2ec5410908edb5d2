package io.github.storemaven.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the headers of an MP4 or MOV file say.
 *
 * @param width of the largest track in pixels, 0 without one
 * @param height of the same track
 * @param seconds that it plays, 0 where it does not say
 * @param indexFirst whether {@code moov} comes before {@code mdat}
 * @param editLists whether a track has one
 */
record VideoHeader(int width, int height, double seconds, boolean indexFirst, boolean editLists) {
    private static final Set<String> BRANDS =
            Set.of("qt  ", "isom", "mp41", "mp42", "avc1", "M4V ", "M4VH", "M4VP", "MSNV", "dash", "XAVC");
    private static final Set<String> OLD_STARTS = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");
    private static final int BRANDS_READ = 256;
    private static final int LONGEST_HEADER = 104;

    /**
     * Reads the headers.
     *
     * @throws DamagedVideoException where the file is something else or cut short
     */
    static VideoHeader read(Path file) throws IOException, DamagedVideoException {
        try (var channel = Files.newByteChannel(file)) {
            Boxes boxes = new Boxes(channel);
            List<Box> top = boxes.between(0, channel.size());
            checkStart(top, boxes);
            Box index = first(top, "moov").orElseThrow(() -> new DamagedVideoException("the file has no moov box"));
            boolean indexFirst =
                    first(top, "mdat").map(data -> data.start() > index.start()).orElse(true);
            return of(boxes.between(index.start(), index.end()), boxes, indexFirst);
        }
    }

    private static VideoHeader of(List<Box> index, Boxes boxes, boolean indexFirst)
            throws IOException, DamagedVideoException {
        Size largest = new Size(0, 0);
        boolean editLists = false;
        for (Box track : index.stream().filter(box -> box.is("trak")).toList()) {
            List<Box> parts = boxes.between(track.start(), track.end());
            Optional<Box> header = first(parts, "tkhd");
            editLists |= first(parts, "edts").isPresent();
            if (header.isPresent()) {
                largest = largest.orLarger(size(boxes.bytes(header.get().start(), LONGEST_HEADER)));
            }
        }
        Optional<Box> movie = first(index, "mvhd");
        double seconds = movie.isPresent() ? seconds(boxes.bytes(movie.get().start(), LONGEST_HEADER)) : 0;
        return new VideoHeader(largest.width(), largest.height(), seconds, indexFirst, editLists);
    }

    /** A file type box with a brand that we know, or the start of a MOV from before there was one. */
    private static void checkStart(List<Box> top, Boxes boxes) throws IOException, DamagedVideoException {
        String start = top.isEmpty() ? "" : top.get(0).type();
        if (start.equals("ftyp")) {
            Box box = top.get(0);
            int length = (int) Math.min(box.end() - box.start(), BRANDS_READ);
            String brands = StandardCharsets.ISO_8859_1
                    .decode(boxes.bytes(box.start(), length))
                    .toString();
            if (!isVideo(brands)) {
                throw new DamagedVideoException(
                        "the file is of the type " + Quote.of(brands.substring(0, Math.min(4, length))));
            }
        } else if (!OLD_STARTS.contains(start)) {
            throw new DamagedVideoException("the file begins with no box of a video");
        }
    }

    private static boolean isVideo(String brands) {
        for (int at = 0; at + 4 <= brands.length(); at += 4) {
            String brand = brands.substring(at, at + 4);
            if (BRANDS.contains(brand) || brand.matches("iso[2-9]")) {
                return true;
            }
        }
        return false;
    }

    /** Of a track header, whose last two numbers are fixed point with 16 bits behind the point. */
    private static Size size(ByteBuffer header) {
        int at = isLong(header) ? 88 : 76;
        boolean whole = header.remaining() >= at + 8;
        return whole ? new Size(header.getInt(at) >>> 16, header.getInt(at + 4) >>> 16) : new Size(0, 0);
    }

    private static double seconds(ByteBuffer header) {
        int at = isLong(header) ? 20 : 12;
        if (header.remaining() < at + 12 || header.getInt(at) == 0) {
            return 0;
        }
        double duration = isLong(header) ? header.getLong(at + 4) : Integer.toUnsignedLong(header.getInt(at + 4));
        return duration / Integer.toUnsignedLong(header.getInt(at));
    }

    private static boolean isLong(ByteBuffer header) {
        return header.hasRemaining() && header.get(0) == 1;
    }

    private static Optional<Box> first(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.is(type)).findFirst();
    }

    private record Size(int width, int height) {
        Size orLarger(Size other) {
            return (long) other.width * other.height > (long) width * height ? other : this;
        }
    }

    /**
     * A box of an MP4 or MOV file.
     *
     * @param type its four characters
     * @param start of its content in the file, in bytes
     * @param end behind its content
     */
    record Box(String type, long start, long end) {
        boolean is(String wanted) {
            return type.equals(wanted);
        }
    }

    /** Walks over the boxes of an MP4 or MOV file by their headers; contents are jumped over and never read whole. */
    static final class Boxes {
        /** Far more than a video of minutes has beside its samples; the walk ends there. */
        private static final int MOST = 10_000;

        private static final int HEADER = 8;
        private static final int LONG_HEADER = 16;

        private final SeekableByteChannel file;
        private int seen;

        Boxes(SeekableByteChannel file) {
            this.file = file;
        }

        /**
         * The boxes between two places of the file; the last may be cut short by its end.
         *
         * @throws DamagedVideoException where a box has an impossible size, or there are too many
         */
        List<Box> between(long start, long end) throws IOException, DamagedVideoException {
            List<Box> boxes = new ArrayList<>();
            for (long at = start;
                    at + HEADER <= end;
                    at = boxes.get(boxes.size() - 1).end()) {
                boxes.add(box(at, end));
                if (++seen > MOST) {
                    throw new DamagedVideoException("the file has more than " + MOST + " boxes");
                }
            }
            return boxes;
        }

        /** Some bytes of the file; fewer where it ends. */
        ByteBuffer bytes(long start, int length) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            file.position(start);
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                // Until it is full or the file ends.
            }
            return bytes.flip();
        }

        private Box box(long at, long end) throws IOException, DamagedVideoException {
            ByteBuffer header = bytes(at, LONG_HEADER);
            if (header.remaining() < HEADER) {
                throw new DamagedVideoException("the file ends inside a box");
            }
            long size = Integer.toUnsignedLong(header.getInt(0));
            String type = StandardCharsets.ISO_8859_1.decode(header.slice(4, 4)).toString();
            boolean isLong = size == 1 && header.remaining() == LONG_HEADER;
            long length = size == 0 ? end - at : isLong ? header.getLong(HEADER) : size;
            long content = isLong ? LONG_HEADER : HEADER;
            if (length < content || length > end - at) {
                throw new DamagedVideoException("the box " + Quote.of(type) + " has an impossible size");
            }
            return new Box(type, at + content, at + length);
        }
    }

    /** A file that is no MP4 or MOV; the message says why. */
    static final class DamagedVideoException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedVideoException(String message) {
            super(message);
        }
    }
}
