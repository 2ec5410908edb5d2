package io.github.storemaven.document;

import io.github.storemaven.json.Members;
import jakarta.json.JsonObject;

/** The status of a file in a document, read in any case (reference, section 7.5). */
public enum FileStatus {
    NONE("None"),
    PENDING_UPLOAD("PendingUpload"),
    UPLOADED("Uploaded"),
    PENDING_DELETE("PendingDelete");

    /** The member that holds it. */
    public static final String MEMBER = "fileStatus";

    private final String text;

    FileStatus(String text) {
        this.text = text;
    }

    /** As the service writes it. */
    public String text() {
        return text;
    }

    /** Whether an entry has this status. */
    public boolean isOf(JsonObject entry) {
        return Members.text(entry, MEMBER).filter(text::equalsIgnoreCase).isPresent();
    }
}
