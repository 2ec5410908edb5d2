package io.github.storemaven.json;

import jakarta.json.stream.JsonParsingException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a text is no JSON, in a user's words: the parser speaks of token names and character codes. */
final class ParsingReason {
    private static final Pattern INVALID_TOKEN =
            Pattern.compile("Invalid token=(\\S+) at .*Expected tokens are: \\[(.*)]");

    private static final Pattern UNEXPECTED = Pattern.compile("Unexpected char (-?\\d+)");

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

    private ParsingReason() {}

    /** Parsson's text in words, without the location that it repeats. */
    static String of(JsonParsingException problem) {
        String message = String.valueOf(problem.getMessage());
        if (message.startsWith("Expected EOF token")) {
            return "nothing may follow the document";
        }
        Matcher token = INVALID_TOKEN.matcher(message);
        if (token.find()) {
            return words(token.group(1)) + " stands where " + words(token.group(2)) + " is expected";
        }
        Matcher unexpected = UNEXPECTED.matcher(message);
        return unexpected.find()
                ? unexpected(Integer.parseInt(unexpected.group(1)))
                : message.replaceAll("(?s)\\s*(at|on) \\(line no=.*", "").strip();
    }

    private static String words(String tokens) {
        return Stream.of(tokens.split(", ", -1))
                .map(token -> TOKENS.getOrDefault(token, token.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" or "));
    }

    private static String unexpected(int character) {
        if (character < ' ') {
            return character < 0
                    ? "the document ends too early"
                    : "a line break or tab within a text; write \\n or \\t";
        }
        return "unexpected " + Character.toString(character).replace(" ", "blank")
                + (character == '\'' ? "; texts stand in double quotes" : "");
    }
}
