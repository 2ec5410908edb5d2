package io.github.storemaven.json;

import java.util.HexFormat;

/** Escapes raw control characters inside strings, which the service has been seen to send (field reports, quirk 11). */
final class ControlCharacters {
    private static final HexFormat HEXADECIMAL = HexFormat.of();

    private ControlCharacters() {}

    /** The text with an escape for each of them; a backslash before one is a character of the string like any other. */
    static String escaped(String json) {
        StringBuilder text = new StringBuilder(json.length());
        boolean inString = false;
        for (int at = 0; at < json.length(); at++) {
            char character = json.charAt(at);
            if (inString && character == '\\' && at + 1 < json.length()) {
                char next = json.charAt(at + 1);
                text.append(character).append(isControl(next) ? character : next);
                at += isControl(next) ? 0 : 1;
            } else if (inString && isControl(character)) {
                text.append("\\u").append(HEXADECIMAL.toHexDigits(character));
            } else {
                inString ^= character == '"';
                text.append(character);
            }
        }
        return text.toString();
    }

    private static boolean isControl(char character) {
        return character < ' ';
    }
}
