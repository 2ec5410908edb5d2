package io.github.storemaven.transfer;

import java.io.IOException;

/** The storage's no, in its own words, or an upload that cannot go on. */
public class UploadFailed extends IOException {
    private static final long serialVersionUID = 1L;

    UploadFailed(String message) {
        super(message);
    }

    UploadFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
