package io.github.storemaven.listing;

import jakarta.json.JsonObject;

/** The status of a file in a document (submission-api, 7.5). */
final class FileStatus {
    static final String PENDING_UPLOAD = "PendingUpload";
    static final String PENDING_DELETE = "PendingDelete";

    private FileStatus() {}

    static boolean isPendingUpload(JsonObject entry) {
        return PENDING_UPLOAD.equalsIgnoreCase(Members.string(entry, "fileStatus"));
    }

    static boolean isPendingDelete(JsonObject entry) {
        return PENDING_DELETE.equalsIgnoreCase(Members.string(entry, "fileStatus"));
    }
}
