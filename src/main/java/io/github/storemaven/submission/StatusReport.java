package io.github.storemaven.submission;

import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.SubmissionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the Store says about a submission, line by line, with the meaning of each code (reference, section 7.7). */
public final class StatusReport {
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("InvalidArchive", "the uploaded ZIP cannot be read; run the same command again"),
            Map.entry("MissingFiles", "the uploaded ZIP lacks these files, or they are at another place in it"),
            Map.entry("PackageValidationFailed", "a package did not pass validation: look at its identity and version"),
            Map.entry("InvalidParameterValue", "a value of the document is invalid"),
            Map.entry("InvalidOperation", "the operation is not possible for this submission"),
            Map.entry("InvalidState", "the product is not in a state for it; Partner Center shows the reason"),
            Map.entry("ResourceNotFound", "something that the document refers to is not there"),
            Map.entry("ServiceError", "a fault of the service; run the same command again later"),
            Map.entry("IsInternalError", "a fault of the service; run the same command again later"),
            Map.entry("InvalidMicrosoftAgeRating", "fill in the age ratings in Partner Center; the API cannot"),
            Map.entry("ListingOptOutWarning", "a language of the packages has no listing, or a listing was removed"),
            Map.entry("ListingOptInWarning", "a listing was added"),
            Map.entry("UpdateOnlyWarning", "something new was sent where only updates are possible"),
            Map.entry("PackageValidationWarning", "validation of a package gave a warning"),
            Map.entry("SalesUnsupportedWarning", "sales are edited in Partner Center alone"));

    private StatusReport() {}

    /** Errors, warnings and certification reports; no line where the Store says nothing. */
    public static List<String> lines(SubmissionStatus status) {
        List<String> lines = new ArrayList<>();
        status.errors().forEach(error -> lines.add("error    " + line(error)));
        status.warnings().forEach(warning -> lines.add("warning  " + line(warning)));
        status.reports().forEach(report -> lines.add("report   " + report.date() + "  " + report.url()));
        return lines;
    }

    /**
     * The same of a submission that went well. The warning about sales is left out: it comes with practically every
     * submission, sales or not.
     */
    public static List<String> linesAfterSuccess(SubmissionStatus status) {
        return lines(status).stream()
                .filter(line -> !line.startsWith("warning  SalesUnsupportedWarning"))
                .toList();
    }

    /** The whole message about a submission that the Store refused. */
    public static String refusal(Outcome outcome) {
        StringBuilder text = new StringBuilder("The Store refused submission " + outcome.submissionId() + " of "
                + outcome.product() + ": " + state(outcome.status().name()));
        lines(outcome.status()).forEach(line -> text.append("\n  ").append(line));
        return text.append("\n  See ")
                .append(PartnerCenter.page(outcome.product(), outcome.submissionId()))
                .toString();
    }

    private static String state(String status) {
        return switch (status) {
            case States.DRAFT -> "it fell back to PendingCommit, a fault of the service; run the same command again";
            case "Canceled" -> "it was canceled in Partner Center";
            default -> status;
        };
    }

    private static String line(SubmissionStatus.Detail detail) {
        String meaning = MEANINGS.get(detail.code());
        return detail.code()
                + (meaning == null ? "" : " (" + meaning + ")")
                + (detail.text().isBlank() ? "" : ": " + detail.text().strip());
    }
}
