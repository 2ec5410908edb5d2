package io.github.storemaven.submission;

import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.SubmissionHead;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.ReleaseReport.Pending;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Another submission holds the only place that the product has for one that is pending; nothing was sent, and it was not changed. */
public final class BusySlotException extends ReleaseRefusedException {
    private static final long serialVersionUID = 1L;

    private final transient Product product;
    private final transient JsonObject document;
    private final String id;
    private final String reason;
    private final boolean waitedFor;

    /**
     * One that says what is in the way.
     *
     * @param document of the other submission
     * @param reason what it is, and what to do; continues a sentence that begins with its name
     * @param waitedFor whether it may leave the place without a person
     */
    BusySlotException(Product product, String id, JsonObject document, String reason, boolean waitedFor) {
        this(product, id, document, reason, waitedFor, "");
    }

    private BusySlotException(
            Product product, String id, JsonObject document, String reason, boolean waitedFor, String advice) {
        super(
                ReleaseOutcome.BUSY,
                "Submission " + id + packages(product, document) + " of " + product + " " + reason + " " + advice
                        + PartnerCenter.page(product, id),
                null);
        this.product = product;
        this.document = document;
        this.id = id;
        this.reason = reason;
        this.waitedFor = waitedFor;
    }

    /** The same where a release ends because of it, with what to do next. */
    BusySlotException advising(String advice) {
        return new BusySlotException(product, id, document, reason, waitedFor, "Nothing was sent. " + advice);
    }

    String id() {
        return id;
    }

    /** The submission with its packages, for a line of the log. */
    String named() {
        return "Submission " + id + packages(product, document) + " of " + product;
    }

    boolean isWaitedFor() {
        return waitedFor;
    }

    SubmissionStatus status() {
        return SubmissionStatus.of(document);
    }

    PublishTime publishing() {
        return PublishTime.of(document);
    }

    /** What is in the way, for result files. */
    Pending pending() {
        return pending(status());
    }

    /** The same in another state. */
    Pending pending(SubmissionStatus status) {
        boolean isOfApi = SubmissionHead.of(document).uploadUrl().isPresent();
        return new Pending(id, status.name(), Optional.of(isOfApi ? "api" : "partnerCenter"));
    }

    private static String packages(Product product, JsonObject document) {
        List<String> versions = Members.objects(
                        document, product.type().packagesMember().orElse(""))
                .stream()
                .filter(entry -> !FileStatus.PENDING_DELETE.isOf(entry))
                .flatMap(entry -> Members.text(entry, "version")
                        .map(version -> version
                                + Members.text(entry, "architecture")
                                        .map(architecture -> ", " + architecture)
                                        .orElse(""))
                        .stream())
                .toList();
        return versions.isEmpty() ? "" : " (" + ForeignText.oneLine(String.join("; ", versions)) + ")";
    }
}
