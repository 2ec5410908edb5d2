package io.github.storemaven.msix;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Which file names packages may have (PKG-07); "ANSI" is read as the Western code page, which is inferred. */
final class AnsiNames {
    private static final Charset ANSI = Charset.forName("windows-1252");

    private AnsiNames() {}

    /** Whether the name of a ZIP entry, in which a package writes special characters as %XX, is one. */
    static boolean allow(String entryName) {
        return ANSI.newEncoder().canEncode(decode(entryName));
    }

    /** The name that an entry has when it is unpacked. */
    static String decode(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
