package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;

/**
 * Where a submission is, and what the Store says about it (reference, sections 6.14, 6.15, 7.1).
 *
 * @param name one of section 7.1, or what the Store said instead
 * @param details as the Store sent them; an empty object where it sent none
 */
public record SubmissionStatus(String name, JsonObject details) {
    /** Of a draft, which can be edited and committed. */
    public static final String DRAFT = "PendingCommit";

    private static final String COMMIT_STARTED = "CommitStarted";
    private static final String CERTIFIED = "Release";
    private static final String PUBLISHED = "Published";
    private static final Set<String> IN_PROGRESS =
            Set.of(COMMIT_STARTED, "PreProcessing", "Certification", CERTIFIED, "PendingPublication", "Publishing");

    /** An error or a warning; an open code, a free text. */
    public record Detail(String code, String text) {}

    /** A certification report: when it was made, and its page. */
    public record Report(String date, String url) {}

    /** The status in an answer of the status call, or in a submission; its name is a word, or made harmless. */
    public static SubmissionStatus of(JsonObject answer) {
        return new SubmissionStatus(
                ForeignText.oneLine(Members.text(answer, "status").orElse("None")),
                Members.objectOrEmpty(answer, "statusDetails"));
    }

    /** That of a submission whose commit was accepted just now. */
    public static SubmissionStatus committed() {
        return new SubmissionStatus(COMMIT_STARTED, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** That of a published submission, of which the Store tells no more. */
    public static SubmissionStatus published() {
        return new SubmissionStatus(PUBLISHED, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Whether it can be edited and committed. */
    public boolean isDraft() {
        return name.equals(DRAFT);
    }

    /** Whether the commit was accepted, and nothing was looked at yet. */
    public boolean isCommitStarted() {
        return isCommitStarted(name);
    }

    /** The same of a status that is known by its name only. */
    public static boolean isCommitStarted(String name) {
        return name.equals(COMMIT_STARTED);
    }

    /** Whether it has passed certification, and is not published yet. */
    public boolean isCertified() {
        return name.equals(CERTIFIED);
    }

    /** Whether customers get it. */
    public boolean isPublished() {
        return name.equals(PUBLISHED);
    }

    /** Whether it has passed certification, and its publication has not begun (reference, section 7.1). */
    public boolean isAwaitingPublication() {
        return isCertified() || name.equals("PendingPublication");
    }

    /** Whether the service is at work on it (reference, section 10). */
    public boolean isInProgress() {
        return IN_PROGRESS.contains(name);
    }

    /** Whether it has come to a bad end. */
    public boolean isFailed() {
        return name.endsWith("Failed") || name.equals("Canceled");
    }

    public List<Detail> errors() {
        return read("errors");
    }

    public List<Detail> warnings() {
        return read("warnings");
    }

    public List<Report> reports() {
        return Members.objects(details, "certificationReports").stream()
                .map(report -> new Report(
                        Members.text(report, "date").orElse(""),
                        Members.text(report, "reportUrl").orElse("")))
                .filter(report -> !report.url().isEmpty())
                .toList();
    }

    /**
     * Some examples hold an item with the code None that means nothing (reference, section 6.14). An item without a code
     * has a text all the same, and is told.
     */
    private List<Detail> read(String member) {
        return Members.objects(details, member).stream()
                .map(detail -> new Detail(
                        Members.text(detail, "code").orElse(""),
                        Members.text(detail, "details").orElse("")))
                .filter(detail -> !detail.code().equals("None"))
                .filter(detail -> !detail.code().isEmpty() || !detail.text().isEmpty())
                .toList();
    }
}
