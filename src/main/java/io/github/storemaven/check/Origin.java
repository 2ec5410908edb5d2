package io.github.storemaven.check;

/** Tells which source sets a path of a document. */
@FunctionalInterface
public interface Origin {
    /**
     * The file, and where it is known the line, in the form of {@link io.github.storemaven.json.ParsedJson#locationOf}:
     * {@code submission.json, line 3}.
     *
     * @param jsonPointer of a value in the document, or of the nearest object around one that is missing
     */
    String where(String jsonPointer);

    /** The same for the submission file alone, whatever other sources are laid over it. */
    default Origin ofSubmissionFile() {
        return this;
    }
}
