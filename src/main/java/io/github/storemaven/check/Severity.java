package io.github.storemaven.check;

/** How much a finding weighs: listing rules, evidence marks E and W; rows marked N are not reported. */
public enum Severity {
    /** The service is expected to refuse it. */
    ERROR,
    /** The Store may refuse it, or customers see it. */
    WARNING,
    /** A recommendation that nobody has to follow. */
    ADVICE
}
