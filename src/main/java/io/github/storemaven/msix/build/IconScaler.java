package io.github.storemaven.msix.build;

import java.util.ArrayList;
import java.util.List;

/**
 * An icon in every size. A pixel of the result is the average of the area that it covers, in linear light and with colours
 * multiplied by alpha: edges stay smooth, and transparent pixels lend no colour to their neighbours. All is reckoned in whole
 * numbers, so that every JDK makes the same pixels.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
final class IconScaler {
    /** Of a sample in linear light, and of alpha. */
    private static final int HIGHEST = 65535;

    /** Icons above this are halved while they are read in, to save memory. */
    private static final int LARGE = 2048;

    private static final int[] LINEAR = new int[256];
    private static final byte[] SRGB = new byte[HIGHEST + 1];

    static {
        int next = 0;
        for (int value = 0; value < LINEAR.length; value++) {
            LINEAR[value] = linear(value);
            int end = value == 255 ? HIGHEST + 1 : linear(value + 0.5);
            for (; next < end; next++) {
                SRGB[next] = (byte) value;
            }
        }
    }

    private final PixelImage icon;

    /** The icon and its half, quarter and so on, as far as they were needed. */
    private final List<Samples> levels = new ArrayList<>();

    /** A square of pixels: red, green, blue and alpha from the highest 16 bits down. */
    private record Samples(int size, long[] pixels) {}

    /** How much of each of the source's pixels, beginning at one of them, is in a pixel of the result. */
    private record Cover(int first, int[] parts, int sum) {}

    /** Takes a square icon. */
    IconScaler(PixelImage icon) {
        this.icon = icon;
        levels.add(samples(icon));
    }

    /** The icon with so many pixels a side; a larger one is interpolated. */
    PixelImage scaled(int size) {
        if (size == icon.width()) {
            return icon;
        }
        Samples source = level(size);
        Cover[] cover = cover(source.size(), size);
        return image(size, vertical(horizontal(source, cover), source.size(), cover));
    }

    /** The smallest level that still has four times the pixels a side, which costs less and looks the same. */
    private Samples level(int size) {
        int at = 0;
        while (levels.get(at).size() % 2 == 0 && levels.get(at).size() >= 8 * size) {
            if (++at == levels.size()) {
                levels.add(halved(levels.get(at - 1)));
            }
        }
        return levels.get(at);
    }

    private static Samples halved(Samples source) {
        int size = source.size() / 2;
        Cover[] cover = cover(source.size(), size);
        return new Samples(size, vertical(horizontal(source, cover), source.size(), cover));
    }

    private static Samples samples(PixelImage icon) {
        int step = icon.width() > LARGE && icon.width() % 2 == 0 ? 2 : 1;
        int size = icon.width() / step;
        long[] pixels = new long[size * size];
        for (int at = 0; at < pixels.length; at++) {
            int[] sum = new int[4];
            for (int part = 0; part < step * step; part++) {
                int row = at / size * step + part / step;
                int column = at % size * step + part % step;
                add(sum, icon.pixels()[row * icon.width() + column]);
            }
            int parts = step * step;
            pixels[at] = pixel(
                    average(sum[0], parts), average(sum[1], parts), average(sum[2], parts), average(sum[3], parts));
        }
        return new Samples(size, pixels);
    }

    private static void add(int[] sum, int pixel) {
        int alpha = PixelImage.alpha(pixel);
        sum[0] += (LINEAR[PixelImage.red(pixel)] * alpha + 127) / 255;
        sum[1] += (LINEAR[PixelImage.green(pixel)] * alpha + 127) / 255;
        sum[2] += (LINEAR[PixelImage.blue(pixel)] * alpha + 127) / 255;
        sum[3] += alpha * HIGHEST / 255;
    }

    private static long pixel(int red, int green, int blue, int alpha) {
        return (long) red << 48 | (long) green << 32 | (long) blue << 16 | alpha;
    }

    private static int red(long pixel) {
        return (int) (pixel >>> 48);
    }

    private static int green(long pixel) {
        return (int) (pixel >>> 32) & 0xFFFF;
    }

    private static int blue(long pixel) {
        return (int) pixel >>> 16;
    }

    private static int alpha(long pixel) {
        return (int) pixel & 0xFFFF;
    }

    /** For each pixel of the result; a side of the source is 2 * from * to units long, and one of the result as well. */
    private static Cover[] cover(int from, int to) {
        Cover[] all = new Cover[to];
        int half = Math.max(from, to);
        for (int at = 0; at < to; at++) {
            int start = Math.max(0, (2 * at + 1) * from - half);
            int end = Math.min(2 * from * to, (2 * at + 1) * from + half);
            int first = start / (2 * to);
            int[] parts = new int[(end - 1) / (2 * to) - first + 1];
            for (int part = 0; part < parts.length; part++) {
                int pixel = (first + part) * 2 * to;
                parts[part] = Math.min(end, pixel + 2 * to) - Math.max(start, pixel);
            }
            all[at] = new Cover(first, parts, end - start);
        }
        return all;
    }

    /** The source's rows with the result's columns. */
    private static long[] horizontal(Samples source, Cover[] cover) {
        long[] rows = new long[source.size() * cover.length];
        for (int row = 0; row < source.size(); row++) {
            for (int column = 0; column < cover.length; column++) {
                int from = row * source.size() + cover[column].first();
                rows[row * cover.length + column] = average(source.pixels(), from, 1, cover[column]);
            }
        }
        return rows;
    }

    private static long[] vertical(long[] rows, int height, Cover[] cover) {
        int length = rows.length / height;
        long[] pixels = new long[cover.length * length];
        for (int row = 0; row < cover.length; row++) {
            for (int column = 0; column < length; column++) {
                int from = cover[row].first() * length + column;
                pixels[row * length + column] = average(rows, from, length, cover[row]);
            }
        }
        return pixels;
    }

    /** The average of pixels that are a step apart; most of an icon are areas of one colour. */
    private static long average(long[] source, int from, int step, Cover cover) {
        long first = source[from];
        int at = from + step;
        int left = cover.parts().length - 1;
        while (left > 0 && source[at] == first) {
            at += step;
            left--;
        }
        return left == 0 ? first : mixed(source, from, step, cover);
    }

    /** A sum has at most 8,192 parts, so that an int holds it. */
    private static long mixed(long[] source, int from, int step, Cover cover) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int alpha = 0;
        int at = from;
        for (int part : cover.parts()) {
            long pixel = source[at];
            red += part * red(pixel);
            green += part * green(pixel);
            blue += part * blue(pixel);
            alpha += part * alpha(pixel);
            at += step;
        }
        int parts = cover.sum();
        return pixel(average(red, parts), average(green, parts), average(blue, parts), average(alpha, parts));
    }

    private static int average(int sum, int parts) {
        return (sum + parts / 2) / parts;
    }

    private static PixelImage image(int size, long[] values) {
        int[] pixels = new int[size * size];
        for (int at = 0; at < pixels.length; at++) {
            long value = values[at];
            pixels[at] = at > 0 && value == values[at - 1] ? pixels[at - 1] : shown(value);
        }
        return new PixelImage(size, size, pixels);
    }

    private static int shown(long pixel) {
        int alpha = alpha(pixel);
        int shown = (alpha * 255 + HIGHEST / 2) / HIGHEST;
        return shown == 0
                ? 0
                : PixelImage.pixel(
                        shown, colour(red(pixel), alpha), colour(green(pixel), alpha), colour(blue(pixel), alpha));
    }

    private static int colour(int multiplied, int alpha) {
        long linear = ((long) multiplied * HIGHEST + alpha / 2) / alpha;
        return SRGB[(int) Math.min(HIGHEST, linear)] & 0xFF;
    }

    /** The light of a value of sRGB, as IEC 61966-2-1 defines it. */
    private static int linear(double value) {
        double part = value / 255;
        double light = part <= 0.04045 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4);
        return (int) Math.round(light * HIGHEST);
    }
}
