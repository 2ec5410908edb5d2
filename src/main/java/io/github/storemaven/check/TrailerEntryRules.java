package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import java.util.Locale;

/** Trailers as the document names them: listing rules, section 5. */
final class TrailerEntryRules {
    private static final int MOST = 15;
    private static final TextLimit TITLE = TextLimit.error("TXT-17", "title", 255);

    private TrailerEntryRules() {}

    static void check(Node document, DocumentReport report) {
        Node trailers = document.member("trailers");
        long count = trailers.items().count();
        if (count > MOST) {
            report.error("TRL-01", trailers, "there are " + count + " trailers", "at most " + MOST);
        }
        trailers.items().takeWhile(trailer -> !report.full()).forEach(trailer -> {
            checkName(trailer.member("videoFileName"), report);
            trailer.member("trailerAssets").members().forEach(asset -> checkAsset(asset, report));
        });
    }

    /** Names of containers that the Store takes, in any case of letters. */
    static boolean isVideoName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".mp4") || name.endsWith(".mov");
    }

    private static void checkName(Node name, DocumentReport report) {
        if (name.hasText() && name.text().filter(TrailerEntryRules::isVideoName).isEmpty()) {
            report.error("TRL-02", name, "the trailer's name ends otherwise", "MOV or MP4 (.mov, .mp4)");
        }
    }

    private static void checkAsset(Node asset, DocumentReport report) {
        LanguageRules.check("TRL-12", asset, report);
        TITLE.checkMember(asset, report);
        if (!asset.member("title").hasText()) {
            Node title = asset.member("title");
            report.error("TRL-06", title.isMissing() ? asset : title, "the trailer has no title", "one a language");
        }
        Node images = asset.member("imageList");
        long thumbnails = images.items().count();
        if (thumbnails != 1) {
            Node where = images.isMissing() ? asset : images;
            report.error("TRL-05", where, "there are " + thumbnails + " thumbnails", "exactly one a language");
        }
    }
}
