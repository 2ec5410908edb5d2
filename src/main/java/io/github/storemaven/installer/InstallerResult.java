package io.github.storemaven.installer;

/**
 * How far a release has come, or how it ended.
 *
 * @param submissionId empty where nothing was submitted
 * @param status {@code UNCHANGED}, {@code DRAFT}, {@code SUBMITTED}, or what the Store calls the state of the submission; empty
 *     as long as nothing was sent
 * @param images how many were uploaded
 * @param ongoing the submission of somebody else that is in the way; empty without one
 */
public record InstallerResult(String productId, String submissionId, String status, int images, String ongoing) {
    /** What is in the Store where the release stops now, and what the same command does; empty where nothing was sent. */
    public String left() {
        if (!submissionId.isEmpty()) {
            return "Submission " + submissionId + " of product " + productId
                    + " is submitted, and the Store continues with it; the same command waits for it";
        }
        return status.isEmpty()
                ? ""
                : "The draft of product " + productId
                        + " holds some of what was to be released; the same command resumes it";
    }
}
