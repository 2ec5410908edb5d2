package io.github.storemaven.msix.build;

import java.io.IOException;

/** An image that no logo can be made from; the message names the file, the fault and the remedy. */
public final class InvalidImageException extends IOException {
    private static final long serialVersionUID = 1L;

    InvalidImageException(String message) {
        super(message);
    }
}
