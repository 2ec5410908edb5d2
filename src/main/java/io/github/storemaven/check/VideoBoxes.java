package io.github.storemaven.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Walks over the boxes of an MP4 or MOV file by their headers; contents are jumped over and never read whole. */
final class VideoBoxes {
    /** Far more than a video of minutes has beside its samples; the walk ends there. */
    private static final int MOST = 10_000;

    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;

    private final SeekableByteChannel file;
    private int seen;

    VideoBoxes(SeekableByteChannel file) {
        this.file = file;
    }

    /**
     * The boxes between two places of the file; the last may be cut short by its end.
     *
     * @throws DamagedVideo where a box has an impossible size, or there are too many
     */
    List<VideoBox> between(long start, long end) throws IOException, DamagedVideo {
        List<VideoBox> boxes = new ArrayList<>();
        for (long at = start;
                at + HEADER <= end;
                at = boxes.get(boxes.size() - 1).end()) {
            boxes.add(box(at, end));
            if (++seen > MOST) {
                throw new DamagedVideo("the file has more than " + MOST + " boxes");
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

    private VideoBox box(long at, long end) throws IOException, DamagedVideo {
        ByteBuffer header = bytes(at, LONG_HEADER);
        if (header.remaining() < HEADER) {
            throw new DamagedVideo("the file ends inside a box");
        }
        long size = Integer.toUnsignedLong(header.getInt(0));
        String type = StandardCharsets.ISO_8859_1.decode(header.slice(4, 4)).toString();
        boolean isLong = size == 1 && header.remaining() == LONG_HEADER;
        long length = size == 0 ? end - at : isLong ? header.getLong(HEADER) : size;
        long content = isLong ? LONG_HEADER : HEADER;
        if (length < content || length > end - at) {
            throw new DamagedVideo("the box " + Quote.of(type) + " has an impossible size");
        }
        return new VideoBox(type, at + content, at + length);
    }
}
