package io.github.storemaven.service;

import java.util.Optional;

/** The Store, or the token endpoint before it, said no; the message is fit for a user. */
public final class StoreRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient StoreError error;

    /** @param call continues "The Store refused to ..." */
    public StoreRefusedException(String call, StoreError error) {
        super("The Store refused to " + call + ": " + error.describe());
        this.error = error;
    }

    /** The same refusal in other words; as a cause, Maven would print the first ones as well. */
    public StoreRefusedException(String message, StoreRefusedException refused) {
        super(message);
        addSuppressed(refused);
        this.error = refused.error;
    }

    StoreRefusedException(Exception noToken) {
        super(noToken.getMessage(), noToken);
        this.error = null;
    }

    /** What the Store answered; empty where no token was to be had. */
    public Optional<StoreError> error() {
        return Optional.ofNullable(error);
    }

    public boolean isNotFound() {
        return error != null && error.isNotFound();
    }

    public boolean isConflict() {
        return error != null && error.isConflict();
    }

    public boolean isUnauthorized() {
        return error != null && error.isUnauthorized();
    }

    public boolean isForbidden() {
        return error != null && error.isForbidden();
    }

    public boolean isMadeInPartnerCenter() {
        return error != null && error.isMadeInPartnerCenter();
    }
}
