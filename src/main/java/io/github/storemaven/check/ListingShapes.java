package io.github.storemaven.check;

import io.github.storemaven.document.ImageType;
import java.util.Map;

/** Listings, images and trailers of an app: submission API, sections 6.11 to 6.13 and 6.18. */
final class ListingShapes {
    private ListingShapes() {}

    static Shape listing() {
        return Shape.members(Map.of("baseListing", texts(), "platformOverrides", new MapOf(texts())));
    }

    static Shape trailer() {
        Shape thumbnail = Shape.members(Map.of(
                "fileName", Shape.text(),
                "id", Shape.text(),
                "description", Shape.text()));
        Shape asset = Shape.members(Map.of("title", Shape.text(), "imageList", new ListOf(thumbnail)));
        return Shape.members(Map.of(
                "id", Shape.text(),
                "videoFileName", Shape.text(),
                "videoFileId", Shape.text(),
                "trailerAssets", new MapOf(asset)));
    }

    private static Shape texts() {
        return Shape.members(Map.ofEntries(
                Map.entry("copyrightAndTrademarkInfo", Shape.text()),
                Map.entry("keywords", Shape.texts()),
                Map.entry("licenseTerms", Shape.text()),
                Map.entry("privacyPolicy", Shape.text()),
                Map.entry("supportContact", Shape.text()),
                Map.entry("websiteUrl", Shape.text()),
                Map.entry("description", Shape.text()),
                Map.entry("features", Shape.texts()),
                Map.entry("releaseNotes", Shape.text()),
                Map.entry("images", new ListOf(image())),
                Map.entry("recommendedHardware", Shape.texts()),
                Map.entry("minimumHardware", Shape.texts()),
                Map.entry("title", Shape.text()),
                Map.entry("shortDescription", Shape.text()),
                Map.entry("shortTitle", Shape.text()),
                Map.entry("sortTitle", Shape.text()),
                Map.entry("voiceTitle", Shape.text()),
                Map.entry("devStudio", Shape.text())));
    }

    private static Shape image() {
        return Shape.members(Map.of(
                "fileName",
                Shape.text(),
                "fileStatus",
                CommonShapes.fileStatus("IMG-40"),
                "id",
                Shape.text(),
                "description",
                Shape.text(),
                "imageType",
                new Choice("DOC-04", ImageType.names())));
    }
}
