package io.github.storemaven.submission;

import jakarta.json.JsonObject;

/** Has the last word on the merged document before anything of it is sent. */
@FunctionalInterface
public interface DocumentGuard {
    /**
     * Lets a document pass.
     *
     * @param published what is published; an empty document where nothing ever was
     * @param merged what would be sent
     * @throws ReleaseRefused to stop the release; a draft that it made is deleted again
     */
    void check(JsonObject published, JsonObject merged) throws ReleaseRefused;

    /** Lets all pass. */
    static DocumentGuard none() {
        return (published, merged) -> {};
    }
}
