package io.github.storemaven.msix.pri;

import java.io.IOException;

/** Images that cannot be listed in a {@code resources.pri}; the message names the image, the fault and the remedy. */
public final class InvalidResourceException extends IOException {
    private static final long serialVersionUID = 1L;

    InvalidResourceException(String message) {
        super(message);
    }
}
