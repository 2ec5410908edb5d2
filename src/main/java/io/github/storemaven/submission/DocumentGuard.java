package io.github.storemaven.submission;

import jakarta.json.JsonObject;

/** Has the last word on the merged document before anything of it is sent. */
@FunctionalInterface
public interface DocumentGuard {
    /**
     * Lets a document pass.
     *
     * @throws ReleaseRefused to stop the release; a draft that it made is deleted again
     */
    void check(JsonObject merged) throws ReleaseRefused;

    /** Lets all pass. */
    static DocumentGuard none() {
        return merged -> {};
    }
}
