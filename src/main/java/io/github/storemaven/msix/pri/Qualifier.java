package io.github.storemaven.msix.pri;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What an image is made for, such as scale 200 (pri-file reference 3). Two are equal when they differ only in case.
 *
 * @param value as spelled
 */
record Qualifier(Kind kind, String value) {
    /** The one that Windows asks for first comes first. */
    static final Comparator<Qualifier> MOST_IMPORTANT_FIRST = Comparator.<Qualifier>comparingInt(
                    qualifier -> qualifier.kind().priority)
            .thenComparing(Qualifier::upper)
            .reversed();

    /** The kinds with their numbers in the file, their weight against one another, names and values. */
    enum Kind {
        LANGUAGE(0, 700, "language|lang", LanguageTag.FORM),
        CONTRAST(1, 400, "contrast", "standard|high|black|white"),
        SCALE(2, 200, "scale", "0*(?:[5-9]\\d|[1-9]\\d\\d|1000)"),
        HOME_REGION(3, 800, "homeregion|region", "[a-z]{2}|\\d{1,3}"),
        TARGET_SIZE(
                4,
                300,
                "targetsize|target",
                "0*(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5])"),
        LAYOUT_DIRECTION(5, 600, "layoutdirection|layoutdir", "ltr|rtl|ttbltr|ttbrtl"),
        THEME(6, 350, "theme", "dark|light"),
        ALTERNATE_FORM(7, 100, "alternateform|altform", "[a-z\\d-]{0,32}"),
        DX_FEATURE_LEVEL(8, 150, "dxfeaturelevel|dxfl", "dx(?:9|1[0-2])"),
        CONFIGURATION(9, 900, "configuration|config", "[a-z\\d-]{1,8}"),
        DEVICE_FAMILY(10, 500, "devicefamily", "[a-z\\d-]{1,64}"),
        CUSTOM(11, 850, "custom", "[a-z\\d-]{0,32}");

        private final int number;
        private final int priority;
        private final Pattern token;

        Kind(int number, int priority, String names, String values) {
            this.number = number;
            this.priority = priority;
            this.token = Pattern.compile("(?i)(?:" + names + ")-(" + values + ")");
        }

        int number() {
            return number;
        }

        int priority() {
            return priority;
        }
    }

    /** The qualifiers of a file, of the part of its name between the last two dots; in capitals, as MakePri has them. */
    static Optional<List<Qualifier>> ofFilePart(String part) {
        return list(part, token -> named(token).map(found -> new Qualifier(found.kind, found.upper())));
    }

    /** The qualifiers that a folder's whole name is a list of; a language may be there without "lang-". */
    static Optional<List<Qualifier>> ofFolder(String name) {
        return list(name, token -> named(token).or(() -> bareLanguage(token)));
    }

    private static Optional<List<Qualifier>> list(String text, Function<String, Optional<Qualifier>> reader) {
        List<Qualifier> qualifiers = new ArrayList<>();
        for (String token : text.split("_", -1)) {
            if (!token.isEmpty()) {
                Optional<Qualifier> qualifier = reader.apply(token);
                if (qualifier.isEmpty()) {
                    return Optional.empty();
                }
                qualifiers.add(qualifier.get());
            }
        }
        return qualifiers.isEmpty() ? Optional.empty() : Optional.of(qualifiers);
    }

    private static Optional<Qualifier> named(String token) {
        for (Kind kind : Kind.values()) {
            var match = kind.token.matcher(token);
            if (match.matches()) {
                return Optional.of(new Qualifier(kind, match.group(1)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Qualifier> bareLanguage(String token) {
        return LanguageTag.isFolderName(token) ? Optional.of(new Qualifier(Kind.LANGUAGE, token)) : Optional.empty();
    }

    /** How well it serves where nothing is asked for, up to 1000. */
    int score(String defaultLanguage) throws InvalidResourceException {
        return switch (kind) {
            case LANGUAGE -> LanguageScore.of(value, defaultLanguage);
            case SCALE -> (int) (scaleScore(Integer.parseInt(value)) * 1000);
            case TARGET_SIZE -> {
                int size = Integer.parseInt(value);
                yield size == 256 ? 1000 : size < 256 ? 500 : 750;
            }
            case CONTRAST -> only("standard");
            case HOME_REGION -> only("001");
            case LAYOUT_DIRECTION -> only("ltr");
            case THEME -> only("dark");
            case DX_FEATURE_LEVEL -> only("dx9");
            case DEVICE_FAMILY -> only("universal");
            case ALTERNATE_FORM, CONFIGURATION, CUSTOM -> 0;
        };
    }

    private int only(String usual) {
        return value.equalsIgnoreCase(usual) ? 1000 : 0;
    }

    private static double scaleScore(int scale) {
        if (scale == 100) {
            return 1;
        }
        if (scale < 100) {
            return 0.5 + (scale - 50) / 50.0 * 0.25;
        }
        return scale <= 200 ? 1 - (scale - 100) / 100.0 * 0.25 : 0.5 - (scale - 200) / 800.0 * 0.25;
    }

    String upper() {
        return value.toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Qualifier that && kind == that.kind && upper().equals(that.upper());
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + upper().hashCode();
    }
}
