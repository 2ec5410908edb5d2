package io.github.storemaven.submission;

/** What to do when the add-on or flight to create is there already. */
public enum IfExists {
    /** Take it as it is, so that a release can be repeated. */
    SKIP,
    /** Fail. */
    FAIL
}
