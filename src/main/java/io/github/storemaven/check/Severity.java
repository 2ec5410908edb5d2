package io.github.storemaven.check;

/** How much a finding weighs: listing rules, evidence marks E and W; rows marked N are not reported. */
public enum Severity {
    /** The service is expected to refuse it. */
    ERROR,
    /** Likely trouble, or a recommendation of the documentation that is not followed. */
    WARNING
}
