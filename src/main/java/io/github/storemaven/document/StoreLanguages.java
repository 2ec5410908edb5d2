package io.github.storemaven.document;

import io.github.storemaven.text.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The language codes that a listing may have (submission-api, appendix B), compared without regard to case. */
public final class StoreLanguages {
    private static final Map<String, String> CODES = Collections.unmodifiableMap(read());

    /** Codes of languages that Java and others wrote once, or that are part of another language in the table. */
    private static final Map<String, String> OLD_CODES =
            Map.of("iw", "he", "in", "id", "ji", "yi", "tl", "fil", "sh", "sr-latn", "mo", "ro");

    /** What is written for a region or script. */
    private static final Map<String, String> ALIASES = Map.of("uk", "gb", "chs", "hans", "cht", "hant");

    /** The usual script of languages that the table has with their script only. */
    private static final Map<String, String> SCRIPTS = Map.ofEntries(
            Map.entry("zh", "zh-hans"),
            Map.entry("az", "az-latn-az"),
            Map.entry("mn", "mn-cyrl"),
            Map.entry("tg", "tg-cyrl"),
            Map.entry("tk", "tk-latn"),
            Map.entry("tt", "tt-cyrl"),
            Map.entry("ug", "ug-arab"),
            Map.entry("iu", "iu-latn"),
            Map.entry("ky", "ky-cyrl"));

    private StoreLanguages() {}

    /** Whether the Store knows the code, in whatever case it is written. */
    public static boolean contains(String code) {
        return CODES.containsKey(code);
    }

    /** The code in the case of the reference, for example {@code zh-Hans}; empty when the Store does not know it. */
    public static Optional<String> canonical(String code) {
        return Optional.ofNullable(CODES.get(code));
    }

    /**
     * The known code that was probably meant: one of the same language, since a listing in another would be read by
     * other people; empty where the table has none.
     */
    public static Optional<String> suggestion(String code) {
        String dashed = code.strip().replace('_', '-').toLowerCase(Locale.ROOT);
        String language = dashed.split("-", 2)[0];
        String current = OLD_CODES.getOrDefault(language, language) + dashed.substring(language.length());
        return sameLetters(current).or(() -> ofLanguage(current, current.split("-", 2)[0]));
    }

    /** The code of a language that is named in English or in itself: {@code german} and {@code deutsch} are {@code de-de}. */
    public static Optional<String> ofName(String name) {
        List<String> codes =
                CODES.values().stream().filter(code -> isNamed(code, name)).toList();
        return codes.stream()
                .filter(code -> code.equalsIgnoreCase(beforeDash(code) + "-" + beforeDash(code)))
                .findFirst()
                .or(() -> codes.stream().filter("en-us"::equals).findFirst())
                .or(() -> codes.stream().findFirst());
    }

    private static boolean isNamed(String code, String name) {
        Locale language = Locale.forLanguageTag(beforeDash(code));
        return language.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(name)
                || language.getDisplayLanguage(language).equalsIgnoreCase(name);
    }

    private static String beforeDash(String code) {
        return code.split("-", 2)[0];
    }

    /** Without regard to separators: {@code enus} is {@code en-us}. */
    private static Optional<String> sameLetters(String code) {
        String letters = code.replace("-", "");
        return CODES.values().stream()
                .filter(known -> known.replace("-", "").equalsIgnoreCase(letters))
                .findFirst();
    }

    private static Optional<String> ofLanguage(String code, String language) {
        List<String> codes = withScript(
                code,
                CODES.values().stream()
                        .filter(known -> known.equalsIgnoreCase(language) || startsWith(known, language + "-"))
                        .toList());
        String region = code.substring(code.lastIndexOf('-') + 1);
        String meant = ALIASES.getOrDefault(region, region);
        return codes.stream()
                .filter(known -> startsWith(known, language + "-")
                        && known.toLowerCase(Locale.ROOT).endsWith("-" + meant))
                .max(Comparator.comparing(known -> known.contains("latn")))
                .or(() -> NearestName.of(code, codes).filter(near -> NearestName.distance(near, code) == 1))
                .or(() -> canonical(beginning(code, codes)))
                .or(() -> canonical(SCRIPTS.getOrDefault(language, code)))
                .or(() -> codes.stream().findFirst());
    }

    /** The codes in the script that is written, such as the second part of zh-hant-cn, where there are any. */
    private static List<String> withScript(String code, List<String> codes) {
        String[] parts = code.split("-", 3);
        List<String> same = codes.stream()
                .filter(known -> parts.length == 3 && startsWith(known + "-", parts[0] + "-" + parts[1] + "-"))
                .toList();
        return same.isEmpty() ? codes : same;
    }

    /** The longest known code that the code begins with; the code itself where there is none. */
    private static String beginning(String code, List<String> codes) {
        return codes.stream()
                .filter(known -> startsWith(code, known + "-"))
                .max(Comparator.comparingInt(String::length))
                .orElse(code);
    }

    private static boolean startsWith(String code, String beginning) {
        return code.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    /** All codes in the case of the reference. */
    static Collection<String> all() {
        return CODES.values();
    }

    private static Map<String, String> read() {
        Map<String, String> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        text().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            for (String code : line.strip().split(" ", -1)) {
                codes.put(code, code);
            }
        });
        return codes;
    }

    private static String text() {
        try (InputStream table = StoreLanguages.class.getResourceAsStream("languages.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
