package io.github.storemaven.emulator.service;

/** Choices where the real behaviour is unknown or differs by account (reference 12.3, section 14). */
public enum Switch {
    /** The age ratings questionnaire is answered; until it is, the first commit of an app fails. */
    AGE_RATINGS_DONE,
    /** An app with nothing published cannot get a submission through the API (409). */
    FIRST_SUBMISSION_REFUSED,
    /** A new submission has the rollout flags of the last one, instead of none. */
    ROLLOUT_FLAGS_CLONED,
    /** Creating a flight creates its first submission too (section 14, row 2). */
    FLIGHT_WITH_SUBMISSION,
    /** Creating a flight needs a group and a published app submission (section 14, row 40). */
    FLIGHT_NEEDS_GROUP,
    /** A POST without a body needs a JSON content type (415). */
    CONTENT_TYPE_REQUIRED,
    /** Mandatory updates are an unsupported feature (section 14, row 1). */
    MANDATORY_UPDATES_REFUSED,
    /** A title for a language that a package covers fails the commit (6.12). */
    TITLES_STRICT
}
