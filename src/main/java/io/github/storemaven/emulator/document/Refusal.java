package io.github.storemaven.emulator.document;

/** The Store's no to one call: an HTTP status and what the error envelope of reference 4.7 says. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String target;

    /**
     * A no.
     *
     * @param status the HTTP status
     * @param code for example {@code InvalidState}; empty for an answer without a body
     * @param target the faulty part, may be empty
     * @param message for a person
     */
    public Refusal(int status, String code, String target, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.target = target;
    }

    /** 400 for a value that is not allowed. */
    public static Refusal invalidValue(String target, String message) {
        return new Refusal(400, "InvalidParameterValue", target, message);
    }

    /** 409 for what the present state does not allow. */
    public static Refusal invalidState(String target, String message) {
        return new Refusal(409, "InvalidState", target, message);
    }

    /** 404 for what is not there. */
    public static Refusal notFound(String target, String message) {
        return new Refusal(404, "ResourceNotFound", target, message);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The code of the envelope, empty for an answer without a body. */
    public String code() {
        return code;
    }

    /** The faulty part, may be empty. */
    public String target() {
        return target;
    }
}
