package io.github.storemaven.submission;

import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.text.ForeignText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the Store says about a submission, line by line, with the meaning of each code (reference, section 7.7). */
public final class StatusReport {
    private static final String LISTING_ADDED = "ListingOptInWarning";
    private static final String SALES = "SalesUnsupportedWarning";

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("InvalidArchive", "the uploaded ZIP cannot be read; run the same command again"),
            Map.entry("MissingFiles", "the uploaded ZIP does not have these files at their place"),
            Map.entry("PackageValidationFailed", "a package did not pass validation; correct it and raise its version"),
            Map.entry(
                    "InvalidParameterValue",
                    "a value of the document is invalid; correct it in submission.json or the store folder"),
            Map.entry(
                    "InvalidOperation",
                    "the operation is not possible for this submission; look at it in Partner Center"),
            Map.entry("InvalidState", "the product is not in a state for it; Partner Center shows the reason"),
            Map.entry("ResourceNotFound", "something that the document refers to is not there; check its ids"),
            Map.entry("ServiceError", "a fault of the service; run the same command again later"),
            Map.entry("IsInternalError", "a fault of the service; run the same command again later"),
            Map.entry("InvalidMicrosoftAgeRating", "fill in the age ratings in Partner Center; the API cannot"),
            Map.entry("ListingOptOutWarning", "a language of the packages has no listing, or a listing was removed"),
            Map.entry(LISTING_ADDED, "a listing was added"),
            Map.entry("UpdateOnlyWarning", "something new was sent where only updates are possible"),
            Map.entry("Other", "the service names no reason; Partner Center may"),
            Map.entry("PackageValidationWarning", "validation of a package gave a warning"),
            Map.entry(SALES, "sales are edited only in Partner Center"));

    /** Codes of which the Store's own text tells all. */
    private static final Set<String> CLEAR = Set.of(
            "PackageValidationFailed",
            "ListingOptOutWarning",
            LISTING_ADDED,
            "UpdateOnlyWarning",
            "Other",
            "PackageValidationWarning");

    /** Wider ones would push all texts out of sight. */
    private static final int WIDEST_CODE = 40;

    /** Of errors, of warnings and of reports; Partner Center has them all. */
    private static final int MOST_LINES = 50;

    private StatusReport() {}

    /**
     * A table of errors, warnings and certification reports: kind, code, the Store's text, and the meaning in brackets
     * where the code is a known one; no line where the Store says nothing.
     */
    public static List<String> lines(SubmissionStatus status) {
        return lines(status, status.warnings());
    }

    /**
     * The same of a submission that went well, or that somebody only looks at. The warning about sales is left out: it comes with practically every
     * submission, sales or not.
     */
    public static List<String> linesAfterSuccess(SubmissionStatus status) {
        return lines(status, withoutCode(status.warnings(), SALES));
    }

    /** The same of a release of ours that went well; the languages that it has added are no warning. */
    public static List<String> linesAfterRelease(SubmissionStatus status) {
        return lines(status, withoutCode(withoutCode(status.warnings(), SALES), LISTING_ADDED));
    }

    /** What the Store says about languages that were added. */
    public static List<String> addedListings(SubmissionStatus status) {
        return status.warnings().stream()
                .filter(warning -> warning.code().equals(LISTING_ADDED))
                .limit(MOST_LINES)
                .map(warning -> ForeignText.oneLine(warning.text()))
                .toList();
    }

    private static List<SubmissionStatus.Detail> withoutCode(List<SubmissionStatus.Detail> details, String code) {
        return details.stream().filter(one -> !one.code().equals(code)).toList();
    }

    private static List<String> lines(SubmissionStatus status, List<SubmissionStatus.Detail> warnings) {
        int width = Stream.of(status.errors(), warnings)
                .flatMap(List::stream)
                .mapToInt(detail -> ForeignText.oneLine(detail.code()).length())
                .filter(length -> length <= WIDEST_CODE)
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        add(lines, "error    ", status.errors(), error -> line(error, width));
        add(lines, "warning  ", warnings, warning -> line(warning, width));
        add(lines, "report   ", status.reports(), report -> date(report.date()) + "  " + plain(report.url()));
        return lines;
    }

    private static <T> void add(List<String> lines, String kind, List<T> items, Function<T, String> line) {
        items.stream().limit(MOST_LINES).forEach(item -> lines.add(kind + line.apply(item)));
        if (items.size() > MOST_LINES) {
            lines.add(kind + "and " + (items.size() - MOST_LINES) + " more");
        }
    }

    /** The whole message about a submission that the Store refused. */
    public static String refusal(ReleaseResult result) {
        StringBuilder text = new StringBuilder("The Store refused submission " + result.submissionId() + " of "
                + result.product() + ": " + state(result.status()));
        linesAfterSuccess(result.status()).forEach(line -> text.append("\n  ").append(line));
        return text.append(
                        result.status().isFailed()
                                ? "\n  Correct it and run the same command again: store.onPending=replace, the default, deletes this submission and"
                                        + " creates another."
                                : "\n ")
                .append(" See ")
                .append(PartnerCenter.page(result.product(), result.submissionId()))
                .toString();
    }

    private static String state(SubmissionStatus status) {
        return switch (status.name()) {
            case SubmissionStatus.DRAFT ->
                "it fell back to PendingCommit, a fault of the service; run the same command again";
            case "Canceled" -> "it was canceled in Partner Center";
            default ->
                status.isInProgress()
                        ? "it stays in the state " + status.name() + " because of errors"
                        : ForeignText.oneLine(status.name());
        };
    }

    private static String line(SubmissionStatus.Detail detail, int width) {
        boolean isClear = CLEAR.contains(detail.code()) && detail.text().strip().contains(" ");
        String meaning = isClear ? null : MEANINGS.get(detail.code());
        String code = ForeignText.oneLine(detail.code());
        return (code + " ".repeat(Math.max(0, width - code.length())) + "  " + plain(detail.text())
                        + (meaning == null ? "" : " (" + meaning + ")"))
                .replaceAll(" +$", "");
    }

    /** To the minute, or as the Store wrote it. */
    private static String date(String text) {
        try {
            return ReleaseLog.MINUTE.format(Instant.parse(text));
        } catch (DateTimeException e) {
            return plain(text);
        }
    }

    private static String plain(String text) {
        return ForeignText.oneLine(text, ForeignText.LONGEST_MESSAGE);
    }
}
