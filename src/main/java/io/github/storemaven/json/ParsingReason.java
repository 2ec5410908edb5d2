package io.github.storemaven.json;

import io.github.storemaven.text.ForeignText;
import jakarta.json.stream.JsonParsingException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a text is no JSON, in a user's words. The parser's text is in its own (token names, numbers of characters, those even
 * in the digits of the JVM's locale), so what is wrong is seen in the text itself, at the place that the parser reached.
 */
final class ParsingReason {
    private static final Pattern INVALID_TOKEN =
            Pattern.compile("Invalid token=(\\S+) at .*Expected tokens are: \\[(.*)]");

    private static final String FOLLOWS = "nothing may follow the document";

    private static final String QUOTES = "\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB";

    /** Parsson's names of tokens in a user's words; other names are keywords in capitals. */
    private static final Map<String, String> TOKENS = Map.of(
            "CURLYOPEN", "\"{\"",
            "CURLYCLOSE", "\"}\"",
            "SQUAREOPEN", "\"[\"",
            "SQUARECLOSE", "\"]\"",
            "COLON", "\":\"",
            "COMMA", "\",\"",
            "STRING", "a text in double quotes",
            "NUMBER", "a number",
            "EOF", "the end");

    private final String text;
    private final int at;
    private final String message;

    ParsingReason(String text, JsonParsingException problem) {
        long reached = problem.getLocation().getStreamOffset();
        this.text = text;
        this.at = (int) Math.max(0, Math.min(reached, text.length()));
        this.message = String.valueOf(problem.getMessage());
    }

    JsonSyntaxException in(String source) {
        String before = text.substring(0, at);
        long line = before.chars().filter(character -> character == '\n').count() + 1;
        return new JsonSyntaxException(source, line, at - before.lastIndexOf('\n'), reason());
    }

    private String reason() {
        if (text.isBlank()) {
            return "there is nothing in it";
        }
        if (message.startsWith("Expected EOF token")) {
            return FOLLOWS;
        }
        Matcher token = INVALID_TOKEN.matcher(message);
        if (token.find()) {
            return "expected " + words(token.group(2)) + " but found " + words(token.group(1));
        }
        return at == text.length() ? "the document ends too early" : unexpected(text.charAt(at));
    }

    private static String words(String tokens) {
        return Stream.of(tokens.split(", ", -1))
                .map(token -> TOKENS.getOrDefault(token, token.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" or "));
    }

    private String unexpected(char character) {
        if (isEscaped()) {
            return "a backslash is written twice: \\\\";
        }
        if (character < ' ') {
            return "a line break or tab within a text; write \\n or \\t";
        }
        if (QUOTES.indexOf(character) >= 0) {
            return "a typographic quote (" + number(character)
                    + "); JSON needs the straight quote \" (many editors replace it)";
        }
        if (character == '\'') {
            return "unexpected '; texts are in double quotes";
        }
        return "unexpected " + (character == ' ' ? "blank" : shown(character));
    }

    /** Whether a backslash stands before the place, or one with the u of a number that is none. */
    private boolean isEscaped() {
        int start = at - 1;
        while (start > 0 && at - start < 5 && Character.digit(text.charAt(start), 16) >= 0) {
            start--;
        }
        boolean numbered = start > 0 && text.charAt(start) == 'u' && text.charAt(start - 1) == '\\';
        return numbered || (at > 0 && text.charAt(at - 1) == '\\');
    }

    private String shown(char character) {
        return character < 0x7F ? ForeignText.oneLine(String.valueOf(character)) : number(text.codePointAt(at));
    }

    private static String number(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }
}
