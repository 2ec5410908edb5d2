package io.github.storemaven.msix.pri;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How near an image's language is to the default one, up to 1000, as MakePri sees it (pri-file reference 8.2). */
final class LanguageScore {
    private static final int SAME = 1000;
    private static final int WITHOUT_REGION = 980;
    private static final int OTHER_REGION = 975;

    /** Languages that are no more at home in one region than in another. */
    private static final Set<String> OF_SEVERAL_REGIONS = Set.of(
            "ar", "bn", "de", "en", "es", "fr", "hr", "it", "ms", "ne", "nl", "no", "pt", "quz", "ro", "sv", "ta", "ti",
            "tn", "ur", "sr-latn", "sr-cyrl", "zh-hans", "zh-hant");

    /** A region where a script is not at home. */
    private static final Set<String> ABROAD = Set.of("az-arab-az", "tk-cyrl-tr", "tk-latn-tr");

    private static final Set<String> WITHOUT_USUAL_SCRIPT = Set.of("zh", "sr", "uz", "ha", "az");

    private static final Set<String> LATIN = Set.of(
            "af", "bs", "ca", "cs", "cy", "da", "de", "en", "es", "et", "eu", "fi", "fil", "fr", "ga", "gl", "hr", "hu",
            "id", "is", "it", "lb", "lt", "lv", "mi", "ms", "mt", "nb", "nl", "nn", "no", "pl", "pt", "quz", "ro", "rw",
            "sk", "sl", "sq", "sv", "sw", "tn", "tr", "vi", "xh", "zu");

    private static final Set<String> CYRILLIC = Set.of("be", "bg", "kk", "ky", "mk", "ru", "uk");

    private static final Set<String> ARABIC = Set.of("ar", "fa", "prs", "ps", "ug", "ur");

    private static final Set<String> TRADITIONAL = Set.of("hk", "mo", "tw");

    private static final Set<String> SIMPLIFIED = Set.of("cn", "sg");

    private static final Set<String> LATIN_AMERICA = Set.of(
            "ar", "bo", "cl", "co", "cr", "cu", "do", "ec", "gt", "hn", "mx", "ni", "pa", "pe", "pr", "py", "sv", "uy",
            "ve");

    /** Pairs of regions that are nearer than others, the more special before. */
    private static final List<Near> NEAR = List.of(
            new Near("es", "019", Set.of("419")::contains, 988),
            new Near("fr", "155", Set.of("be", "ch", "fr", "lu", "mc")::contains, 988),
            new Near("fr", "011", Set.of("ci", "ml")::contains, 988),
            new Near("fr", "021", Set.of("ca")::contains, 988),
            new Near("fr", "029", Set.of("ht")::contains, 988),
            new Near("fr", "015", Set.of("ma")::contains, 988),
            new Near("en", "053", Set.of("au", "nz")::contains, 988),
            new Near("en", "021", Set.of("ca", "us")::contains, 988),
            new Near("en", "029", Set.of("jm", "tt")::contains, 988),
            new Near("en", "018", Set.of("za")::contains, 988),
            new Near("en", "014", Set.of("zw")::contains, 988),
            new Near("es", "419", LATIN_AMERICA::contains, 986),
            new Near("es", "019", Set.of("us")::contains, 986),
            new Near("es", "019", LATIN_AMERICA::contains, 984),
            new Near("en", "us", Set.of("ph")::contains, 977),
            new Near("en", "gb", region -> !Set.of("us", "ph").contains(region), 977),
            new Near("en", "us", Objects::nonNull, 976),
            new Near("en", "gb", Objects::nonNull, 976),
            new Near("fr", "fr", region -> !region.equals("ca"), 976),
            new Near("de", "de", Objects::nonNull, 976),
            new Near("ar", "sa", Objects::nonNull, 976),
            new Near("sr-latn", "rs", Objects::nonNull, 976),
            new Near("sr-cyrl", "rs", Set.of("cs", "me")::contains, 976),
            new Near("es", "mx", LATIN_AMERICA::contains, 976),
            new Near("es", "mx", Set.of("us")::contains, 976),
            new Near("hr", "hr", Set.of("ba")::contains, 976),
            new Near("it", "it", Set.of("ch")::contains, 976),
            new Near("ms", "bn", Set.of("my")::contains, 976),
            new Near("nl", "nl", Set.of("be")::contains, 976),
            new Near("sv", "se", Set.of("fi")::contains, 976),
            new Near("tn", "bw", Set.of("za")::contains, 976));

    private LanguageScore() {}

