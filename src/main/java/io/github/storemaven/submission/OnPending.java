package io.github.storemaven.submission;

/** What to do when a submission of the product is pending already (design, section 2). */
public enum OnPending {
    /** A draft made by API is deleted and made anew, unless it is our own and can be finished. */
    REPLACE,
    /** A draft made by API is finished if its pending files are among ours. */
    RESUME,
    /** Nothing is touched. */
    FAIL
}
