package io.github.storemaven.submission;

import jakarta.json.JsonObject;

/**
 * A submission that can be edited.
 *
 * @param document to edit
 * @param origin how this run came by it
 */
record Draft(String id, JsonObject document, Origin origin) {
    enum Origin {
        /** Created by this run, a fresh copy of what is published. */
        CREATED,
        /** Created by this run, though the Store said otherwise: it may store nothing (field report 3). */
        GHOST,
        /** Found pending, and resumed. */
        FOUND
    }

    /** Whether this run made it and may delete it. */
    boolean isOwn() {
        return origin != Origin.FOUND;
    }
}
