package io.github.storemaven.msix.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A logo of a package and its size at 100 % (reference 6).
 *
 * @param name of its file, without extension
 * @param width in pixels
 * @param height in pixels; the icon in the logo is as high
 */
record LogoSize(String name, int width, int height) {
    /** In percent. */
    private static final List<Integer> SCALES = List.of(100, 125, 150, 200, 400);

    /** In pixels; for the taskbar, the start menu and lists. */
    private static final List<Integer> TARGET_SIZES = List.of(16, 20, 24, 30, 32, 36, 40, 48, 60, 64, 72, 80, 96, 256);

    /** Without plate on dark and on light ground; Windows puts a plate behind the icon where it does not find them. */
    static final List<String> FORMS = List.of("unplated", "lightunplated");

    static final LogoSize APP_ICON = new LogoSize("Square44x44Logo", 44, 44);

    /** The icon of the files that the app opens. */
    static final LogoSize FILE = new LogoSize("FileLogo", 44, 44);

    /** Those of every package. */
    static final List<LogoSize> PACKAGE = List.of(
            new LogoSize("StoreLogo", 50, 50),
            APP_ICON,
            new LogoSize("Square71x71Logo", 71, 71),
            new LogoSize("Square150x150Logo", 150, 150),
            new LogoSize("Wide310x150Logo", 310, 150),
            new LogoSize("Square310x310Logo", 310, 310));

    /** Those that a manifest may name. */
    static final List<LogoSize> KNOWN = Stream.concat(
                    PACKAGE.stream(), Stream.of(FILE, new LogoSize("SplashScreen", 620, 300)))
            .toList();

    /** The size at a scale in percent; halves are rounded up. */
    LogoSize scaled(int scale) {
        return new LogoSize(name, (width * scale + 50) / 100, (height * scale + 50) / 100);
    }

    /** The names of the plain file and of those for scales, target sizes and forms, with their sizes. */
    Map<String, LogoSize> files() {
        Map<String, LogoSize> files = new LinkedHashMap<>();
        files.put(name + ".png", this);
        if (!equals(FILE)) {
            SCALES.forEach(scale -> files.put(name + ".scale-" + scale + ".png", scaled(scale)));
        }
        if (equals(FILE) || equals(APP_ICON)) {
            TARGET_SIZES.forEach(size -> putTarget(size, files));
        }
        return files;
    }

    private void putTarget(int size, Map<String, LogoSize> files) {
        LogoSize target = new LogoSize(name, size, size);
        String start = name + ".targetsize-" + size;
        files.put(start + ".png", target);
        if (equals(APP_ICON)) {
            FORMS.forEach(form -> files.put(start + "_altform-" + form + ".png", target));
        }
    }
}
