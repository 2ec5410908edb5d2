package io.github.storemaven.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The image types of a listing (submission-api, 7.6), in the order in which new ones are added to a document. */
public enum ImageType {
    SCREENSHOT("Screenshot", Group.SCREENSHOT),
    MOBILE_SCREENSHOT("MobileScreenshot", Group.SCREENSHOT),
    XBOX_SCREENSHOT("XboxScreenshot", Group.SCREENSHOT),
    SURFACE_HUB_SCREENSHOT("SurfaceHubScreenshot", Group.SCREENSHOT),
    HOLO_LENS_SCREENSHOT("HoloLensScreenshot", Group.SCREENSHOT),
    STORE_LOGO_9X16("StoreLogo9x16", Group.LOGO),
    STORE_LOGO_SQUARE("StoreLogoSquare", Group.LOGO),
    ICON("Icon", Group.LOGO),
    PROMOTIONAL_ART_16X9("PromotionalArt16x9", Group.PROMOTIONAL),
    PROMOTIONAL_ARTWORK_2400X1200("PromotionalArtwork2400X1200", Group.PROMOTIONAL),
    XBOX_BRANDED_KEY_ART("XboxBrandedKeyArt", Group.XBOX),
    XBOX_TITLED_HERO_ART("XboxTitledHeroArt", Group.XBOX),
    XBOX_FEATURED_PROMOTIONAL_ART("XboxFeaturedPromotionalArt", Group.XBOX),
    SQUARE_ICON_358X358("SquareIcon358X358", Group.OPTIONAL),
    BACKGROUND_IMAGE_1000X800("BackgroundImage1000X800", Group.OPTIONAL),
    PROMOTIONAL_ARTWORK_414X180("PromotionalArtwork414X180", Group.OPTIONAL),
    PROMOTIONAL_ARTWORK_846X468("PromotionalArtwork846X468", Group.RETIRED),
    PROMOTIONAL_ARTWORK_558X756("PromotionalArtwork558X756", Group.RETIRED),
    PROMOTIONAL_ARTWORK_414X468("PromotionalArtwork414X468", Group.RETIRED),
    PROMOTIONAL_ARTWORK_558X558("PromotionalArtwork558X558", Group.RETIRED),
    WIDE_ICON_358X173("WideIcon358X173", Group.RETIRED),
    UNKNOWN("Unknown", Group.RETIRED);

    /** What a type is for, as the reference groups them. */
    public enum Group {
        SCREENSHOT,
        LOGO,
        PROMOTIONAL,
        XBOX,
        /** Shown on systems before Windows 10 alone. */
        OPTIONAL,
        /** Still recognised by the service, shown nowhere any more. */
        RETIRED
    }

    private final String storeName;
    private final Group group;

    ImageType(String storeName, Group group) {
        this.storeName = storeName;
        this.group = group;
    }

    /** The value of {@code imageType}, in the case that the service wants. */
    public String storeName() {
        return storeName;
    }

    public Group group() {
        return group;
    }

    /** The type with a name in any case, as folders may be written; empty when the Store knows none. */
    public static Optional<ImageType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.storeName.equalsIgnoreCase(name))
                .findFirst();
    }

    /** The names of the types that an image folder may have; {@code Unknown} is what the Store calls what it forgot. */
    public static List<String> folderNames() {
        return names().stream().filter(name -> !name.equals(UNKNOWN.storeName)).toList();
    }

    /** The names of all types. */
    public static List<String> names() {
        return Arrays.stream(values()).map(ImageType::storeName).toList();
    }
}
