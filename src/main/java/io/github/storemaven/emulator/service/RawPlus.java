package io.github.storemaven.emulator.service;

import java.util.Locale;

/** How often the signature of an upload URL holds a {@code +} that is not encoded (reference 8.5). */
public enum RawPlus {
    /** In no URL: published clients that do not encode it work. */
    NEVER,
    /** In every second URL. */
    SOMETIMES,
    /** In every URL. */
    ALWAYS;

    /** The value that users write, for example {@code sometimes}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
