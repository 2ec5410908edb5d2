package io.github.storemaven.msix;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The names of a package's files. The ZIP has special characters as %XX; a file may have characters of the ANSI code
 * page only (PKG-07), which is read as the Western one. That is inferred.
 */
final class PartName {
    private static final Charset ANSI = Charset.forName("windows-1252");

    private PartName() {}

    /** Whether a file may have this name, given as the ZIP has it. */
    static boolean isSupported(String entryName) {
        return ANSI.newEncoder().canEncode(decode(entryName));
    }

    /** The name that an entry has when it is unpacked. */
    static String decode(String entryName) {
        try {
            return URLDecoder.decode(entryName.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return entryName;
        }
    }

    /** Equal for all ways to write the name of one file: case and the kind of slash do not matter. */
    static String key(String path) {
        return path.replace('\\', '/').toLowerCase(Locale.ROOT);
    }
}
