package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.check.VideoHeader.DamagedVideoException;
import io.github.storemaven.document.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Rules on trailer files, by their headers: listing rules, section 5. */
public final class TrailerRules {
    private static final long LARGEST = 2L * 1024 * 1024 * 1024;
    private static final int RECOMMENDED_SECONDS = 60;
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    private final FindingCollector report;

    /** Findings go to the report, under the file as it is given. */
    public TrailerRules(FindingCollector report) {
        this.report = report;
    }

    /** Checks a video; its thumbnails are pictures ({@link ImageRules#thumbnail}). */
    public void video(Path file) throws IOException {
        long bytes = Files.size(file);
        if (bytes > LARGEST) {
            error(
                    "TRL-03",
                    file,
                    String.format(Locale.ROOT, "the file has %,d bytes", bytes),
                    "the Store takes at most 2 GB");
        }
        if (!Entries.isVideoName(file.toString())) {
            error("TRL-02", file, "the name does not end with .mp4 or .mov", "convert the trailer to MP4 or MOV");
        }
        try {
            check(file, VideoHeader.read(file));
        } catch (DamagedVideoException damage) {
            error(
                    "TRL-02",
                    file,
                    "the file is not a whole MP4 or MOV: " + damage.getMessage(),
                    "export the trailer again");
        }
    }

    private void check(Path file, VideoHeader video) {
        if (video.width() != WIDTH || video.height() != HEIGHT) {
            String message = "the video has " + video.width() + " x " + video.height() + " pixels";
            error("TRL-04", file, message, "the Store wants " + WIDTH + " x " + HEIGHT);
        }
        if (video.seconds() > RECOMMENDED_SECONDS) {
            report.add(new Finding(
                    "TRL-03",
                    Severity.ADVICE,
                    file.toString(),
                    "",
                    "the video plays " + Math.round(video.seconds()) + " s; the Store recommends at most 60 s"));
        }
        if (!video.indexFirst()) {
            warning("TRL-09", file, "the moov box is behind mdat", "export the trailer with \"fast start\"");
        }
        if (video.editLists()) {
            warning("TRL-09", file, "the video has edit lists", "export it without them");
        }
    }

    private void error(String rule, Path file, String message, String remedy) {
        report.error(rule, file.toString(), "", message, remedy);
    }

    private void warning(String rule, Path file, String message, String remedy) {
        report.warning(rule, file.toString(), "", message, remedy);
    }

    /** Trailers as the document names them: listing rules, section 5. */
    static final class Entries {
        private static final int MOST = 15;
        private static final TextLimit TITLE = TextLimit.error("TXT-17", "title", 255);

        private Entries() {}

        static void check(Node document, OfDocument report) {
            Node trailers = document.member("trailers");
            long count = trailers.items().count();
            if (count > MOST) {
                report.error("TRL-01", trailers, "there are " + count + " trailers", "the Store takes at most " + MOST);
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

        private static void checkName(Node name, OfDocument report) {
            if (name.hasText() && name.text().filter(Entries::isVideoName).isEmpty()) {
                report.error(
                        "TRL-02",
                        name,
                        Quote.of(name.text().orElse("")) + " does not end with .mp4 or .mov",
                        "convert the trailer to MP4 or MOV");
            }
        }

        private static void checkAsset(Node asset, OfDocument report) {
            ListingTextRules.checkLanguage("TRL-12", asset, report);
            TITLE.checkMember(asset, report);
            if (!asset.member("title").hasText()) {
                Node title = asset.member("title");
                report.error(
                        "TRL-06",
                        title.isMissing() ? asset : title,
                        "the trailer has no title",
                        "each language needs one");
            }
            Node images = asset.member("imageList");
            long thumbnails = images.items().count();
            if (thumbnails != 1) {
                Node where = images.isMissing() ? asset : images;
                report.error(
                        "TRL-05", where, "there are " + thumbnails + " thumbnails", "each language needs exactly one");
            }
        }
    }
}
