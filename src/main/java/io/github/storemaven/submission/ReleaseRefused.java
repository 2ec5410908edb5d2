package io.github.storemaven.submission;

/** A release that cannot go on as asked; the message says what is wrong and what to do. */
public final class ReleaseRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public ReleaseRefused(String message) {
        super(message);
    }

    public ReleaseRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
