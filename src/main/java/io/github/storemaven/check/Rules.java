package io.github.storemaven.check;

import io.github.storemaven.text.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rules that are checked, by number, grouped as in the reference: whatever is found breaks one of them. */
public final class Rules {
    /** Of files that cannot be read; no configuration makes its findings warnings. */
    public static final String FILE = "FILE";

    private static final Map<String, Rule> CHECKED = read("rules.txt");

    private Rules() {}

    /**
     * A row of the listing rules.
     *
     * @param number for example {@code TXT-01}
     * @param sentence what is wanted; a rule is an error unless it says warning
     */
    public record Rule(String number, String sentence) {
        /** Reads a line of a list of rules: a number, a blank, a sentence. */
        static Rule of(String line) {
            String[] parts = line.split(" ", 2);
            return new Rule(parts[0], parts[1]);
        }
    }

    public static Collection<Rule> checked() {
        return CHECKED.values();
    }

    public static boolean isKnown(String number) {
        return CHECKED.containsKey(number) || number.equals(FILE);
    }

    /** The rule that was probably meant by a number that is none, such as {@code CAP-03} by {@code cap03}. */
    public static Optional<String> nearest(String number) {
        String digits = digits(number);
        return CHECKED.keySet().stream()
                .filter(known -> digits(known).equals(digits))
                .findFirst()
                .or(() -> NearestName.of(number, CHECKED.keySet()));
    }

    private static String digits(String number) {
        return number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    private static Map<String, Rule> read(String resource) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        text(resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Rule::of)
                .forEach(rule -> rules.put(rule.number(), rule));
        return Collections.unmodifiableMap(rules);
    }

    private static String text(String resource) {
        try (InputStream text = Rules.class.getResourceAsStream(resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
