package io.github.storemaven.listing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the tags, labels and addresses of Markdown end. Each is looked through once, without a step back. */
final class MarkdownScanner {
    static final int MAX_LABEL = 999;
    private static final int MAX_PARENTHESES = 32;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final Pattern TAG = Pattern.compile("<(/?)[a-zA-Z][a-zA-Z0-9-]*+");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s++[a-zA-Z_:][\\w.:-]*+(?:\\s*+=\\s*+(?:[^\\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+");

    private MarkdownScanner() {}

    /** What ends the comment, instruction or declaration that begins there; null where none begins. */
    static String declarationEnd(String text, int from) {
        if (text.startsWith("<!--", from)) {
            return "-->";
        }
        if (text.startsWith("<?", from)) {
            return "?>";
        }
        if (text.startsWith("<![CDATA[", from)) {
            return "]]>";
        }
        return text.startsWith("<!", from) && Character.isLetter(charAt(text, from + 2)) ? ">" : null;
    }

    /** The end of the tag that begins there, or -1. */
    static int tagEnd(String text, int from) {
        Matcher tag = TAG.matcher(text).region(from, text.length());
        if (!tag.lookingAt()) {
            return -1;
        }
        boolean opening = tag.group(1).isEmpty();
        int end = tag.end();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (opening && attribute.region(end, text.length()).lookingAt()) {
            end = attribute.end();
        }
        end = spaceEnd(text, end);
        end += opening && charAt(text, end) == '/' ? 1 : 0;
        return charAt(text, end) == '>' ? end + 1 : -1;
    }

    /** The end of the definition of a link that begins there, with its line end, or -1; its label is added. */
    static int definitionEnd(String text, int from, Set<String> labels) {
        int label = labelEnd(text, from);
        if (label < 0
                || charAt(text, label) != ':'
                || text.substring(from + 1, label - 1).isBlank()) {
            return -1;
        }
        int destination = spaceEnd(text, label + 1);
        int end = destinationEnd(text, destination);
        if (end <= destination) {
            return -1;
        }
        int title = spaceEnd(text, end);
        int whole = title > end ? lineEnd(text, titleEnd(text, title)) : -1;
        int defined = whole >= 0 ? whole : lineEnd(text, end);
        if (defined >= 0) {
            labels.add(normal(text.substring(from + 1, label - 1)));
        }
        return defined;
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end >= 0 && (charAt(text, end) == ' ' || charAt(text, end) == '\t')) {
            end++;
        }
        return end >= 0 && charAt(text, end) == '\n' ? end + 1 : -1;
    }

    /** The end of what is in brackets and has none in it, or -1. */
    static int labelEnd(String text, int from) {
        if (charAt(text, from) != '[') {
            return -1;
        }
        for (int end = from + 1; end < text.length() && end - from <= MAX_LABEL + 1; end++) {
            if (text.charAt(end) == ']') {
                return end + 1;
            }
            if (text.charAt(end) == '[') {
                return -1;
            }
            end += text.charAt(end) == '\\' ? 1 : 0;
        }
        return -1;
    }

    /** The end of the address and title of a link, with their parentheses, or -1. */
    static int addressEnd(String text, int from) {
        int destination = spaceEnd(text, from);
        int end = destinationEnd(text, destination);
        if (end >= 0) {
            int title = spaceEnd(text, end);
            int titleEnd = title > end ? titleEnd(text, title) : -1;
            end = spaceEnd(text, titleEnd < 0 ? end : titleEnd);
        }
        return end >= 0 && charAt(text, end) == ')' ? end + 1 : -1;
    }

    private static int destinationEnd(String text, int from) {
        boolean pointed = charAt(text, from) == '<';
        int depth = 0;
        for (int end = pointed ? from + 1 : from; end < text.length(); end++) {
            char next = text.charAt(end);
            if (pointed && next == '>') {
                return end + 1;
            }
            if (pointed ? next == '<' || next == '\n' : next <= ' ' || (next == ')' && depth == 0)) {
                return pointed ? -1 : depth == 0 ? end : -1;
            }
            depth += next == '(' ? 1 : next == ')' ? -1 : 0;
            if (!pointed && depth > MAX_PARENTHESES) {
                return -1;
            }
            end += next == '\\' && isAsciiPunctuation(charAt(text, end + 1)) ? 1 : 0;
        }
        return pointed || depth > 0 ? -1 : text.length();
    }

    private static int titleEnd(String text, int from) {
        char quote = charAt(text, from);
        if (quote != '"' && quote != '\'' && quote != '(') {
            return -1;
        }
        for (int end = from + 1; end < text.length(); end++) {
            char next = text.charAt(end);
            if (next == (quote == '(' ? ')' : quote)) {
                return end + 1;
            }
            if (next == quote) {
                return -1;
            }
            end += next == '\\' ? 1 : 0;
        }
        return -1;
    }

    /** Labels are the same whatever their case and spaces. */
    static String normal(String label) {
        return SPACES.matcher(label.strip())
                .replaceAll(" ")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    static int spaceEnd(String text, int from) {
        int end = from;
        while (end < text.length() && " \t\n".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** The end of a text is a zero. */
    static char charAt(String text, int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    static boolean isAsciiPunctuation(char character) {
        return character < 0x80 && isPunctuation(character);
    }

    static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** The categories P and S of Unicode, whose numbers in Java are one range. */
    static boolean isPunctuation(int character) {
        int type = Character.getType(character);
        return type >= Character.DASH_PUNCTUATION && type <= Character.FINAL_QUOTE_PUNCTUATION;
    }
}