    private record Near(String language, String region, Predicate<String> others, int score) {
        boolean fits(String tongue, String one, String other) {
            return language.equals(tongue)
                    && ((region.equals(one) && others.test(other)) || (region.equals(other) && others.test(one)));
        }
    }

    static int of(String one, String other) throws InvalidResourceException {
        if (one.equalsIgnoreCase(other)) {
            return SAME;
        }
        LanguageTag first = tag(one);
        LanguageTag second = tag(other);
        if (!first.language().equals(second.language()) || scriptsDiffer(first, second)) {
            return 0;
        }
        if (!first.rest().equals(second.rest())) {
            return ofVariants(first, second);
        }
        if (first.region().equals(second.region())) {
            return SAME;
        }
        if (first.region().isEmpty()) {
            return withoutRegion(first, second);
        }
        return second.region().isEmpty() ? withoutRegion(second, first) : ofRegions(first, second);
    }

    private static LanguageTag tag(String text) throws InvalidResourceException {
        return LanguageTag.of(text)
                .orElseThrow(() -> new InvalidResourceException("The language " + text
                        + " is not a BCP 47 tag; name the languages as the Store does, for example de-DE"));
    }

    private static boolean scriptsDiffer(LanguageTag one, LanguageTag other) throws InvalidResourceException {
        if (one.script().equals(other.script()) && !one.language().equals("zh")) {
            return false;
        }
        return !script(one, other).equals(script(other, one));
    }

    /** The script that the tag has or that goes without saying; empty for a language that has no usual one. */
    private static String script(LanguageTag tag, LanguageTag other) throws InvalidResourceException {
        if (!tag.script().isEmpty()) {
            return tag.script();
        }
        String language = tag.language();
        if (language.equals("zh") && TRADITIONAL.contains(tag.region())) {
            return "hant";
        }
        if (language.equals("zh") && SIMPLIFIED.contains(tag.region())) {
            return "hans";
        }
        if (WITHOUT_USUAL_SCRIPT.contains(language) && tag.region().isEmpty()) {
            return "";
        }
        if (LATIN.contains(language) || (tag.region().equals("tm") && language.equals("tk"))) {
            return "latn";
        }
        if (CYRILLIC.contains(language)) {
            return "cyrl";
        }
        if (ARABIC.contains(language)) {
            return "arab";
        }
        throw unknown(tag, other);
    }

    private static int withoutRegion(LanguageTag bare, LanguageTag regional) throws InvalidResourceException {
        String tongue = tongue(bare, regional);
        boolean abroad = ABROAD.contains(tongue + "-" + regional.region());
        return abroad || OF_SEVERAL_REGIONS.contains(tongue) ? WITHOUT_REGION : SAME;
    }

    private static int ofRegions(LanguageTag one, LanguageTag other) throws InvalidResourceException {
        String tongue = tongue(one, other);
        if (tongue.equals("tk-latn")) {
            return WITHOUT_REGION;
        }
        return NEAR.stream()
                .filter(near -> near.fits(tongue, one.region(), other.region()))
                .mapToInt(Near::score)
                .findFirst()
                .orElse(OTHER_REGION);
    }

    /** The language, with its script where that does not go without saying. */
    private static String tongue(LanguageTag one, LanguageTag other) throws InvalidResourceException {
        String language = one.language();
        boolean scripted = !one.script().isEmpty() || !other.script().isEmpty() || language.equals("zh");
        boolean several = WITHOUT_USUAL_SCRIPT.contains(language) || language.equals("tk");
        return scripted && several ? language + "-" + script(one, other) : language;
    }

    private static int ofVariants(LanguageTag one, LanguageTag other) throws InvalidResourceException {
        LanguageTag plain = one.rest().isEmpty() ? one : other;
        LanguageTag variant = plain.equals(one) ? other : one;
        boolean catalan = variant.equals(new LanguageTag("ca", "", "es", "valencia"))
                && Set.of(new LanguageTag("ca", "", "", ""), new LanguageTag("ca", "", "es", ""))
                        .contains(plain);
        if (catalan) {
            return WITHOUT_REGION;
        }
        throw unknown(one, other);
    }

    private static InvalidResourceException unknown(LanguageTag one, LanguageTag other) {
        return new InvalidResourceException("How near " + text(one) + " is to " + text(other)
                + " is not known, so images in it cannot be listed in resources.pri; name the folder exactly as the"
                + " package's first language, or put a resources.pri of your own into the folder of assets");
    }

    private static String text(LanguageTag tag) {
        return Stream.of(tag.language(), tag.script(), tag.region(), tag.rest())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
    }
}
