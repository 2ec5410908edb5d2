package io.github.storemaven.document;

import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

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

    /** The entry under this status. */
    public JsonObject setIn(JsonObject entry) {
        return Members.with(entry, MEMBER, Json.PROVIDER.createValue(text));
    }

    /** Whether a status says that a file comes or goes. */
    static boolean isPending(JsonValue status) {
        return status instanceof JsonString text
                && (PENDING_UPLOAD.text.equalsIgnoreCase(text.getString())
                        || PENDING_DELETE.text.equalsIgnoreCase(text.getString()));
    }
}
