package io.github.storemaven.check;

import io.github.storemaven.document.ImageType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rules on picture files, by their headers: listing rules, sections 3 to 5 and 13.2. A picture is never decoded. */
public final class PictureRules {
    private static final long LARGEST = 50L * 1024 * 1024;
    private static final long DOUBTFUL = 50_000_000;
    private static final PictureSize THUMBNAIL = PictureSize.exactly("1920x1080");
    private static final PictureSize ADDON_ICON = PictureSize.exactly("300x300");
    private static final PictureSize FOUR_K = PictureSize.upToFourK(0, 0);

    private static final int MAX_PLACES = 4;

    private final Report report;
    private final String place;

    /** Findings go to the report, under the file as it is given. */
    public PictureRules(Report report) {
        this(report, "");
    }

    /** @param place of all findings, such as the languages that show the picture */
    public PictureRules(Report report, String place) {
        this.report = report;
        this.place = place;
    }

    /**
     * Checks an image of a listing.
     *
     * @param imageType of the API, such as {@code Screenshot}
     */
    public void image(Path file, String imageType) throws IOException {
        Optional<PictureRule> rule = PictureRule.of(imageType);
        if (rule.isPresent()) {
            image(file, rule.get());
        } else {
            String question = Closest.question(imageType, ImageType.names());
            String allowed = String.join(", ", ImageType.names());
            error("DOC-04", file, Quote.of(imageType) + " is no type of image" + question, allowed);
        }
    }

    /** Checks the thumbnail of a trailer (TRL-05). */
    public void thumbnail(Path file) throws IOException {
        exact("TRL-05", file, THUMBNAIL);
    }

    /** Checks the icon of an add-on (ADD-29). */
    public void addonIcon(Path file) throws IOException {
        exact("ADD-29", file, ADDON_ICON);
    }

    private void image(Path file, PictureRule rule) throws IOException {
        if (rule.isDropped()) {
            warning(rule.rule(), file, rule.type() + " is shown nowhere any more", "no file");
        }
        Optional<PngHeader> header = png("IMG-07", file);
        if (header.isPresent()) {
            checkSize(rule.rule(), rule.severity(), file, header.get(), rule.size());
            boolean large = !FOUR_K.allows(header.get().width(), header.get().height());
            if (rule.screenshot() && large && rule.size() instanceof PictureSize.Between range && !range.isLimited()) {
                warning(
                        "IMG-09",
                        file,
                        "the picture is larger than 4K: " + pixels(header.get()),
                        "3840 x 2160 or less");
            }
        }
    }

    private void exact(String rule, Path file, PictureSize size) throws IOException {
        Optional<PngHeader> header = png(rule, file);
        if (header.isPresent()) {
            checkSize(rule, Severity.ERROR, file, header.get(), size);
        }
    }

    private Optional<PngHeader> png(String rule, Path file) throws IOException {
        checkBytes(rule, file, Files.size(file));
        Optional<PngHeader> header = PngHeader.read(file);
        if (header.isEmpty()) {
            error(rule, file, "this is no PNG, whatever its name", "PNG");
        }
        return header;
    }

    private void checkBytes(String rule, Path file, long bytes) {
        if (bytes > LARGEST) {
            error(rule, file, "the file has " + bytes + " bytes", "at most 50 MB");
        } else if (bytes > DOUBTFUL) {
            warning(rule, file, "the file has " + bytes + " bytes, which may be over 50 MB", "at most 50,000,000");
        }
    }

    private void checkSize(String rule, Severity severity, Path file, PngHeader header, PictureSize size) {
        if (!size.allows(header.width(), header.height())) {
            String message = "the picture has " + pixels(header) + " pixels" + placeFor(header);
            report.add(new Finding(rule, severity, file.toString(), place, message, size.words()));
        }
    }

    /** Where a picture of its size belongs; nothing where it fits nowhere. */
    private static String placeFor(PngHeader header) {
        List<String> types = PictureRule.all().stream()
                .filter(rule -> !rule.isDropped() && rule.size().allows(header.width(), header.height()))
                .sorted(Comparator.comparing(rule -> rule.size() instanceof PictureSize.Between))
                .map(PictureRule::type)
                .limit(MAX_PLACES)
                .toList();
        return types.isEmpty() ? "" : "; an image of this size may be an app's " + String.join(", ", types);
    }

    private static String pixels(PngHeader header) {
        return header.width() + " x " + header.height();
    }

    private void error(String rule, Path file, String message, String allowed) {
        report.error(rule, file.toString(), place, message, allowed);
    }

    private void warning(String rule, Path file, String message, String allowed) {
        report.warning(rule, file.toString(), place, message, allowed);
    }
}
