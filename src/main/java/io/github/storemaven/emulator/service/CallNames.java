package io.github.storemaven.emulator.service;

import java.util.Arrays;
import java.util.List;

/** The names of all calls, as fault switches use them. */
public final class CallNames {
    /** For example {@code createSubmission}. */
    public static final List<String> ALL =
            Arrays.stream(Call.values()).map(Call::word).toList();

    private CallNames() {}
}
