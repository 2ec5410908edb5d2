package io.github.storemaven.check;

/** What a submission is of; each kind has members of its own: submission API, sections 6.5, 6.7 and 6.8. */
public enum ProductKind {
    APP("an app"),
    ADDON("an add-on"),
    FLIGHT("a flight");

    private final String words;

    ProductKind(String words) {
        this.words = words;
    }

    /** With its article, for messages. */
    String words() {
        return words;
    }
}
