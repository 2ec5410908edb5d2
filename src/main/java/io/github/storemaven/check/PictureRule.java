package io.github.storemaven.check;

import io.github.storemaven.document.ImageType;
import io.github.storemaven.document.ImageType.Group;
import java.util.List;
import java.util.Optional;
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
record PictureRule(String rule, ImageType image, int most, Severity severity, PictureSize size) {
    /** Dropped types, still recognised. */
    static final String DROPPED = "IMG-31";

    private static final PictureSize DESKTOP = PictureSize.atLeast(1366, 768);
    private static final List<PictureRule> LIVE = List.of(
            screenshot("IMG-01", ImageType.SCREENSHOT, 10, Severity.ERROR, DESKTOP),
            screenshot("IMG-02", ImageType.XBOX_SCREENSHOT, 8, Severity.ERROR, PictureSize.upToFourK(1920, 1080)),
            screenshot("IMG-03", ImageType.HOLO_LENS_SCREENSHOT, 8, Severity.ERROR, PictureSize.atLeast(1268, 720)),
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
    private static final List<PictureRule> ALL =
            Stream.concat(LIVE.stream(), dropped()).toList();

    static List<PictureRule> all() {
        return ALL;
    }

    /** By the exact name, as the service compares it. */
    static Optional<PictureRule> of(String type) {
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

    private static PictureRule screenshot(String rule, ImageType type, int most, Severity severity, PictureSize size) {
        return new PictureRule(rule, type, most, severity, size);
    }

    private static PictureRule logo(String rule, ImageType type, Severity severity, String... sizes) {
        return new PictureRule(rule, type, 1, severity, PictureSize.exactly(sizes));
    }

    private static Stream<PictureRule> dropped() {
        return Stream.of(ImageType.values())
                .filter(type -> type.group() == Group.RETIRED)
                .map(type -> new PictureRule(DROPPED, type, Integer.MAX_VALUE, Severity.WARNING, PictureSize.any()));
    }

    private static PictureSize mobile() {
        return PictureSize.exactly(
                "1080x1920", "1920x1080", "768x1280", "1280x768", "720x1280", "1280x720", "800x480", "480x800");
    }
}
