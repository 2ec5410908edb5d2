package io.github.storemaven.emulator.storage;

import io.github.storemaven.emulator.web.Answer;
import io.github.storemaven.emulator.web.Content;
import java.util.Optional;

/** Storage's no: a status, a code and an XML body (reference 8.6). */
public final class StorageProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String detail;

    /** @param code for example {@code ServerBusy} */
    public StorageProblem(int status, String code, String message) {
        this(status, code, message, "");
    }

    private StorageProblem(int status, String code, String message, String detail) {
        super(message);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    /** 403 for a SAS that does not open the blob. */
    static StorageProblem notAuthenticated(String detail) {
        return new StorageProblem(
                403,
                "AuthenticationFailed",
                "Server failed to authenticate the request. Make sure the value of Authorization header is formed"
                        + " correctly including the signature.",
                detail);
    }

    /** What happened, where storage says it. */
    Optional<String> detail() {
        return Optional.of(detail).filter(text -> !text.isEmpty());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** The answer that tells of it. */
    public Answer answer() {
        String xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code><Message>"
                + escaped(getMessage()) + "</Message>"
                + detail().map(text -> "<AuthenticationErrorDetail>" + escaped(text) + "</AuthenticationErrorDetail>")
                        .orElse("")
                + "</Error>";
        return Answer.of(status, "application/xml", Content.of(xml)).with("x-ms-error-code", code);
    }
}
