package io.github.storemaven.msix.build;

/**
 * An image in sRGB, row by row.
 *
 * @param pixels alpha, red, green and blue from the highest byte down; the colours are not multiplied by alpha
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PixelImage(int width, int height, int[] pixels) {
    static int pixel(int alpha, int red, int green, int blue) {
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    static int alpha(int pixel) {
        return pixel >>> 24;
    }

    static int red(int pixel) {
        return pixel >>> 16 & 0xFF;
    }

    static int green(int pixel) {
        return pixel >>> 8 & 0xFF;
    }

    static int blue(int pixel) {
        return pixel & 0xFF;
    }

    /** This image in the middle of a larger transparent one. */
    PixelImage centred(int newWidth, int newHeight) {
        int[] all = new int[newWidth * newHeight];
        int left = (newWidth - width) / 2;
        int top = (newHeight - height) / 2;
        for (int row = 0; row < height; row++) {
            System.arraycopy(pixels, row * width, all, (top + row) * newWidth + left, width);
        }
        return new PixelImage(newWidth, newHeight, all);
    }
}
