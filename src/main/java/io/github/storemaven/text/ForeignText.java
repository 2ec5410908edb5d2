package io.github.storemaven.text;

import java.util.Collection;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text that somebody else wrote (the Store, a proxy, a file, a package), on its way to log, message or Markdown: one line,
 * bounded, without characters that move the cursor or the direction of writing, without a command that a CI service obeys,
 * without the signature or token of an address or a header. {@link Secrets} masks the secrets of this run besides.
 */
public final class ForeignText {
    /** In characters, where nothing else is said. */
    public static final int LONGEST = 300;

    /** In characters, for what the Store says about a request or a submission. */
    public static final int LONGEST_MESSAGE = 2000;

    /** More items of a list help nobody. */
    public static final int MOST_ITEMS = 10;

    /** What is looked at beyond the limit, so that a mask that shortens the text leaves enough of it. */
    private static final int MARGIN = 1000;

    /** An equals sign, as it is and in the encodings of addresses, HTML and JSON. */
    private static final String EQUALS =
            "(?: ?= ?[\"']?|%3d|%253d|&#0{0,5}61;|&#x0{0,5}3d;|&equals;|\\\\u003d|\\\\x3d)";

    /** A signature, a proof or a token by its name, as a form or an address has it and as JSON or a header has it. */
    private static final Pattern NAMED_SECRET = Pattern.compile("(?i)((?:\\b|(?<=%3f|%26|%253f|%2526|u0026|u003f))(?:"
            + "(?:sig|client_secret|client_assertion|access_token|password)" + EQUALS
            + "|(?:sig|client_secret|client_assertion|access_token|password)\\\\?[\"'] ?: ?\\\\?[\"']"
            + "|(?:client_secret|client_assertion|access_token): ?))[^\\s&\"'<>,;)]+");

    /** What {@link #NAMED_SECRET} needs; quicker to look for. */
    private static final Pattern MAY_NAME = Pattern.compile("(?i)sig|client_|access_token|password");

    /** The value of Authorization; a word of prose after "bearer" is shorter. */
    private static final Pattern BEARER = Pattern.compile("(?i)(\\bbearer(?: |%20|\\+))[^\\s&\"'<>,;)]{16,}");

    /** The beginning of every JWT with an object as its head, and what follows it. */
    private static final Pattern JWT = Pattern.compile("\\beyJ[\\w-]{8,}\\.[\\w.-]{8,}");

    /** Emoji and several scripts need them within their words; all other format characters hide or turn something. */
    private static final int JOINER = 0x200D;

    private static final int NON_JOINER = 0x200C;

    /** Azure Pipelines and GitHub's runner obey {@code ##vso[} and {@code ##[} anywhere in a line, TeamCity likewise. */
    private static final Pattern COMMAND = Pattern.compile("##(?=[A-Za-z]{0,20}\\[)");

    private ForeignText() {}

    /** The text in one line of at most 300 characters. */
    public static String oneLine(String text) {
        return oneLine(text, LONGEST);
    }

    /**
     * The text in one line.
     *
     * @param longest in characters; a longer text ends in an ellipsis
     */
    public static String oneLine(String text, int longest) {
        String part = cut(text, longest + MARGIN);
        return cut(harmless(escaped(unsigned(part)).strip()), longest);
    }

    /**
     * A text of several lines, such as a message of ours with names of others in it: each line without control characters,
     * commands and signatures, and whole.
     */
    public static String lines(String text) {
        return Stream.of(text.split("\n", -1))
                .map(line -> harmless(escaped(unsigned(line))))
                .collect(Collectors.joining("\n"));
    }

    /** The first ten items, each in one line, and how many more there are. */
    public static String list(Collection<String> items) {
        String shown =
                items.stream().limit(MOST_ITEMS).map(ForeignText::oneLine).collect(Collectors.joining(", "));
        int more = items.size() - MOST_ITEMS;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /** The first characters, with an ellipsis where some are left out; a surrogate pair is not torn apart. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "...";
    }

    /**
     * Without the values of signatures, proofs and tokens that show by their name or form. A look for what each of them needs
     * comes first, since there may be many texts.
     */
    public static String unsigned(String text) {
        String shown = text;
        if (MAY_NAME.matcher(shown).find()) {
            shown = NAMED_SECRET.matcher(shown).replaceAll("$1" + Secrets.MASK);
        }
        if (shown.contains("earer") || shown.contains("EARER")) {
            shown = BEARER.matcher(shown).replaceAll("$1" + Secrets.MASK);
        }
        return shown.contains("eyJ") ? JWT.matcher(shown).replaceAll(Secrets.MASK) : shown;
    }

    /** Line breaks and tabs as a blank, other characters without a picture of their own as an escape. */
    private static String escaped(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            if (character == '\n' || character == '\r' || character == '\t') {
                if (line.length() == 0 || line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (isInvisible(character)) {
                line.append("\\u").append(hexadecimal(character));
            } else {
                line.appendCodePoint(character);
            }
            at += Character.charCount(character);
        }
        return line.toString();
    }

    private static String hexadecimal(int character) {
        return Character.isBmpCodePoint(character)
                ? HexFormat.of().toHexDigits((char) character)
                : Integer.toHexString(character);
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> character != JOINER && character != NON_JOINER;
            default -> false;
        };
    }

    private static String harmless(String line) {
        String broken = line.contains("##") ? COMMAND.matcher(line).replaceAll("## ") : line;
        int start = broken.length() - broken.stripLeading().length();
        return broken.startsWith("::", start)
                ? broken.substring(0, start) + ": " + broken.substring(start + 1)
                : broken;
    }
}
