package io.github.storemaven.service.reference;

import io.github.storemaven.text.Secrets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Shows what came without what it says: ids as {@code id-1}, {@code id-2}, the same id always by the same mask; a word of an
 * enumeration as it is; any other text by its form, letters as {@code a} and digits as {@code 9}, longer
 * runs with their length.
 */
final class MaskedAnswer {
    /** A Store ID, a GUID, a long number. */
    private static final Pattern ID = Pattern.compile("(?i)\\b(?:9[0-9A-Z]{11}"
            + "|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
            + "|\\d{5,})\\b");

    /** A path's part that follows the name of a list. */
    private static final Pattern ID_OF_PATH =
            Pattern.compile("(?i)\\b(applications|inappproducts|flights|submissions)/([^/?]+)");

    /** Is counted, so that no form looks like an id. */
    private static final Pattern RUN = Pattern.compile("([9aA?])\\1{4,}");

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z]*(?:_[A-Za-z]+)?\\d{0,4}");
    private static final Pattern NAME = Pattern.compile("[@$A-Za-z_][\\w@$.-]*");
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_FORM = 30;

    private final Secrets secrets;
    private final Map<String, String> masks = new LinkedHashMap<>();

    MaskedAnswer(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The mask of an id. */
    synchronized String id(String id) {
        return masks.computeIfAbsent(id.toUpperCase(Locale.ROOT), unused -> "id-" + (masks.size() + 1));
    }

    /** A request's path, its ids masked. */
    String path(String path) {
        String known = ID_OF_PATH.matcher(path).replaceAll(part -> part.group(1) + "/" + id(part.group(2)));
        return secrets.mask(ID.matcher(known).replaceAll(found -> id(found.group())));
    }

    /** The name of a member, where it looks like one; else its form. */
    String name(String name) {
        boolean isName = name.length() <= LONGEST_WORD && NAME.matcher(name).matches();
        return isName ? secrets.mask(ID.matcher(name).replaceAll(found -> id(found.group()))) : form(name);
    }

    /** A text in place of a value of an enumeration: a word as it is, all else by its form. */
    String word(String text) {
        boolean isWord = text.length() <= LONGEST_WORD
                && WORD.matcher(text).matches()
                && !ID.matcher(text).find();
        return isWord ? secrets.mask(text) : form(text);
    }

    /** A text by its form; with its mask where it is an id. */
    String form(String text) {
        if (text.isEmpty()) {
            return "an empty text";
        }
        String shown = text.length() <= LONGEST_FORM ? text : text.substring(0, LONGEST_FORM);
        String form = shown.replaceAll("\\p{Lu}", "A")
                .replaceAll("[\\p{L}&&[^A]]", "a")
                .replaceAll("\\d", "9")
                .replaceAll("[^ -~]", "?");
        String counted = RUN.matcher(form)
                .replaceAll(run -> run.group(1) + "{" + run.group().length() + "}");
        String mask = ID.matcher(text).matches() ? id(text) + ", " : "";
        return mask + "a text of " + text.length() + (text.length() == 1 ? " character" : " characters") + " like "
                + counted + (shown.length() < text.length() ? "..." : "");
    }
}
