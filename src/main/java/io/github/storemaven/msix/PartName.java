package io.github.storemaven.msix;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of a package's files. The ZIP has special characters as %XX; a file may have characters of the ANSI code
 * page only (PKG-07), which is read as the Western one. That is inferred.
 */
public final class PartName {
    /** The name of a package's manifest. */
    public static final String MANIFEST = "AppxManifest.xml";

    /** The name of the list of all blocks. */
    public static final String BLOCK_MAP = "AppxBlockMap.xml";

    /** The name of a bundle's manifest. */
    public static final String BUNDLE_MANIFEST = "AppxMetadata/AppxBundleManifest.xml";

    /** The name of the list of all types, which is the only one that is not escaped. */
    public static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final Charset ANSI = Charset.forName("windows-1252");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNESCAPED = "-._~/";
    private static final int MAX_LENGTH = 32_767;
    private static final int MAX_SEGMENT = 255;
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[1-9]|lpt[1-9])(\\..*)?");
    private static final String FORBIDDEN = "<>:\"|?*";
    private static final Set<String> RESERVED_FILES =
            Set.of("appxblockmap.xml", "appxsignature.p7x", "[content_types].xml");
    private static final Set<String> RESERVED_FOLDERS = Set.of("appxmetadata", "microsoft.system.package.metadata");

    private PartName() {}

    /** Whether a file may have this name, given as the ZIP has it. */
    static boolean isSupported(String entryName) {
        return isAnsi(decode(entryName));
    }

    /** Whether a name has only characters that the Store's rule for file names allows (PKG-07). */
    public static boolean isAnsi(String name) {
        return ANSI.newEncoder().canEncode(name);
    }

    /** The name that an entry has when it is unpacked. */
    static String decode(String entryName) {
        try {
            return URLDecoder.decode(entryName.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return entryName;
        }
    }

    /** The name of a file's entry: letters, digits and {@code -._~/} as they are, all other bytes of UTF-8 as %XX. */
    public static String encode(String name) {
        StringBuilder escaped = new StringBuilder(name.length() + 16);
        for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) (unit & 0xFF))) {
                escaped.append((char) unit);
            } else {
                escaped.append('%').append(HEX.toHexDigits(unit));
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || UNESCAPED.indexOf(letter) >= 0;
    }

    /** Equal for all ways to write the name of one file: case and the kind of slash do not matter. */
    public static String key(String path) {
        return path.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    /**
     * Why files with these names, which have slashes, cannot be in one package: reference of packages, section 1. Each
     * fault is a sentence without a full stop that names the file; the manifest may be among them.
     */
    public static List<String> problems(Collection<String> names) {
        List<String> problems = new ArrayList<>();
        Map<String, String> files = new HashMap<>();
        Map<String, String> folders = new HashMap<>();
        for (String name : names) {
            problem(name).ifPresent(problems::add);
            addFolders(name, folders);
        }
        for (String name : names) {
            String other = files.putIfAbsent(key(name), name);
            if (other != null) {
                problems.add(shown(name)
                        + (other.equals(name) ? " comes twice" : " differs from " + shown(other) + " in case only"));
            }
            if (folders.containsKey(key(name))) {
                problems.add(shown(name) + " is a file and, in " + shown(folders.get(key(name))) + ", a folder");
            }
        }
        return problems;
    }

    /** From the innermost outwards: where one is known, those around it are. */
    private static void addFolders(String name, Map<String, String> folders) {
        String small = name.toLowerCase(Locale.ROOT);
        int slash = small.lastIndexOf('/');
        while (slash >= 0 && folders.putIfAbsent(small.substring(0, slash).replace('\\', '/'), name) == null) {
            slash = small.lastIndexOf('/', slash - 1);
        }
    }

    /** Why no file of a package can have this name; empty where one can. */
    private static Optional<String> problem(String name) {
        if (name.length() > MAX_LENGTH) {
            return Optional.of(shown(name) + " is longer than " + MAX_LENGTH + " characters");
        }
        String[] segments = name.split("/", -1);
        if (RESERVED_FILES.contains(key(name)) || RESERVED_FOLDERS.contains(key(segments[0]))) {
            return Optional.of(shown(name) + " has a name that the package itself needs");
        }
        for (String segment : segments) {
            Optional<String> fault = fault(segment);
            if (fault.isPresent()) {
                return Optional.of(shown(name) + " " + fault.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(String segment) {
        if (segment.isEmpty()) {
            return Optional.of("has an empty part");
        }
        if (segment.length() > MAX_SEGMENT) {
            return Optional.of("has a part of more than " + MAX_SEGMENT + " characters");
        }
        if (segment.endsWith(".") || segment.endsWith(" ")) {
            return Optional.of("has a part that ends with a dot or a blank");
        }
        if (DEVICE.matcher(segment).matches()) {
            return Optional.of("has the name of a device of Windows");
        }
        if (segment.regionMatches(true, 0, "xn--", 0, 4)) {
            return Optional.of("has a part that begins with xn--");
        }
        return segment.codePoints()
                .filter(PartName::isForbidden)
                .boxed()
                .findFirst()
                .map(PartName::forbidden);
    }

    /** Besides Windows' characters, those that the XML of the block map cannot have. */
    private static boolean isForbidden(int letter) {
        return letter < ' '
                || letter == '\\'
                || FORBIDDEN.indexOf(letter) >= 0
                || (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE)
                || letter == 0xFFFE
                || letter == 0xFFFF;
    }

    private static String forbidden(int letter) {
        return letter > ' ' && letter < 0x7F
                ? "has the character " + (char) letter
                : String.format(Locale.ROOT, "has the character U+%04X", letter);
    }

    private static String shown(String name) {
        return NameList.cut(name);
    }
}
