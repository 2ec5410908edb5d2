package io.github.storemaven.emulator.storage;

import io.github.storemaven.emulator.web.Answer;
import io.github.storemaven.emulator.web.Content;

/** Storage's no: a status, a code and an XML body (reference 8.6). */
public final class StorageProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /** @param code for example {@code ServerBusy} */
    public StorageProblem(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** The answer that tells of it. */
    public Answer answer() {
        String xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code><Message>"
                + getMessage().replace("&", "&amp;").replace("<", "&lt;") + "</Message></Error>";
        return Answer.of(status, "application/xml", Content.of(xml)).with("x-ms-error-code", code);
    }
}
