package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * What tells a submission apart from others, at the head of its document.
 *
 * @param id empty where the Store gave none
 * @param uploadUrl the SAS URL for its files, a secret; empty for a submission that was made in Partner Center
 * @param json the whole document as the Store sent it
 */
public record SubmissionHead(Optional<String> id, Optional<String> uploadUrl, JsonObject json) {
    public static SubmissionHead of(JsonObject json) {
        return new SubmissionHead(Members.text(json, "id"), Members.text(json, "fileUploadUrl"), json);
    }

    /** Shows no SAS URL. */
    @Override
    public String toString() {
        return "submission " + id.orElse("without an id");
    }
}
