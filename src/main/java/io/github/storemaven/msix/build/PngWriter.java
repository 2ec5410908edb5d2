package io.github.storemaven.msix.build;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes an image as a small PNG without metadata: a palette where 256 colours are enough, no alpha where all is opaque; the
 * smaller of a form without filters and one with a filter for each row.
 */
final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int FILTERS = 5;

    private final PixelImage image;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private PngWriter(PixelImage image) {
        this.image = image;
    }

    static byte[] write(PixelImage image) {
        PngWriter writer = new PngWriter(image);
        writer.file.writeBytes(SIGNATURE);
        Map<Integer, Integer> palette = writer.palette();
        if (palette.isEmpty()) {
            writer.colours();
        } else {
            writer.indexes(palette);
        }
        writer.chunk("IEND", new byte[0]);
        return writer.file.toByteArray();
    }

    /** The place of each colour, those that are not opaque first; empty if there are too many. */
    private Map<Integer, Integer> palette() {
        Map<Integer, Integer> found = new LinkedHashMap<>();
        int[] pixels = image.pixels();
        for (int at = 0; at < pixels.length; at++) {
            if (isOther(pixels, at) && found.putIfAbsent(pixels[at], 0) == null && found.size() > 256) {
                return Map.of();
            }
        }
        Map<Integer, Integer> palette = new LinkedHashMap<>();
        found.keySet().stream()
                .sorted((one, other) -> Integer.compareUnsigned(one, other))
                .forEach(pixel -> palette.put(pixel, palette.size()));
        return palette;
    }

    /** Whether it has another colour than the pixel before it; most of a logo has not, and looking up takes long. */
    private static boolean isOther(int[] pixels, int at) {
        return at == 0 || pixels[at] != pixels[at - 1];
    }

    private void indexes(Map<Integer, Integer> palette) {
        int count = palette.size();
        int depth = count <= 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8;
        header(depth, 3);
        ByteBuffer colours = ByteBuffer.allocate(3 * count);
        ByteBuffer alphas = ByteBuffer.allocate(count);
        for (int pixel : palette.keySet()) {
            colours.put((byte) PixelImage.red(pixel))
                    .put((byte) PixelImage.green(pixel))
                    .put((byte) PixelImage.blue(pixel));
            if (PixelImage.alpha(pixel) < 255) {
                alphas.put((byte) PixelImage.alpha(pixel));
            }
        }
        chunk("PLTE", colours.array());
        if (alphas.position() > 0) {
            chunk("tRNS", Arrays.copyOf(alphas.array(), alphas.position()));
        }
        int length = (image.width() * depth + 7) / 8;
        byte[] rows = new byte[image.height() * length];
        int[] pixels = image.pixels();
        int place = 0;
        int at = 0;
        for (int row = 0; row < rows.length; row += length) {
            for (int bit = 0; bit < image.width() * depth; bit += depth, at++) {
                place = isOther(pixels, at) ? palette.get(pixels[at]) : place;
                rows[row + (bit >> 3)] |= (byte) (place << (8 - depth - (bit & 7)));
            }
        }
        chunk("IDAT", smallest(rows, length, 1));
    }

    private void colours() {
        boolean opaque = Arrays.stream(image.pixels()).allMatch(pixel -> PixelImage.alpha(pixel) == 255);
        int channels = opaque ? 3 : 4;
        header(8, opaque ? 2 : 6);
        ByteBuffer rows = ByteBuffer.allocate(image.pixels().length * channels);
        for (int pixel : image.pixels()) {
            rows.put((byte) PixelImage.red(pixel))
                    .put((byte) PixelImage.green(pixel))
                    .put((byte) PixelImage.blue(pixel));
            if (!opaque) {
                rows.put((byte) PixelImage.alpha(pixel));
            }
        }
        chunk("IDAT", smallest(rows.array(), image.width() * channels, channels));
    }

    private void header(int depth, int colours) {
        chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(image.width())
                        .putInt(image.height())
                        .put((byte) depth)
                        .put((byte) colours)
                        .array());
    }

    /** Which form is smaller is decided by a quick try. */
    private byte[] smallest(byte[] rows, int length, int step) {
        byte[] plain = unfiltered(rows, length);
        byte[] filtered = filtered(rows, length, step);
        if (Arrays.equals(plain, filtered)) {
            return deflated(plain, Deflater.BEST_COMPRESSION);
        }
        int plainLength = deflated(plain, Deflater.BEST_SPEED).length;
        int filteredLength = deflated(filtered, Deflater.BEST_SPEED).length;
        return deflated(filteredLength < plainLength ? filtered : plain, Deflater.BEST_COMPRESSION);
    }

    private byte[] unfiltered(byte[] rows, int length) {
        ByteBuffer result = ByteBuffer.allocate(rows.length + image.height());
        for (int at = 0; at < rows.length; at += length) {
            result.put((byte) 0).put(rows, at, length);
        }
        return result.array();
    }

    /** Each row with the filter whose bytes, as signed numbers, have the smallest sum. */
    private byte[] filtered(byte[] rows, int length, int step) {
        ByteBuffer result = ByteBuffer.allocate(rows.length + image.height());
        byte[][] candidates = new byte[FILTERS][length];
        for (int from = 0; from < rows.length; from += length) {
            long[] sums = filter(rows, from, step, candidates);
            int best = 0;
            for (int filter = 1; filter < FILTERS; filter++) {
                best = sums[filter] < sums[best] ? filter : best;
            }
            result.put((byte) best).put(candidates[best]);
        }
        return result.array();
    }

    /** Fills in the row with each filter, and sums up what it has then. */
    private static long[] filter(byte[] rows, int from, int step, byte[][] candidates) {
        long[] sums = new long[FILTERS];
        int length = candidates[0].length;
        for (int at = 0; at < length; at++) {
            int raw = rows[from + at] & 0xFF;
            int left = at < step ? 0 : rows[from + at - step] & 0xFF;
            int up = from == 0 ? 0 : rows[from + at - length] & 0xFF;
            int upLeft = at < step || from == 0 ? 0 : rows[from + at - length - step] & 0xFF;
            sums[0] += put(raw, at, candidates[0]);
            sums[1] += put(raw - left, at, candidates[1]);
            sums[2] += put(raw - up, at, candidates[2]);
            sums[3] += put(raw - (left + up) / 2, at, candidates[3]);
            sums[4] += put(raw - PngReader.paeth(left, up, upLeft), at, candidates[4]);
        }
        return sums;
    }

    private static int put(int value, int at, byte[] row) {
        row[at] = (byte) value;
        return Math.abs(row[at]);
    }

    private static byte[] deflated(byte[] rows, int level) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            while (!deflater.finished()) {
                packed.write(part, 0, deflater.deflate(part));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private void chunk(String name, byte[] data) {
        byte[] named = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(named);
        file.writeBytes(ByteBuffer.allocate(named.length + 8)
                .putInt(data.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array());
    }
}
