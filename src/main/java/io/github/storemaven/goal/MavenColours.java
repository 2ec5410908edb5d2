package io.github.storemaven.goal;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours of changes: green for what is added, yellow for what changes, red for what is removed, and only where Maven's own
 * log has colours. The signs say the same without them.
 */
record MavenColours(boolean isOn) implements UnaryOperator<String> {
    private static final String END = "\033[m";
    private static final Map<String, String> STARTS = Map.of("+", "\033[32m", "~", "\033[33m", "-", "\033[31m");

    /** The sign and the name of an item, up to the gap before its value. */
    private static final Pattern ITEM = Pattern.compile("^([+~-]) .*?(?=  |$)");

    /** A line of the difference of a text. */
    private static final Pattern TEXT = Pattern.compile("^    \\| ([+-]) .*$");

    /**
     * As Maven has it now. Its own message builder is visible to no plugin; the class that it asks, Jansi's or a stand-in for it,
     * is exported to all of them by every Maven since 3.6. Whatever another Maven does: no colours.
     */
    static MavenColours ofMaven() {
        try {
            Class<?> ansi = Class.forName("org.fusesource.jansi.Ansi", true, MavenColours.class.getClassLoader());
            return new MavenColours(
                    Boolean.TRUE.equals(ansi.getMethod("isEnabled").invoke(null)));
        } catch (ReflectiveOperationException | LinkageError noColours) {
            return new MavenColours(false);
        }
    }

    /** The line with its colours. */
    @Override
    public String apply(String line) {
        return isOn ? coloured(coloured(line, TEXT), ITEM) : line;
    }

    private static String coloured(String line, Pattern part) {
        Matcher matcher = part.matcher(line);
        return matcher.find()
                ? line.substring(0, matcher.start())
                        + STARTS.get(matcher.group(1))
                        + matcher.group()
                        + END
                        + line.substring(matcher.end())
                : line;
    }
}
