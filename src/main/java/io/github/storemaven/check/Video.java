package io.github.storemaven.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
record Video(int width, int height, double seconds, boolean indexFirst, boolean editLists) {
    private static final Set<String> BRANDS =
            Set.of("qt  ", "isom", "mp41", "mp42", "avc1", "M4V ", "M4VH", "M4VP", "MSNV", "dash", "XAVC");
    private static final Set<String> OLD_STARTS = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");
    private static final int BRANDS_READ = 256;
    private static final int LONGEST_HEADER = 104;

    /**
     * Reads the headers.
     *
     * @throws DamagedVideo where the file is something else or cut short
     */
    static Video read(Path file) throws IOException, DamagedVideo {
        try (var channel = Files.newByteChannel(file)) {
            VideoBoxes boxes = new VideoBoxes(channel);
            List<VideoBox> top = boxes.between(0, channel.size());
            checkStart(top, boxes);
            VideoBox index = first(top, "moov").orElseThrow(() -> new DamagedVideo("the file has no moov box"));
            boolean indexFirst =
                    first(top, "mdat").map(data -> data.start() > index.start()).orElse(true);
            return of(boxes.between(index.start(), index.end()), boxes, indexFirst);
        }
    }

    private static Video of(List<VideoBox> index, VideoBoxes boxes, boolean indexFirst)
            throws IOException, DamagedVideo {
        Size largest = new Size(0, 0);
        boolean editLists = false;
        for (VideoBox track : index.stream().filter(box -> box.is("trak")).toList()) {
            List<VideoBox> parts = boxes.between(track.start(), track.end());
            Optional<VideoBox> header = first(parts, "tkhd");
            editLists |= first(parts, "edts").isPresent();
            if (header.isPresent()) {
                largest = largest.orLarger(size(boxes.bytes(header.get().start(), LONGEST_HEADER)));
            }
        }
        Optional<VideoBox> movie = first(index, "mvhd");
        double seconds = movie.isPresent() ? seconds(boxes.bytes(movie.get().start(), LONGEST_HEADER)) : 0;
        return new Video(largest.width(), largest.height(), seconds, indexFirst, editLists);
    }

    /** A file type box with a brand that we know, or the start of a MOV from before there was one. */
    private static void checkStart(List<VideoBox> top, VideoBoxes boxes) throws IOException, DamagedVideo {
        String start = top.isEmpty() ? "" : top.get(0).type();
        if (start.equals("ftyp")) {
            VideoBox box = top.get(0);
            int length = (int) Math.min(box.end() - box.start(), BRANDS_READ);
            String brands = StandardCharsets.ISO_8859_1
                    .decode(boxes.bytes(box.start(), length))
                    .toString();
            if (!isVideo(brands)) {
                throw new DamagedVideo("the file is of the type " + Quote.of(brands.substring(0, Math.min(4, length))));
            }
        } else if (!OLD_STARTS.contains(start)) {
            throw new DamagedVideo("the file begins with no box of a video");
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

    private static Optional<VideoBox> first(List<VideoBox> boxes, String type) {
        return boxes.stream().filter(box -> box.is(type)).findFirst();
    }

    private record Size(int width, int height) {
        Size orLarger(Size other) {
            return (long) other.width * other.height > (long) width * height ? other : this;
        }
    }
}
