package io.github.storemaven.credential;

/** A credential that is missing, incomplete or unreadable on our side; the message says what to write where. */
public final class CredentialException extends Exception {
    private static final long serialVersionUID = 1L;

    public CredentialException(String message) {
        super(message);
    }

    public CredentialException(String message, Throwable cause) {
        super(message, cause);
    }
}
