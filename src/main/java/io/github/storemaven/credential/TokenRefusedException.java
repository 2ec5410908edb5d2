package io.github.storemaven.credential;

import java.util.Optional;

/** The token endpoint's no, with its code, what it means and the cure; not being able to ask is an IOException. */
public final class TokenRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    TokenRefusedException(Optional<String> code, String message) {
        super(message);
        this.code = code.orElse(null);
    }

    /** The code of the refusal, for example "AADSTS7000215"; empty where the answer had none. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }
}
