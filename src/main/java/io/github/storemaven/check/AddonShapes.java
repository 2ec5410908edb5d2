package io.github.storemaven.check;

import java.util.Map;

/** The members of an add-on submission: submission API, sections 6.5 and 6.9. */
final class AddonShapes {
    private AddonShapes() {}

    static Map<String, Shape> submission() {
        return Map.of(
                "contentType", contentType(),
                "keywords", Shape.texts(),
                "lifetime", lifetime(),
                "listings", new MapOf(listing()),
                "pricing",
                        CommonShapes.pricing(new Foreign(
                                "ADD-31", "the pricing of an add-on", "priceId and marketSpecificPricings")),
                "targetPublishMode", CommonShapes.publishMode(),
                "targetPublishDate", Shape.text(),
                "tag", Shape.text(),
                "visibility", CommonShapes.visibility());
    }

    /** Without {@code NotSet}, which the live service refuses. */
    private static Shape contentType() {
        return Shape.choice(
                "ADD-20",
                "BookDownload",
                "EMagazine",
                "ENewspaper",
                "MusicDownload",
                "MusicStream",
                "OnlineDataStorage",
                "VideoDownload",
                "VideoStream",
                "Asp",
                "OnlineDownload");
    }

    private static Shape lifetime() {
        return Shape.choice(
                "ADD-22",
                "Forever",
                "OneDay",
                "ThreeDays",
                "FiveDays",
                "OneWeek",
                "TwoWeeks",
                "OneMonth",
                "TwoMonths",
                "ThreeMonths",
                "SixMonths",
                "OneYear");
    }

    private static Shape listing() {
        Shape icon = Shape.members(Map.of("fileName", Shape.text(), "fileStatus", CommonShapes.fileStatus("IMG-40")));
        return Shape.members(Map.of("title", Shape.text(), "description", Shape.text(), "icon", icon));
    }
}
