package io.github.storemaven.msix.build;

import java.util.List;

/**
 * A logo of a package and its size at 100 % (reference 6).
 *
 * @param name of its file, without extension
 * @param width in pixels
 * @param height in pixels; the icon in the logo is as high
 */
record LogoSize(String name, int width, int height) {
    /** In percent. */
    static final List<Integer> SCALES = List.of(100, 125, 150, 200, 400);

    /** In pixels; for the taskbar, the start menu and lists. */
    static final List<Integer> TARGET_SIZES = List.of(16, 20, 24, 30, 32, 36, 40, 48, 60, 64, 72, 80, 96, 256);

    /** Without plate on dark and on light ground; Windows puts a plate behind the icon where it does not find them. */
    static final List<String> FORMS = List.of("unplated", "lightunplated");

    static final LogoSize APP_ICON = square("Square44x44Logo", 44);

    /** The icon of the files that the app opens. */
    static final LogoSize FILE = square("FileLogo", 44);

    /** Those of every package. */
    static final List<LogoSize> PACKAGE = List.of(
            square("StoreLogo", 50),
            APP_ICON,
            square("Square71x71Logo", 71),
            square("Square150x150Logo", 150),
            new LogoSize("Wide310x150Logo", 310, 150),
            square("Square310x310Logo", 310));

    private static LogoSize square(String name, int side) {
        return new LogoSize(name, side, side);
    }

    /** The size at a scale in percent; halves are rounded up. */
    LogoSize scaled(int scale) {
        return new LogoSize(name, (width * scale + 50) / 100, (height * scale + 50) / 100);
    }
}
