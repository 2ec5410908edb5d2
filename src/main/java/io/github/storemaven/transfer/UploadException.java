package io.github.storemaven.transfer;

import io.github.storemaven.http.NoResponseException;
import java.io.IOException;

/** The storage's no, in its own words, or an upload that cannot go on. */
public class UploadException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean outage;

    UploadException(String message) {
        this(message, false);
    }

    /** @param outage whether the storage was not reached, or only says that it is in trouble itself */
    UploadException(String message, boolean outage) {
        super(message);
        this.outage = outage;
    }

    UploadException(String message, Throwable cause) {
        super(message, cause);
        this.outage = cause instanceof NoResponseException;
    }

    /** Whether the storage was not reached, or only said that it is in trouble itself. */
    public boolean isOutage() {
        return outage;
    }
}
