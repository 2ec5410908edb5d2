package io.github.storemaven.text;

import java.util.Arrays;
import java.util.Map;

/**
 * A text with the encodings of its characters undone (percent, HTML, JSON), and where each character stands in the text that
 * it was made of.
 */
final class Spelling {
    private static final Map<String, Character> ENTITIES =
            Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'');

    /** That of a number of six hexadecimal digits. */
    private static final int LONGEST_ENTITY = 10;

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private Spelling(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static Spelling of(String text) {
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        Arrays.setAll(starts, at -> at);
        Arrays.setAll(ends, at -> at + 1);
        return new Spelling(text, starts, ends);
    }

    int length() {
        return text.length();
    }

    char at(int index) {
        return text.charAt(index);
    }

    String part(int from, int to) {
        return text.substring(from, to);
    }

    /** Marks in the first text what these characters were made of. */
    void mark(int from, int to, boolean[] hidden) {
        Arrays.fill(hidden, starts[from], ends[to - 1], true);
    }

    /** Marks a word wherever no letter or digit is beside it. */
    void markWord(String word, boolean[] hidden) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                mark(at, end, hidden);
            }
        }
    }

    /** The same with one layer of encoding less; of the same length where there is none. */
    Spelling decoded() {
        StringBuilder plain = new StringBuilder(text.length());
        int[] newStarts = new int[text.length()];
        int[] newEnds = new int[text.length()];
        for (int at = 0; at < text.length(); ) {
            int length = encoded(at, plain);
            if (length == 0) {
                plain.append(text.charAt(at));
                length = 1;
            }
            newStarts[plain.length() - 1] = starts[at];
            newEnds[plain.length() - 1] = ends[at + length - 1];
            at += length;
        }
        return new Spelling(plain.toString(), newStarts, newEnds);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Appends the character that is encoded here; the length of its encoding, or 0 where there is none. */
    private int encoded(int at, StringBuilder plain) {
        return switch (text.charAt(at)) {
            case '%' -> hexadecimal(at, 1, 2, plain);
            case '&' -> entity(at, plain);
            case '\\' -> escape(at, plain);
            default -> 0;
        };
    }

    private int escape(int at, StringBuilder plain) {
        if (at + 1 == text.length()) {
            return 0;
        }
        char kind = text.charAt(at + 1);
        if (kind == 'u') {
            return hexadecimal(at, 2, 4, plain);
        }
        if (kind == '/' || kind == '"' || kind == '\\') {
            plain.append(kind);
            return 2;
        }
        return 0;
    }

    private int hexadecimal(int at, int prefix, int digits, StringBuilder plain) {
        int end = at + prefix + digits;
        int value = end > text.length() ? -1 : number(at + prefix, end, 16);
        if (value < 0) {
            return 0;
        }
        plain.append((char) value);
        return prefix + digits;
    }

    private int entity(int at, StringBuilder plain) {
        int end = at + 1;
        while (end < text.length() && end - at < LONGEST_ENTITY && text.charAt(end) != ';') {
            end++;
        }
        if (end == text.length() || text.charAt(end) != ';') {
            return 0;
        }
        String name = text.substring(at + 1, end);
        int value = ENTITIES.containsKey(name) ? ENTITIES.get(name) : numeric(at, end);
        if (value < 0 || value > Character.MAX_VALUE) {
            return 0;
        }
        plain.append((char) value);
        return end + 1 - at;
    }

    /** A number in the decimal or the hexadecimal form. */
    private int numeric(int at, int end) {
        if (!text.startsWith("&#", at)) {
            return -1;
        }
        boolean hexadecimal = text.startsWith("x", at + 2) || text.startsWith("X", at + 2);
        return hexadecimal ? number(at + 3, end, 16) : number(at + 2, end, 10);
    }

    /** At most seven digits, or -1 where it is no number. */
    private int number(int from, int to, int radix) {
        if (from >= to || to - from > 7) {
            return -1;
        }
        int value = 0;
        for (int at = from; at < to; at++) {
            int digit = Character.digit(text.charAt(at), radix);
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
