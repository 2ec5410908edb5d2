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
    /** Whether the Store has a submission of this release. */
    boolean isSubmitted() {
        return !submissionId.isEmpty();
    }

    /** Whether customers get it. */
    public boolean isPublished() {
        return status.equalsIgnoreCase("PUBLISHED");
    }

    /** How it ended, and what is left to do. */
    public String sentence() {
        String product = "product " + productId;
        return switch (status) {
            case "UNCHANGED" -> "Nothing to do: the draft of " + product + " has all that this release sends";
            case "DRAFT" ->
                "Left the changes of " + product + " in its draft (store.commit is false). To submit it, run the same"
                        + " command without store.commit=false";
            default ->
                (isPublished() ? "Published " : "The Store has accepted ") + product + " as submission " + submissionId;
        };
    }

    /** What is in the Store where the release stops now, and what the same command does; empty where nothing was sent. */
    public String left() {
        if (isSubmitted()) {
            return "Submission " + submissionId + " of product " + productId
                    + " is submitted, and the Store continues with it; the same command waits for it";
        }
        return status.isEmpty()
                ? ""
                : "The draft of product " + productId
                        + " has some of what this release sends; the same command resumes it";
    }
}
