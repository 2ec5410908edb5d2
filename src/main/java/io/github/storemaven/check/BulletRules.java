package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import java.util.Map;
import java.util.regex.Pattern;

/** The Store draws its own bullets before the items of a list: rows TXT-04, TXT-14 and TXT-15. */
final class BulletRules {
    private static final Map<String, String> LISTS =
            Map.of("features", "TXT-04", "recommendedHardware", "TXT-14", "minimumHardware", "TXT-15");
    private static final Pattern BULLET = Pattern.compile(
            "\\s*([\\u2022\\u2023\\u25E6\\u25AA\\u25CF\\u00B7\\u2219]|[-*\\u2013\\u2014]\\s).*", Pattern.DOTALL);

    private BulletRules() {}

    static void check(Node texts, DocumentReport report) {
        LISTS.forEach((member, rule) -> texts.member(member)
                .items()
                .filter(BulletRules::hasBullet)
                .takeWhile(item -> !report.full())
                .forEach(item -> report.warning(
                        rule, item, "the item begins with a bullet; the Store adds its own", "the text alone")));
    }

    private static boolean hasBullet(Node item) {
        return BULLET.matcher(item.text().orElse("")).matches();
    }
}
