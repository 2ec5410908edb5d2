package io.github.storemaven.msix.build;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a PNG of any colour type, depth and order of rows to 8 bits a channel, the same on every JDK. Colours are taken as
 * sRGB: colour profiles and gamma are told and not applied.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics, third edition</a>
 */
final class PngReader {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER_END = 33;

    /** Where the seven images of an interlaced one begin, and how far apart their pixels are. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] WHOLE = {{0, 0, 1, 1}};

    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;

    /** One part in 100,000; that of sRGB. */
    private static final int SRGB_GAMMA = 45455;

    private final ByteBuffer bytes;
    private final Header header;
    private int[] palette = new int[0];
    private byte[] transparency = new byte[0];
    private boolean hasOtherColours;

    /** A PNG is damaged; the message is a clause such as "ends too early". */
    static final class DamageException extends Exception {
        private static final long serialVersionUID = 1L;

        DamageException(String message) {
            super(message);
        }
    }

    /** The first chunk. */
    record Header(int width, int height, int depth, int colours, boolean interlaced) {
        /** Reads the beginning of a file. */
        static Header of(byte[] file) throws DamageException {
            if (!Arrays.equals(file, 0, Math.min(file.length, SIGNATURE.length), SIGNATURE, 0, SIGNATURE.length)) {
                throw new DamageException("is not a PNG, whatever its name");
            }
            if (file.length < HEADER_END) {
                throw new DamageException("ends too early");
            }
            ByteBuffer data = ByteBuffer.wrap(file);
            CRC32 crc = new CRC32();
            crc.update(file, 12, 17);
            Header header =
                    new Header(data.getInt(16), data.getInt(20), file[24] & 0xFF, file[25] & 0xFF, file[28] == 1);
            boolean isFirst = "IHDR".equals(new String(file, 12, 4, StandardCharsets.US_ASCII));
            if (!isFirst || data.getInt(29) != (int) crc.getValue() || !header.isLegal()) {
                throw new DamageException("has a damaged header");
            }
            return header;
        }

        private boolean isLegal() {
            return width > 0
                    && height > 0
                    && switch (colours) {
                        case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
                        case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
                        case RGB, GREY_ALPHA, RGB_ALPHA -> depth == 8 || depth == 16;
                        default -> false;
                    };
        }

        private int channels() {
            return switch (colours) {
                case RGB -> 3;
                case GREY_ALPHA -> 2;
                case RGB_ALPHA -> 4;
                default -> 1;
            };
        }

        /** Bytes of a row of so many pixels, without its filter. */
        private int rowLength(int pixels) {
            return (pixels * channels() * depth + 7) / 8;
        }

        /** From one pixel to the next, at least one byte. */
        private int step() {
            return Math.max(1, channels() * depth / 8);
        }
    }

    private PngReader(byte[] file) throws DamageException {
        this.header = Header.of(file);
        this.bytes = ByteBuffer.wrap(file);
    }

    /**
     * What was read.
     *
     * @param hasOtherColours whether the file says that its colours are not sRGB
     */
    record Picture(PixelImage image, boolean hasOtherColours) {}

    /** Reads a whole file; its size has been looked at before. */
    static Picture read(byte[] file) throws DamageException {
        PngReader reader = new PngReader(file);
        Inflater inflater = new Inflater();
        try {
            byte[] rows = reader.rows(inflater);
            return new Picture(reader.image(rows), reader.hasOtherColours);
        } catch (DataFormatException damage) {
            throw new DamageException("has damaged image data");
        } finally {
            inflater.end();
        }
    }

    /** The inflated rows of all passes, each behind its filter. */
    private byte[] rows(Inflater inflater) throws DamageException, DataFormatException {
        byte[] rows = new byte[length()];
        int filled = 0;
        int at = SIGNATURE.length;
        while (filled < rows.length) {
            if (bytes.capacity() - at < 12) {
                throw new DamageException("ends too early");
            }
            int length = bytes.getInt(at);
            if (length < 0 || length > bytes.capacity() - at - 12) {
                throw new DamageException("ends too early");
            }
            String name = chunkName(at, length);
            if (name.equals("IDAT")) {
                inflater.setInput(bytes.array(), at + 8, length);
                for (int read = -1; read != 0 && filled < rows.length; filled += read) {
                    read = inflater.inflate(rows, filled, rows.length - filled);
                }
            } else {
                chunk(name, Arrays.copyOfRange(bytes.array(), at + 8, at + 8 + length));
            }
            at += length + 12;
        }
        return rows;
    }

    private String chunkName(int at, int length) throws DamageException {
        CRC32 crc = new CRC32();
        crc.update(bytes.array(), at + 4, length + 4);
        if ((int) crc.getValue() != bytes.getInt(at + 8 + length)) {
            throw new DamageException("is damaged: a checksum is wrong");
        }
        return new String(bytes.array(), at + 4, 4, StandardCharsets.US_ASCII);
    }

