package io.github.storemaven.msix.pri;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a BCP 47 tag in small letters; those that are not there are empty. Which tags count as the name of a folder
 * is pri-file reference 8.1.
 *
 * @param rest variants and extensions
 */
record LanguageTag(String language, String script, String region, String rest) {
    /** A well-formed tag, case not counted. */
    static final String FORM = "[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\\d{3}))?"
            + "(?:-(?:[a-z\\d]{5,8}|\\d[a-z\\d]{3}))*(?:-[a-wy-z\\d](?:-[a-z\\d]{2,8})+)*(?:-x(?:-[a-z\\d]{1,8})+)?";

    private static final Pattern PARTS =
            Pattern.compile("([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\\d{3})(?![a-z\\d]))?(?:-(.+))?");

    private static final Pattern WELL_FORMED = Pattern.compile(FORM);

    /** A folder of this name is a language, with whatever further parts. */
    private static final Set<String> LANGUAGES = words(
            "af am ar as ay ab be bg bn bs ca ch cs cy da de dv dz el en eo es"
                    + " et eu fa fi fj fo fr fy ga gl gn gu gv he hi hr ht hu hy id in is it iw ja ji ka kk kl km kn ko la lb ln lo"
                    + " lt lv mg mh mi mk ml mo mr ms mt my na nb nd ne nl nn no nr ny om or pa pl ps pt qu rm rn ro ru rw sg si sk"
                    + " sl sm so sq ss st sv sw ta te th ti tl tn to tr ts uk ur ve vi wo xh yi zu"
                    + " adp drw dsb fil frr frs gsw haw hsb kok mai men nds niu nqo nso prs quz tem tkl tmh tnf tpi tvl und zbl");

    private static final Set<String> WITH_SCRIPT = words("chr frc frp quc qut");

    private static final Set<String> WITH_REGION = words("zh-cn zh-hk zh-mo zh-sg zh-tw az-az chr-us gd-gb ig-ng ky-kg"
            + " mn-mn qut-gt tk-tm tt-ru ug-cn uz-uz yo-ng qps-ploc");

    /** Regions of the United Nations' numbers that are known to exist. */
    private static final Set<String> NUMBERS = words("419 019 155 011 021 029 015 053 018 014");

    static Optional<LanguageTag> of(String text) {
        String tag = text.toLowerCase(Locale.ROOT);
        Matcher match = PARTS.matcher(tag);
        if (!WELL_FORMED.matcher(tag).matches() || !match.matches()) {
            return Optional.empty();
        }
        return Optional.of(new LanguageTag(part(match, 1), part(match, 2), part(match, 3), part(match, 4)));
    }

    /** Whether a folder of this name is one of a language. */
    static boolean isFolderName(String name) {
        return of(name).filter(tag -> tag.isKnown(name.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** Whether it is not known what Microsoft's tool makes of a folder of this name. */
    static boolean isUnclear(String name) {
        return name.contains("-") && of(name).isPresent() && !isFolderName(name);
    }

    private boolean isKnown(String tag) {
        boolean known = LANGUAGES.contains(language)
                || (!script.isEmpty() && (language.length() == 2 || WITH_SCRIPT.contains(language)));
        boolean number = !region.isEmpty() && Character.isDigit(region.charAt(0));
        return WITH_REGION.contains(tag) || (known && (!number || NUMBERS.contains(region)));
    }

    private static String part(Matcher match, int group) {
        return match.group(group) == null ? "" : match.group(group);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.split(" ", -1)));
    }
}
