package io.github.storemaven.submission;

import io.github.storemaven.document.Members;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Languages that come to an app beside a published one of the same language, such as en beside en-us. */
final class NewLanguages {
    private NewLanguages() {}

    /** A warning for each new language, with both codes. */
    static List<String> warnings(JsonObject published, JsonObject merged) {
        Set<String> before = languages(published);
        Set<String> after = languages(merged);
        return after.stream()
                .filter(code -> !before.contains(code))
                .map(code ->
                        warning(code, before.stream().filter(after::contains).toList()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String warning(String code, List<String> published) {
        List<String> same = published.stream().filter(one -> isSame(one, code)).toList();
        return same.isEmpty()
                ? ""
                : "The listing " + code + " is new beside the published " + String.join(", ", same)
                        + ": the app would have two listings in one language. If that is not meant, name it "
                        + same.get(0);
    }

    /** Two scripts are read by different people. */
    private static boolean isSame(String one, String other) {
        String[] parts = one.split("-", 3);
        String[] others = other.split("-", 3);
        boolean scripts = parts.length > 1 && others.length > 1 && parts[1].length() == 4 && others[1].length() == 4;
        return parts[0].equals(others[0]) && (!scripts || parts[1].equals(others[1]));
    }

    private static Set<String> languages(JsonObject document) {
        Set<String> codes = new TreeSet<>();
        Members.objectOrEmpty(document, "listings").forEach((code, listing) -> {
            if (listing instanceof JsonObject) {
                codes.add(code.toLowerCase(Locale.ROOT));
            }
        });
        return codes;
    }
}
