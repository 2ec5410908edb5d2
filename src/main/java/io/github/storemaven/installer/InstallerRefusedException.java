package io.github.storemaven.installer;

/** A release that is not made, or has not succeeded; the message says why and what to do. */
public final class InstallerRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    InstallerRefusedException(String message) {
        super(message);
    }
}
