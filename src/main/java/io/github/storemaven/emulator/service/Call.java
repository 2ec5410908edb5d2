package io.github.storemaven.emulator.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a request asks for, over all kinds of product; {@link #word} is the name that a fault switch uses. */
public enum Call {
    LIST_APPLICATIONS,
    GET_APPLICATION,
    LIST_APPLICATION_ADDONS,
    LIST_FLIGHTS,
    LIST_ADDONS,
    GET_ADDON,
    CREATE_ADDON,
    DELETE_ADDON,
    CREATE_FLIGHT,
    GET_FLIGHT,
    DELETE_FLIGHT,
    CREATE_SUBMISSION,
    GET_SUBMISSION,
    GET_STATUS,
    UPDATE_SUBMISSION,
    COMMIT_SUBMISSION,
    DELETE_SUBMISSION,
    GET_ROLLOUT,
    UPDATE_ROLLOUT,
    HALT_ROLLOUT,
    FINALIZE_ROLLOUT,
    TOKEN,
    PUT_BLOB,
    PUT_BLOCK,
    PUT_BLOCK_LIST,
    GET_BLOB,
    GET_BLOCK_LIST,
    OTHER;

    /** All names, as fault switches use them, for example {@code createSubmission}. */
    public static final List<String> WORDS =
            Arrays.stream(values()).map(Call::word).toList();

    /** For example {@code createSubmission}. */
    public String word() {
        StringBuilder word = new StringBuilder();
        for (String part : name().split("_", -1)) {
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }
}
