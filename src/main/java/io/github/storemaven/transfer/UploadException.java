package io.github.storemaven.transfer;

import java.io.IOException;

/** The storage's no, in its own words, or an upload that cannot go on. */
public class UploadException extends IOException {
    private static final long serialVersionUID = 1L;

    UploadException(String message) {
        super(message);
    }

    UploadException(String message, Throwable cause) {
        super(message, cause);
    }
}
