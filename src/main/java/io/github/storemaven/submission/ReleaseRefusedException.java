package io.github.storemaven.submission;

/** A release that cannot go on as asked; the message says what is wrong and what to do. */
public class ReleaseRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public ReleaseRefusedException(String message) {
        super(message);
    }

    public ReleaseRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
