package io.github.storemaven.check;

import io.github.storemaven.document.ImageType;
import io.github.storemaven.document.ImageType.Group;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the Store wants of one type of image: listing rules, sections 3 and 4.
 *
 * @param rule its number
 * @param image the API's {@code imageType}
 * @param most how many a listing may have
 * @param severity of another number or size
 * @param size in pixels
 */
record ImageRequirements(String rule, ImageType image, int most, Severity severity, PixelSize size) {
    /** Dropped types, still recognised. */
    static final String DROPPED = "IMG-31";

    private static final PixelSize DESKTOP = PixelSize.atLeast(1366, 768);
    private static final List<ImageRequirements> LIVE = List.of(
            screenshot("IMG-01", ImageType.SCREENSHOT, 10, Severity.ERROR, DESKTOP),
            screenshot("IMG-02", ImageType.XBOX_SCREENSHOT, 8, Severity.ERROR, PixelSize.upToFourK(1920, 1080)),
            screenshot("IMG-03", ImageType.HOLO_LENS_SCREENSHOT, 8, Severity.ERROR, PixelSize.atLeast(1268, 720)),
            screenshot("IMG-04", ImageType.MOBILE_SCREENSHOT, 8, Severity.WARNING, mobile()),
            screenshot("IMG-05", ImageType.SURFACE_HUB_SCREENSHOT, 8, Severity.WARNING, DESKTOP),
            logo("IMG-20", ImageType.STORE_LOGO_9X16, Severity.ERROR, "720x1080", "1440x2160"),
            logo("IMG-21", ImageType.STORE_LOGO_SQUARE, Severity.ERROR, "1080x1080", "2160x2160"),
            logo("IMG-22", ImageType.ICON, Severity.ERROR, "300x300"),
            logo("IMG-23", ImageType.PROMOTIONAL_ART_16X9, Severity.ERROR, "1920x1080", "3840x2160"),
            logo("IMG-24", ImageType.PROMOTIONAL_ARTWORK_2400X1200, Severity.WARNING, "2400x1200"),
            logo("IMG-25", ImageType.XBOX_BRANDED_KEY_ART, Severity.ERROR, "584x800"),
            logo("IMG-26", ImageType.XBOX_TITLED_HERO_ART, Severity.ERROR, "1920x1080"),
            logo("IMG-27", ImageType.XBOX_FEATURED_PROMOTIONAL_ART, Severity.ERROR, "1080x1080"),
            logo("IMG-28", ImageType.SQUARE_ICON_358X358, Severity.WARNING, "358x358"),
            logo("IMG-29", ImageType.BACKGROUND_IMAGE_1000X800, Severity.WARNING, "1000x800"),
            logo("IMG-30", ImageType.PROMOTIONAL_ARTWORK_414X180, Severity.WARNING, "414x180"));
    private static final List<ImageRequirements> ALL =
            Stream.concat(LIVE.stream(), dropped()).toList();

    static List<ImageRequirements> all() {
        return ALL;
    }

    /** By the exact name, as the service compares it. */
    static Optional<ImageRequirements> of(String type) {
        return ALL.stream().filter(rule -> rule.type().equals(type)).findFirst();
    }

    /** As the API writes it. */
    String type() {
        return image.storeName();
    }

    boolean screenshot() {
        return image.group() == Group.SCREENSHOT;
    }

    boolean isDropped() {
        return rule.equals(DROPPED);
    }

    private static ImageRequirements screenshot(
            String rule, ImageType type, int most, Severity severity, PixelSize size) {
        return new ImageRequirements(rule, type, most, severity, size);
    }

    private static ImageRequirements logo(String rule, ImageType type, Severity severity, String... sizes) {
        return new ImageRequirements(rule, type, 1, severity, PixelSize.exactly(sizes));
    }

    private static Stream<ImageRequirements> dropped() {
        return Stream.of(ImageType.values())
                .filter(type -> type.group() == Group.RETIRED)
                .map(type ->
                        new ImageRequirements(DROPPED, type, Integer.MAX_VALUE, Severity.WARNING, PixelSize.any()));
    }

    private static PixelSize mobile() {
        return PixelSize.exactly(
                "1080x1920", "1920x1080", "768x1280", "1280x768", "720x1280", "1280x720", "800x480", "480x800");
    }

    /** Which sizes in pixels a kind of picture may have: listing rules, sections 3 and 4. */
    sealed interface PixelSize {
        boolean allows(long width, long height);

        /** For messages, such as {@code 300 x 300}. */
        String words();

        /** One of some sizes, such as {@code 720x1080}. */
        static PixelSize exactly(String... sizes) {
            return new Exactly(List.of(sizes));
        }

        /** At least that long on its long and short side, so that portrait is measured as landscape is (IMG-08). */
        static PixelSize atLeast(long longSide, long shortSide) {
            return new Between(longSide, shortSide, Long.MAX_VALUE, Long.MAX_VALUE);
        }

        /** The same with 4K as the most. */
        static PixelSize upToFourK(long longSide, long shortSide) {
            return new Between(longSide, shortSide, 3840, 2160);
        }

        /** For a type that is dropped, whatever its size. */
        static PixelSize any() {
            return atLeast(0, 0);
        }

        record Exactly(List<String> sizes) implements PixelSize {
            @Override
            public boolean allows(long width, long height) {
                return sizes.contains(width + "x" + height);
            }

            @Override
            public String words() {
                return sizes.stream().map(size -> size.replace("x", " x ")).collect(Collectors.joining(" or "));
            }
        }

        record Between(long leastLong, long leastShort, long mostLong, long mostShort) implements PixelSize {
            @Override
            public boolean allows(long width, long height) {
                long longSide = Math.max(width, height);
                long shortSide = Math.min(width, height);
                return longSide >= leastLong
                        && shortSide >= leastShort
                        && longSide <= mostLong
                        && shortSide <= mostShort;
            }

            boolean isLimited() {
                return mostLong != Long.MAX_VALUE;
            }

            @Override
            public String words() {
                String least = "at least " + leastLong + " x " + leastShort;
                return !isLimited() ? least : least + ", at most " + mostLong + " x " + mostShort;
            }
        }
    }
}
