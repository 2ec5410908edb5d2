package io.github.storemaven.text;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;

/**
 * A text with the encodings of its characters undone (percent, HTML, JSON), and where each character stands in the text that
 * it was made of.
 */
final class Spelling {
    private static final Map<String, Character> ENTITIES = Map.ofEntries(
            entry("amp", '&'),
            entry("lt", '<'),
            entry("gt", '>'),
            entry("quot", '"'),
            entry("apos", '\''),
            entry("plus", '+'),
            entry("sol", '/'),
            entry("bsol", '\\'),
            entry("equals", '='),
            entry("lowbar", '_'),
            entry("UnderBar", '_'),
            entry("period", '.'),
            entry("comma", ','),
            entry("colon", ':'),
            entry("semi", ';'),
            entry("num", '#'),
            entry("percnt", '%'),
            entry("dollar", '$'),
            entry("excl", '!'),
            entry("quest", '?'),
            entry("commat", '@'),
            entry("ast", '*'),
            entry("midast", '*'),
            entry("hyphen", '-'),
            entry("dash", '-'),
            entry("tilde", '~'),
            entry("grave", '`'),
            entry("Hat", '^'),
            entry("verbar", '|'),
            entry("vert", '|'),
            entry("lpar", '('),
            entry("rpar", ')'),
            entry("lsqb", '['),
            entry("lbrack", '['),
            entry("rsqb", ']'),
            entry("rbrack", ']'),
            entry("lcub", '{'),
            entry("lbrace", '{'),
            entry("rcub", '}'),
            entry("rbrace", '}'),
            entry("nbsp", ' '),
            entry("Tab", '\t'),
            entry("NewLine", '\n'));

    /** Longer names and numbers, leading zeros included, stand for none of the characters of a secret. */
    private static final int LONGEST_ENTITY = 16;

    /** In digits; that of the last character has five in the decimal form. */
    private static final int LONGEST_NUMBER = 5;

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
        if (text.indexOf('%') < 0 && text.indexOf('&') < 0 && text.indexOf('\\') < 0) {
            return this;
        }
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

    /** The same in small letters and without what an eye does not see between them, such as the line ends of Base64. */
    Spelling condensed() {
        StringBuilder dense = new StringBuilder(text.length());
        int[] newStarts = new int[text.length()];
        int[] newEnds = new int[text.length()];
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (!isGap(character)) {
                newStarts[dense.length()] = starts[at];
                newEnds[dense.length()] = ends[at];
                dense.append(small(character));
            }
        }
        return new Spelling(dense.toString(), newStarts, newEnds);
    }

    /** What compares in any case. */
    static char small(char character) {
        return character >= 'a' && character <= 'z' ? character : Character.toLowerCase(character);
    }

    /** What an eye does not see between characters. */
    static boolean isGap(char character) {
        return character <= ' '
                || (character >= 0x7F
                        && switch (Character.getType(character)) {
                            case Character.CONTROL,
                                    Character.FORMAT,
                                    Character.SPACE_SEPARATOR,
                                    Character.LINE_SEPARATOR,
                                    Character.PARAGRAPH_SEPARATOR -> true;
                            default -> false;
                        });
    }

    @Override
    public String toString() {
        return text;
    }

    /** Appends the character that is encoded here; the length of its encoding, or 0 where there is none. */
    private int encoded(int at, StringBuilder plain) {
        return switch (text.charAt(at)) {
            case '%' ->
                text.startsWith("u", at + 1) || text.startsWith("U", at + 1)
                        ? hexadecimal(at, 2, 4, plain)
                        : hexadecimal(at, 1, 2, plain);
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
        if (kind == 'u' || kind == 'U') {
            return hexadecimal(at, 2, 4, plain);
        }
        if (kind == 'x' || kind == 'X') {
            return hexadecimal(at, 2, 2, plain);
        }
        if (kind == 'n' || kind == 'r' || kind == 't') {
            plain.append(' ');
            return 2;
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
        if (text.startsWith("#", at + 1)) {
            return numeric(at, plain);
        }
        int end = semicolon(at);
        Character named = end < 0 ? null : ENTITIES.get(text.substring(at + 1, end));
        if (named == null) {
            return 0;
        }
        plain.append(named.charValue());
        return end + 1 - at;
    }

    private int semicolon(int from) {
        int last = Math.min(text.length(), from + LONGEST_ENTITY);
        for (int at = from; at < last; at++) {
            if (text.charAt(at) == ';') {
                return at;
            }
        }
        return -1;
    }

    /** A number in the decimal or the hexadecimal form; browsers read it without its semicolon too. */
    private int numeric(int at, StringBuilder plain) {
        boolean hexadecimal = text.startsWith("x", at + 2) || text.startsWith("X", at + 2);
        int radix = hexadecimal ? 16 : 10;
        int first = at + (hexadecimal ? 3 : 2);
        int from = first;
        while (from < text.length() && from - first < LONGEST_ENTITY && text.charAt(from) == '0') {
            from++;
        }
        int end = from;
        while (end < text.length() && end - from < LONGEST_NUMBER && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        int value = number(from, end, radix);
        if (value <= 0 || value > Character.MAX_VALUE) {
            return 0;
        }
        plain.append((char) value);
        return (end < text.length() && text.charAt(end) == ';' ? end + 1 : end) - at;
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
