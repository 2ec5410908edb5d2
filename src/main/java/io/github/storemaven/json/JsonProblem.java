package io.github.storemaven.json;

/** A text that is not the JSON that was expected; the message says where and why. */
public final class JsonProblem extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A problem at one place of a text.
     *
     * @param source what was read, for example a file's path
     * @param line counted from 1
     * @param column counted from 1
     * @param reason what is wrong, without a full stop
     */
    public JsonProblem(String source, long line, long column, String reason) {
        super(source + ", line " + line + ", column " + column + ": " + reason);
    }

    /** A problem of the text as a whole, such as its size. */
    public JsonProblem(String source, String reason) {
        super(source + ": " + reason);
    }
}
