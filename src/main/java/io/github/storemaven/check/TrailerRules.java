package io.github.storemaven.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rules on trailer files, by their headers: listing rules, section 5. */
public final class TrailerRules {
    private static final long LARGEST = 2L * 1024 * 1024 * 1024;
    private static final int RECOMMENDED_SECONDS = 60;
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    private final Report report;

    /** Findings go to the report, under the file as it is given. */
    public TrailerRules(Report report) {
        this.report = report;
    }

    /** Checks a video; its thumbnails are pictures ({@link PictureRules#thumbnail}). */
    public void video(Path file) throws IOException {
        long bytes = Files.size(file);
        if (bytes > LARGEST) {
            error("TRL-03", file, "the file has " + bytes + " bytes", "at most 2 GB");
        }
        if (!TrailerEntryRules.isVideoName(file.toString())) {
            error("TRL-02", file, "the file's name ends otherwise", "MOV or MP4 (.mov, .mp4)");
        }
        try {
            check(file, Video.read(file));
        } catch (DamagedVideo damage) {
            error("TRL-02", file, "this is no whole MOV or MP4: " + damage.getMessage(), "MOV or MP4");
        }
    }

    private void check(Path file, Video video) {
        if (video.width() != WIDTH || video.height() != HEIGHT) {
            String message = "the video has " + video.width() + " x " + video.height() + " pixels";
            error("TRL-04", file, message, WIDTH + " x " + HEIGHT);
        }
        if (video.seconds() > RECOMMENDED_SECONDS) {
            warning("TRL-03", file, "the video plays " + Math.round(video.seconds()) + " s", "60 s or less");
        }
        if (!video.indexFirst()) {
            warning("TRL-09", file, "the moov box stands behind mdat", "moov first (\"fast start\")");
        }
        if (video.editLists()) {
            warning("TRL-09", file, "the video has edit lists", "none");
        }
    }

    private void error(String rule, Path file, String message, String allowed) {
        report.error(rule, file.toString(), "", message, allowed);
    }

    private void warning(String rule, Path file, String message, String allowed) {
        report.warning(rule, file.toString(), "", message, allowed);
    }
}