    private void chunk(String name, byte[] data) throws DamageException {
        switch (name) {
            case "PLTE" -> {
                palette = new int[data.length / 3];
                for (int at = 0; at < palette.length; at++) {
                    palette[at] = PixelImage.pixel(
                            255, data[3 * at] & 0xFF, data[3 * at + 1] & 0xFF, data[3 * at + 2] & 0xFF);
                }
            }
            case "tRNS" -> transparency = data;
            case "iCCP" -> hasOtherColours |= !startsWithSrgb(data);
            case "gAMA" ->
                hasOtherColours |=
                        data.length >= 4 && Math.abs(ByteBuffer.wrap(data).getInt() - SRGB_GAMMA) > SRGB_GAMMA / 20;
            case "IEND" -> throw new DamageException("ends too early");
            default -> {
                // What else there is does not change the pixels.
            }
        }
    }

    private static boolean startsWithSrgb(byte[] profile) {
        return new String(profile, 0, Math.min(profile.length, 80), StandardCharsets.ISO_8859_1).contains("sRGB");
    }

    private int[][] passes() {
        return header.interlaced() ? PASSES : WHOLE;
    }

    private int width(int[] pass) {
        return (header.width() - pass[0] + pass[2] - 1) / pass[2];
    }

    private int height(int[] pass) {
        return (header.height() - pass[1] + pass[3] - 1) / pass[3];
    }

    private int length() {
        int length = 0;
        for (int[] pass : passes()) {
            length += width(pass) == 0 ? 0 : height(pass) * (1 + header.rowLength(width(pass)));
        }
        return length;
    }

    private PixelImage image(byte[] rows) throws DamageException {
        int[] pixels = new int[header.width() * header.height()];
        int at = 0;
        for (int[] pass : passes()) {
            int width = width(pass);
            byte[] above = new byte[header.rowLength(width)];
            for (int row = 0; width > 0 && row < height(pass); row++) {
                byte[] current = Arrays.copyOfRange(rows, at + 1, at + 1 + above.length);
                unfilter(rows[at], current, above);
                for (int column = 0; column < width; column++) {
                    pixels[(pass[1] + row * pass[3]) * header.width() + pass[0] + column * pass[2]] =
                            pixel(current, column);
                }
                at += 1 + above.length;
                above = current;
            }
        }
        return new PixelImage(header.width(), header.height(), pixels);
    }

    private void unfilter(int filter, byte[] row, byte[] above) throws DamageException {
        int step = header.step();
        for (int at = 0; at < row.length; at++) {
            int left = at < step ? 0 : row[at - step] & 0xFF;
            int up = above[at] & 0xFF;
            int upLeft = at < step ? 0 : above[at - step] & 0xFF;
            row[at] += (byte)
                    switch (filter) {
                        case 0 -> 0;
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        case 4 -> paeth(left, up, upLeft);
                        default -> throw new DamageException("has damaged image data");
                    };
        }
    }

    /** Whichever of the three is nearest to left + up - upLeft. */
    static int paeth(int left, int up, int upLeft) {
        int toLeft = Math.abs(up - upLeft);
        int toUp = Math.abs(left - upLeft);
        int toUpLeft = Math.abs(left + up - 2 * upLeft);
        if (toLeft <= toUp && toLeft <= toUpLeft) {
            return left;
        }
        return toUp <= toUpLeft ? up : upLeft;
    }

    private int pixel(byte[] row, int column) throws DamageException {
        int first = column * header.channels();
        return switch (header.colours()) {
            case PALETTE -> ofPalette(sample(row, first));
            case GREY -> grey(row, first, isTransparent(row, first) ? 0 : 255);
            case GREY_ALPHA -> grey(row, first, eightBits(sample(row, first + 1)));
            case RGB -> colour(row, first, isTransparent(row, first) ? 0 : 255);
            default -> colour(row, first, eightBits(sample(row, first + 3)));
        };
    }

    private int ofPalette(int index) throws DamageException {
        if (index >= palette.length) {
            throw new DamageException("has a colour that its palette does not have");
        }
        int alpha = index < transparency.length ? transparency[index] & 0xFF : 255;
        return (palette[index] & 0xFFFFFF) | (alpha << 24);
    }

    private int grey(byte[] row, int first, int alpha) {
        int grey = eightBits(sample(row, first));
        return PixelImage.pixel(alpha, grey, grey, grey);
    }

    private int colour(byte[] row, int first, int alpha) {
        return PixelImage.pixel(
                alpha,
                eightBits(sample(row, first)),
                eightBits(sample(row, first + 1)),
                eightBits(sample(row, first + 2)));
    }

    /** Whether the pixel has the one colour that is declared transparent. */
    private boolean isTransparent(byte[] row, int first) {
        if (transparency.length < 2 * header.channels()) {
            return false;
        }
        boolean same = true;
        for (int channel = 0; channel < header.channels(); channel++) {
            int declared = sixteenBits(transparency, 2 * channel);
            same &= sample(row, first + channel) == declared;
        }
        return same;
    }

    private int sample(byte[] row, int index) {
        return switch (header.depth()) {
            case 8 -> row[index] & 0xFF;
            case 16 -> sixteenBits(row, 2 * index);
            default -> {
                int perByte = 8 / header.depth();
                int shift = 8 - header.depth() * (index % perByte + 1);
                yield row[index / perByte] >>> shift & ((1 << header.depth()) - 1);
            }
        };
    }

    private static int sixteenBits(byte[] data, int at) {
        return (data[at] & 0xFF) << 8 | (data[at + 1] & 0xFF);
    }

    private int eightBits(int sample) {
        int highest = (1 << header.depth()) - 1;
        return (sample * 255 + highest / 2) / highest;
    }
}
