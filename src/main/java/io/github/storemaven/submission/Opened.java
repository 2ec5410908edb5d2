package io.github.storemaven.submission;

import io.github.storemaven.service.SubmissionStatus;

/** What a release starts from. */
sealed interface Opened {
    /** A draft to edit. */
    record Editable(Draft draft) implements Opened {}

    /** A submission on its way that holds all that is wanted; all that is left is to wait. */
    record OnItsWay(String id, SubmissionStatus status) implements Opened {}
}
