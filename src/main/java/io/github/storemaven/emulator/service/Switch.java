package io.github.storemaven.emulator.service;

import java.util.Locale;

/** Choices where the real behaviour is unknown or differs by account (reference 12.3, section 14); true or false. */
public enum Switch {
    /** The age ratings questionnaire is answered; until it is, the first commit of an app fails. */
    AGE_RATINGS_DONE(false),
    /** An app with nothing published cannot get a submission through the API (409). */
    FIRST_SUBMISSION_REFUSED(false),
    /** A new submission has the rollout flags of the last one, instead of none. */
    ROLLOUT_FLAGS_CLONED(false),
    /** Creating a flight creates its first submission too (section 14, row 2), which Microsoft's own examples need. */
    FLIGHT_WITH_SUBMISSION(true),
    /** Creating a flight needs a group and a published app submission (section 14, row 40). */
    FLIGHT_NEEDS_GROUP(false),
    /** A POST without a body needs a JSON content type (415). */
    CONTENT_TYPE_REQUIRED(false),
    /** Mandatory updates are an unsupported feature (section 14, row 1). */
    MANDATORY_UPDATES_REFUSED(false),
    /** A title for a language that a package covers fails the commit (6.12). */
    TITLES_STRICT(true);

    private final boolean standard;

    Switch(boolean standard) {
        this.standard = standard;
    }

    /** What it is when nobody sets it. */
    public boolean standard() {
        return standard;
    }

    /** The name that users write, for example {@code titlesStrict}. */
    public String word() {
        StringBuilder word = new StringBuilder();
        for (String part : name().split("_", -1)) {
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }
}
