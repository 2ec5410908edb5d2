package io.github.storemaven.transfer;

import java.io.IOException;

/** What the storage holds of the blob does not fit to what is sent: all blocks have to be sent again. */
final class StartOver extends IOException {
    private static final long serialVersionUID = 1L;

    StartOver(String message) {
        super(message);
    }
}
