package io.github.storemaven.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The list of all rules, for the documentation and for those who name rules in a configuration. */
public final class Rules {
    private Rules() {}

    /** The rules that are checked, grouped as in the reference; errors unless their sentence says warning. */
    public static List<Rule> checked() {
        return read("rules.txt");
    }

    /** The rows of the reference that are not checked here, each with the reason. */
    public static List<Rule> leftOut() {
        return read("rules-left-out.txt");
    }

    private static List<Rule> read(String resource) {
        return text(resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .map(parts -> new Rule(parts[0], parts[1]))
                .toList();
    }

    private static String text(String resource) {
        try (InputStream text = Rules.class.getResourceAsStream(resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
