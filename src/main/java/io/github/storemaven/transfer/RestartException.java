package io.github.storemaven.transfer;

import java.io.IOException;

/** What the storage holds of the blob does not fit to what is sent: all blocks have to be sent again. */
final class RestartException extends IOException {
    private static final long serialVersionUID = 1L;

    RestartException(String message) {
        super(message);
    }
}
