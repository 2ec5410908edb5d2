package io.github.storemaven.emulator.token;

/** The token endpoint's no (reference 3.4). */
final class TokenRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final int number;

    TokenRefusal(int status, String error, int number, String message) {
        super(message);
        this.status = status;
        this.error = error;
        this.number = number;
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    int number() {
        return number;
    }
}
