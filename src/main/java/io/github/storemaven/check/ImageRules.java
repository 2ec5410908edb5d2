package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.check.ImageRequirements.PixelSize;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.ImageType;
import io.github.storemaven.document.Node;
import io.github.storemaven.zip.FileContent;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules on picture files, by their headers: listing rules, sections 3 to 5 and 13.2. A file is never decoded. */
public final class ImageRules {
    private static final long LARGEST = 50L * 1024 * 1024;
    private static final long DOUBTFUL = 50_000_000;
    private static final PixelSize THUMBNAIL = PixelSize.exactly("1920x1080");
    private static final PixelSize ADDON_ICON = PixelSize.exactly("300x300");
    private static final PixelSize FOUR_K = PixelSize.upToFourK(0, 0);

    private static final int MAX_PLACES = 4;

    private final FindingCollector report;
    private final String place;

    /** Findings go to the report, under the file as it is given. */
    public ImageRules(FindingCollector report) {
        this(report, "");
    }

    /** @param place of all findings, such as the languages that show the picture */
    public ImageRules(FindingCollector report, String place) {
        this.report = report;
        this.place = place;
    }

    /**
     * Checks an image of a listing.
     *
     * @param imageType of the API, such as {@code Screenshot}
     */
    public void image(FileContent image, String imageType) {
        Optional<ImageRequirements> rule = ImageRequirements.of(imageType);
        if (rule.isPresent()) {
            image(image, rule.get());
        } else {
            String question = Quote.didYouMean(imageType, ImageType.names());
            String allowed = String.join(", ", ImageType.names());
            error("DOC-04", image, Quote.of(imageType) + " is not an image type" + question, "use one of " + allowed);
        }
    }

    /** Checks the thumbnail of a trailer (TRL-05). */
    public void thumbnail(FileContent image) {
        exact("TRL-05", image, THUMBNAIL);
    }

    /** Checks the icon of an add-on (ADD-29). */
    public void addonIcon(FileContent image) {
        exact("ADD-29", image, ADDON_ICON);
    }

    private void image(FileContent image, ImageRequirements rule) {
        if (rule.isDropped()) {
            warning(
                    rule.rule(),
                    image,
                    "the Store no longer shows images of the type " + rule.type(),
                    "remove the file");
        }
        Optional<PngHeader> header = png("IMG-07", image);
        if (header.isPresent()) {
            checkSize(rule.rule(), rule.severity(), image, header.get(), rule.size());
            boolean large = !FOUR_K.allows(header.get().width(), header.get().height());
            if (rule.screenshot() && large && rule.size() instanceof PixelSize.Between range && !range.isLimited()) {
                warning(
                        "IMG-09",
                        image,
                        "the image has " + pixels(header.get()) + " pixels",
                        "the Store wants at most 3840 x 2160");
            }
        }
    }

    private void exact(String rule, FileContent image, PixelSize size) {
        Optional<PngHeader> header = png(rule, image);
        if (header.isPresent()) {
            checkSize(rule, Severity.ERROR, image, header.get(), size);
        }
    }

    private Optional<PngHeader> png(String rule, FileContent image) {
        checkBytes(rule, image);
        Optional<PngHeader> header = PngHeader.of(image.start());
        if (header.isEmpty()) {
            error(rule, image, "the file is not a PNG, whatever its name", "convert it to PNG");
        }
        return header;
    }

    private void checkBytes(String rule, FileContent image) {
        long bytes = image.size();
        if (bytes > LARGEST) {
            error(rule, image, "the file has " + megabytes(bytes), "the Store takes at most 50 MB");
        } else if (bytes > DOUBTFUL) {
            warning(
                    rule,
                    image,
                    "the file has " + megabytes(bytes),
                    "the Store takes at most 50 MB, and may count 1,000,000 bytes as one");
        }
    }

