package io.github.storemaven.submission;

import io.github.storemaven.service.SubmissionStatus;
import jakarta.json.JsonObject;
import java.util.List;

/** What a release does about the submission that is pending already (design, section 2). */
sealed interface PendingDecision {
    /** Nothing is pending. */
    record None() implements PendingDecision {}

    /** It is on its way with all that is wanted; only waiting is left. */
    record Await(String id, SubmissionStatus status, JsonObject document) implements PendingDecision {}

    /**
     * It is edited further.
     *
     * @param reason why it may be, for the log
     * @param edits the paths of what is in it and comes neither from what is published nor from this request
     */
    record Resume(Draft draft, String reason, List<String> edits) implements PendingDecision {}

    /**
     * It is deleted, and another one is created.
     *
     * @param reason what is deleted and why, for the log
     * @param isForeign whether this project does not know it
     */
    record Replace(String id, String reason, boolean isForeign) implements PendingDecision {}

    /**
     * It is in the way.
     *
     * @param always whether even a release with nothing to send ends so
     */
    record Stop(ReleaseRefused reason, boolean always) implements PendingDecision {}

    /** The plan of a release after this decision: on the draft that is edited, else on what the new draft will copy. */
    default Plan plan(ReleaseRequest request, StoreState state) {
        JsonObject published = state.publishedOrBlank();
        return this instanceof Resume resume
                ? Plan.of(request, resume.draft().document(), published)
                : Plan.of(request, published);
    }
}
