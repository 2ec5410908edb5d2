package io.github.storemaven.emulator.archive;

/** A file that was uploaded cannot be used; the message goes into {@code statusDetails}. */
public final class ArchiveProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code of reference 7.7, for example {@code InvalidArchive} */
    public ArchiveProblem(String code, String details) {
        super(details);
        this.code = code;
    }

    /** For example {@code InvalidArchive}. */
    public String code() {
        return code;
    }
}
