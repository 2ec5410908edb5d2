package io.github.storemaven.submission;

/** What becomes of the packages of the last submission. */
public enum PackageMode {
    /** They are marked for deletion, unless they are wanted again. */
    REPLACE,
    /** They stay beside the new ones. */
    ADD,
    /** They stay, and no package is sent. */
    KEEP
}
