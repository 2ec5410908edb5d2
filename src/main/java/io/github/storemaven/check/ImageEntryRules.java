package io.github.storemaven.check;

import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Node;
import java.util.Map;
import java.util.stream.Collectors;

/** The image entries of one listing: how many of each type, and their names (rows IMG-01 to IMG-05, 20 to 31, 42). */
final class ImageEntryRules {
    /** What older pages and an official client still say of desktop screenshots. */
    private static final int OLD_MOST = 9;

    private static final int SHORTEST_NAME = 5;
    private static final int LONGEST_NAME = 255;

    private ImageEntryRules() {}

    static void check(Node images, DocumentReport report) {
        Map<String, Long> counts = countByType(images);
        PictureRule.all().forEach(rule -> checkCount(rule, counts.getOrDefault(rule.type(), 0L), images, report));
        images.items()
                .takeWhile(image -> !report.full())
                .filter(ImageEntryRules::isNew)
                .forEach(image -> checkName(image.member("fileName"), report));
    }

    /** The images of a listing by type, those that go not among them. */
    static Map<String, Long> countByType(Node images) {
        return images.items()
                .filter(image -> !image.has(FileStatus.PENDING_DELETE))
                .flatMap(image -> image.member("imageType").text().stream())
                .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
    }

    private static void checkCount(PictureRule rule, long count, Node images, DocumentReport report) {
        String message = "there are " + count + " images of the type " + rule.type();
        if (rule.isDropped() && count > 0) {
            report.warning(rule.rule(), images, rule.type() + " is shown nowhere any more", "none");
        } else if (count > rule.most()) {
            // One logo a type is what official clients enforce; Microsoft's pages do not say it.
            Severity severity = rule.screenshot() ? rule.severity() : Severity.WARNING;
            report.add(rule.rule(), severity, images, message, "at most " + rule.most());
        } else if (rule.rule().equals("IMG-01") && count > OLD_MOST) {
            report.warning("IMG-01", images, message, "at most 10, by older pages 9");
        }
    }

    private static boolean isNew(Node image) {
        return image.has(FileStatus.PENDING_UPLOAD);
    }

    private static void checkName(Node name, DocumentReport report) {
        String text = name.text().orElse("");
        boolean fits = text.length() >= SHORTEST_NAME && text.length() <= LONGEST_NAME && text.contains(".");
        if (!fits) {
            String allowed = SHORTEST_NAME + " to " + LONGEST_NAME + " characters with the extension";
            report.warning("IMG-42", name, "the file name " + Quote.of(text) + " is not usual", allowed);
        }
    }
}
