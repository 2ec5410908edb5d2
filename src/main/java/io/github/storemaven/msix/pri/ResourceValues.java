package io.github.storemaven.msix.pri;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The paths of the images with one set of qualifiers (pri-file reference 4.4 and 6.5). */
final class ResourceValues {
    private static final int LARGEST_END = 0x7FFF;
    private static final int HEADER = 12;
    private static final int UTF_16 = 1;
    private static final int ASCII = 5;
    private static final int UTF_8 = 6;

    private final Run small = new Run();
    private final Run large = new Run();

    /** Values one after another. */
    private static final class Run {
        private final List<Integer> offsets = new ArrayList<>();
        private final List<Integer> lengths = new ArrayList<>();
        private final LittleEndianBytes data = new LittleEndianBytes();

        int append(byte[] value) {
            data.align(4);
            offsets.add(data.size());
            lengths.add(value.length);
            data.all(value);
            return offsets.size() - 1;
        }
    }

    /**
     * Where a value is.
     *
     * @param type the number of its encoding
     * @param position among the small or the large ones
     */
    record Value(int type, boolean isLarge, int position) {}

    /** Appends the path of an image. */
    Value add(String path) {
        String text = path.replace('/', '\\') + "\0";
        int type = type(text);
        byte[] bytes = text.getBytes(type == UTF_16 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
        boolean isLarge = LittleEndianBytes.roundUp(small.data.size(), 4) + bytes.length > LARGEST_END;
        return new Value(type, isLarge, (isLarge ? large : small).append(bytes));
    }

    private static int type(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length == text.length()) {
            return ASCII;
        }
        return length < 2 * text.length() ? UTF_8 : UTF_16;
    }

    /** The number of a value, once all are there: the large ones follow the small ones. */
    int index(Value value) {
        return value.isLarge() ? small.offsets.size() + value.position() : value.position();
    }

    /** The data of the section. */
    byte[] data() {
        int before = HEADER + 4 * small.offsets.size() + 8 * large.offsets.size();
        int largeAt = LittleEndianBytes.roundUp(before + small.data.size(), 8) - before;
        LittleEndianBytes values = new LittleEndianBytes().all(small.data.toByteArray());
        if (!large.offsets.isEmpty()) {
            values.fill(largeAt).all(large.data.toByteArray());
        }
        values.fill(LittleEndianBytes.roundUp(before + values.size(), 8) - before);
        LittleEndianBytes data = new LittleEndianBytes()
                .u32(0)
                .u16(small.offsets.size(), large.offsets.size())
                .u32(values.size());
        for (int at = 0; at < small.offsets.size(); at++) {
            data.u16(small.offsets.get(at), small.lengths.get(at));
        }
        for (int at = 0; at < large.offsets.size(); at++) {
            data.u32(largeAt + large.offsets.get(at), large.lengths.get(at));
        }
        return data.all(values.toByteArray()).toByteArray();
    }
}
