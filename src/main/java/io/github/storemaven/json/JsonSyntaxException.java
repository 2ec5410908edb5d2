package io.github.storemaven.json;

/** A text that is not the JSON that was expected; the message says where and why. */
public final class JsonSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final String place;
    private final String reason;
    private final boolean beyondLimit;

    /**
     * A problem at one place of a text.
     *
     * @param source what was read, for example a file's path
     * @param line counted from 1
     * @param column counted from 1
     * @param reason what is wrong, without a full stop
     */
    public JsonSyntaxException(String source, long line, long column, String reason) {
        this(source, "line " + line + ", column " + column, reason, false);
    }

    /** A problem of the text as a whole, such as its size. */
    public JsonSyntaxException(String source, String reason) {
        this(source, "", reason, false);
    }

    private JsonSyntaxException(String source, String place, String reason, boolean beyondLimit) {
        super(source + (place.isEmpty() ? "" : ", " + place) + ": " + reason);
        this.source = source;
        this.place = place;
        this.reason = reason;
        this.beyondLimit = beyondLimit;
    }

    /** A problem of a text that is JSON and more than we read. */
    static JsonSyntaxException beyondLimit(String source, String reason) {
        return new JsonSyntaxException(source, "", reason, true);
    }

    /** The same with the place where the limit is reached. */
    static JsonSyntaxException beyondLimit(String source, long line, long column, String reason) {
        return new JsonSyntaxException(source, "line " + line + ", column " + column, reason, true);
    }

    /** Whether it is a limit of ours that the text is beyond; the same text again is so too. */
    public boolean isBeyondLimit() {
        return beyondLimit;
    }

    /** What was read, for example a file's path. */
    public String source() {
        return source;
    }

    /** Line and column; empty for a problem of the text as a whole. */
    public String place() {
        return place;
    }

    /** What is wrong. */
    public String reason() {
        return reason;
    }
}