    private void checkSize(String rule, Severity severity, FileContent image, PngHeader header, PixelSize size) {
        if (!size.allows(header.width(), header.height())) {
            String message =
                    "the image has " + pixels(header) + " pixels; the Store wants " + size.words() + placeFor(header);
            report.add(new Finding(rule, severity, image.file().toString(), place, message));
        }
    }

    /** Where a picture of its size belongs; nothing where it fits nowhere. */
    private static String placeFor(PngHeader header) {
        List<String> types = ImageRequirements.all().stream()
                .filter(rule -> !rule.isDropped() && rule.size().allows(header.width(), header.height()))
                .sorted(Comparator.comparing(rule -> rule.size() instanceof PixelSize.Between))
                .map(ImageRequirements::type)
                .limit(MAX_PLACES)
                .toList();
        return types.isEmpty() ? "" : "; this size fits an app's " + String.join(", ", types);
    }

    private static String pixels(PngHeader header) {
        return header.width() + " x " + header.height();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }

    private void error(String rule, FileContent image, String message, String remedy) {
        report.error(rule, image.file().toString(), place, message, remedy);
    }

    private void warning(String rule, FileContent image, String message, String remedy) {
        report.warning(rule, image.file().toString(), place, message, remedy);
    }

    /** The image entries of one listing: how many of each type, and their names (rows IMG-01 to IMG-05, 20 to 31, 42). */
    static final class Entries {
        /** What older pages and an official client still say of desktop screenshots. */
        private static final int OLD_MOST = 9;

        private static final int SHORTEST_NAME = 5;
        private static final int LONGEST_NAME = 255;

        private Entries() {}

        static void check(Node images, OfDocument report) {
            Map<String, Long> counts = countByType(images);
            ImageRequirements.all()
                    .forEach(rule -> checkCount(rule, counts.getOrDefault(rule.type(), 0L), images, report));
            images.items()
                    .takeWhile(image -> !report.full())
                    .filter(Entries::isNew)
                    .forEach(image -> checkName(image.member("fileName"), report));
        }

        /** The images of a listing by type, those that go not among them. */
        static Map<String, Long> countByType(Node images) {
            return images.items()
                    .filter(image -> !image.has(FileStatus.PENDING_DELETE))
                    .flatMap(image -> image.member("imageType").text().stream())
                    .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
        }

        private static void checkCount(ImageRequirements rule, long count, Node images, OfDocument report) {
            String message = numberOf(count, rule.type());
            if (rule.isDropped() && count > 0) {
                report.warning(
                        rule.rule(),
                        images,
                        "the Store no longer shows images of the type " + rule.type(),
                        "remove them");
            } else if (count > rule.most()) {
                // One logo a type is what official clients enforce; Microsoft's pages do not say it.
                Severity severity = rule.screenshot() ? rule.severity() : Severity.WARNING;
                report.add(rule.rule(), severity, images, message, "the Store takes at most " + rule.most());
            } else if (rule.rule().equals("IMG-01") && count > OLD_MOST) {
                report.advice("IMG-01", images, message, "the Store takes 10, by older pages 9");
            }
        }

        /** {@code 2 screenshots}, {@code 1 image of the type Icon}. */
        static String numberOf(long count, String type) {
            return type.equals(ImageType.SCREENSHOT.storeName())
                    ? count + (count == 1 ? " screenshot" : " screenshots")
                    : count + (count == 1 ? " image" : " images") + " of the type " + type;
        }

        private static boolean isNew(Node image) {
            return image.has(FileStatus.PENDING_UPLOAD);
        }

        private static void checkName(Node name, OfDocument report) {
            String text = name.text().orElse("");
            boolean fits = text.length() >= SHORTEST_NAME && text.length() <= LONGEST_NAME && text.contains(".");
            if (!fits) {
                String remedy = "use " + SHORTEST_NAME + " to " + LONGEST_NAME + " characters with the extension";
                report.warning("IMG-42", name, "the Store may refuse the file name " + Quote.of(text), remedy);
            }
        }
    }
}
