package io.github.storemaven.listing;

/** What a text file of the folder contains, for example after placeholders were replaced. */
@FunctionalInterface
public interface TextSource {
    /**
     * The text that is sent to the Store in place of the one that was written.
     *
     * @param written the whole file, decoded, with line feeds as line ends
     * @param problems takes what is wrong; a text with a problem is not used
     */
    String text(String written, LineProblems problems);

    /** Texts as they were written. */
    static TextSource asWritten() {
        return (written, problems) -> written;
    }

    /** Takes what is wrong with lines, counted from 1. */
    @FunctionalInterface
    interface LineProblems {
        void add(int line, String message);
    }
}
