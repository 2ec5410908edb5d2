package io.github.storemaven.service;

import java.util.regex.Pattern;

/** Ids that may stand in a path; whatever else an answer or a parameter holds is refused before it gets there. */
final class StoreId {
    private static final Pattern SAFE = Pattern.compile("[0-9A-Za-z-]{1,64}");

    private StoreId() {}

    /** Hands the id back; throws IllegalArgumentException, naming what it is, where it is none. */
    static String check(String what, String id) {
        if (id == null || !SAFE.matcher(id).matches()) {
            throw new IllegalArgumentException(what + " \"" + id + "\" is no id: letters, digits and dashes alone");
        }
        return id;
    }
}
