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

    private static final int CHANNELS = 4;

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

    /** A square of red, green, blue and alpha, pixel by pixel, as unsigned numbers. */
    private record Samples(int size, short[] values) {}

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
        short[] values = new short[size * size * CHANNELS];
        for (int at = 0; at < size * size; at++) {
            int[] sum = new int[CHANNELS];
            for (int part = 0; part < step * step; part++) {
                int row = at / size * step + part / step;
                int column = at % size * step + part % step;
                add(sum, icon.pixels()[row * icon.width() + column]);
            }
            for (int channel = 0; channel < CHANNELS; channel++) {
                values[at * CHANNELS + channel] = (short) ((sum[channel] + step * step / 2) / (step * step));
            }
        }
        return new Samples(size, values);
    }

    private static void add(int[] sum, int pixel) {
        int alpha = PixelImage.alpha(pixel);
        sum[0] += (LINEAR[PixelImage.red(pixel)] * alpha + 127) / 255;
        sum[1] += (LINEAR[PixelImage.green(pixel)] * alpha + 127) / 255;
        sum[2] += (LINEAR[PixelImage.blue(pixel)] * alpha + 127) / 255;
        sum[3] += alpha * HIGHEST / 255;
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
    private static short[] horizontal(Samples source, Cover[] cover) {
        int length = cover.length * CHANNELS;
        short[] rows = new short[source.size() * length];
        for (int row = 0; row < source.size(); row++) {
            for (int column = 0; column < cover.length; column++) {
                int from = (row * source.size() + cover[column].first()) * CHANNELS;
                sum(source.values(), from, CHANNELS, cover[column], rows, row * length + column * CHANNELS);
            }
        }
        return rows;
    }

    private static short[] vertical(short[] rows, int height, Cover[] cover) {
        int length = rows.length / height;
        short[] values = new short[cover.length * length];
        for (int row = 0; row < cover.length; row++) {
            for (int column = 0; column < length; column += CHANNELS) {
                int from = cover[row].first() * length + column;
                sum(rows, from, length, cover[row], values, row * length + column);
            }
        }
        return values;
    }

    /** Averages pixels that are a step apart, and writes the pixel that they make. */
    private static void sum(short[] source, int from, int step, Cover cover, short[] target, int to) {
        long red = 0;
        long green = 0;
        long blue = 0;
        long alpha = 0;
        int at = from;
        for (int part : cover.parts()) {
            red += (long) part * (source[at] & 0xFFFF);
            green += (long) part * (source[at + 1] & 0xFFFF);
            blue += (long) part * (source[at + 2] & 0xFFFF);
            alpha += (long) part * (source[at + 3] & 0xFFFF);
            at += step;
        }
        target[to] = average(red, cover);
        target[to + 1] = average(green, cover);
        target[to + 2] = average(blue, cover);
        target[to + 3] = average(alpha, cover);
    }

    private static short average(long sum, Cover cover) {
        return (short) ((sum + cover.sum() / 2) / cover.sum());
    }

    private static PixelImage image(int size, short[] values) {
        int[] pixels = new int[size * size];
        for (int at = 0; at < pixels.length; at++) {
            int alpha = values[at * CHANNELS + 3] & 0xFFFF;
            int shown = (alpha * 255 + HIGHEST / 2) / HIGHEST;
            pixels[at] = shown == 0
                    ? 0
                    : PixelImage.pixel(
                            shown,
                            colour(values[at * CHANNELS], alpha),
                            colour(values[at * CHANNELS + 1], alpha),
                            colour(values[at * CHANNELS + 2], alpha));
        }
        return new PixelImage(size, size, pixels);
    }

    private static int colour(short premultiplied, int alpha) {
        long linear = ((premultiplied & 0xFFFFL) * HIGHEST + alpha / 2) / alpha;
        return SRGB[(int) Math.min(HIGHEST, linear)] & 0xFF;
    }

    /** The light of a value of sRGB, as IEC 61966-2-1 defines it. */
    private static int linear(double value) {
        double part = value / 255;
        double light = part <= 0.04045 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4);
        return (int) Math.round(light * HIGHEST);
    }
}
