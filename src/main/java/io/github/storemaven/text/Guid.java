package io.github.storemaven.text;

import java.util.regex.Pattern;

/** The form of the ids of flights, tenants and clients: 32 hexadecimal digits in five groups, in any case. */
public final class Guid {
    private static final Pattern FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Guid() {}

    /** Whether a text is one, and nothing else. */
    public static boolean is(String text) {
        return FORM.matcher(text).matches();
    }
}
