package io.github.storemaven.json;

import io.github.storemaven.text.ForeignText;
import jakarta.json.stream.JsonParsingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text that is not the JSON that was expected; the message says where and why. */
public final class JsonSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final String location;
    private final String reason;
    private final boolean beyondLimit;

    /**
     * A problem at one location of a text.
     *
     * @param source what was read, for example a file's path
     * @param line counted from 1
     * @param column counted from 1
     * @param reason what is wrong, without a full stop
     */
    public JsonSyntaxException(String source, long line, long column, String reason) {
        this(source, "line " + line + ", column " + column, reason, false);
    }

    /** A problem of the text as a whole, such as its size. */
    public JsonSyntaxException(String source, String reason) {
        this(source, "", reason, false);
    }

    private JsonSyntaxException(String source, String location, String reason, boolean beyondLimit) {
        super(source + (location.isEmpty() ? "" : ", " + location) + ": " + reason);
        this.source = source;
        this.location = location;
        this.reason = reason;
        this.beyondLimit = beyondLimit;
    }

    /**
     * What the parser found in a text.
     *
     * @param quotes whether a message may show the line; what the Store sends may hold a token
     */
    static JsonSyntaxException of(String source, String text, JsonParsingException problem, boolean quotes) {
        return new ParserReason(text, problem).in(source, quotes);
    }

    /** A problem of a text that is JSON and more than we read. */
    static JsonSyntaxException beyondLimit(String source, String reason) {
        return new JsonSyntaxException(source, "", reason, true);
    }

    /** The same with the location where the limit is reached. */
    static JsonSyntaxException beyondLimit(String source, long line, long column, String reason) {
        return new JsonSyntaxException(source, "line " + line + ", column " + column, reason, true);
    }

    /** Whether it is a limit of ours that the text is beyond; the same text again is so too. */
    public boolean isBeyondLimit() {
        return beyondLimit;
    }

    /** What was read, for example a file's path. */
    public String source() {
        return source;
    }

    /** Line and column; empty for a problem of the text as a whole. */
    public String location() {
        return location;
    }

    /** What is wrong. */
    public String reason() {
        return reason;
    }

    /**
     * Why a text is no JSON, in a user's words. The parser's text is in its own (token names, numbers of characters, those even
     * in the digits of the JVM's locale), so what is wrong is seen in the text itself, at the location that the parser reached.
     */
    private static final class ParserReason {
        private static final Pattern INVALID_TOKEN =
                Pattern.compile("Invalid token=(\\S+) at .*Expected tokens are: \\[(.*)]");

        /** Tokens that begin a value or a member. */
        private static final Set<String> VALUES =
                Set.of("STRING", "NUMBER", "TRUE", "FALSE", "NULL", "CURLYOPEN", "SQUAREOPEN");

        /** Characters of a line before and after the place. */
        private static final int MAX_SHOWN = 60;

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

        ParserReason(String text, JsonParsingException problem) {
            long reached = problem.getLocation().getStreamOffset();
            this.text = text;
            this.at = (int) Math.max(0, Math.min(reached, text.length()));
            this.message = String.valueOf(problem.getMessage());
        }

        JsonSyntaxException in(String source, boolean quotes) {
            Matcher token = INVALID_TOKEN.matcher(message);
            if (!token.find()) {
                return at(at, source, reason());
            }
            boolean isValue = VALUES.contains(token.group(1));
            if (isValue && token.group(2).contains("COMMA")) {
                return without("comma", source, endBefore(), quotes);
            }
            if (isValue && token.group(2).equals("COLON")) {
                return without("colon", source, endBefore(), quotes);
            }
            if (!token.group(1).endsWith("CLOSE")) {
                return at(at, source, reason());
            }
            if (commaBefore() >= 0) {
                return at(
                        commaBefore(),
                        source,
                        "remove this comma; there may be none before the closing " + words(token.group(1)));
            }
            return notClosed(source).orElseGet(() -> at(at, source, reason()));
        }

        private JsonSyntaxException at(int place, String source, String reason) {
            String before = text.substring(0, place);
            return new JsonSyntaxException(source, line(place), place - before.lastIndexOf('\n'), reason);
        }

        private long line(int place) {
            return text.substring(0, place)
                            .chars()
                            .filter(character -> character == '\n')
                            .count()
                    + 1;
        }

        /** A bracket of one kind closes what one of the other kind has opened. */
        private Optional<JsonSyntaxException> notClosed(String source) {
            Deque<Integer> open = new ArrayDeque<>();
            for (int start = 0; start <= at && start < text.length(); start = tokenEnd(start)) {
                char sign = text.charAt(start);
                if (sign == '{' || sign == '[') {
                    open.push(start);
                } else if ((sign == '}' || sign == ']') && !open.isEmpty()) {
                    int opened = open.pop();
                    boolean isList = text.charAt(opened) == '[';
                    if (isList != (sign == ']')) {
                        String missing = isList
                                ? "\"]\" is missing before this \"}\"; the list"
                                : "\"}\" is missing before this \"]\"; the object";
                        return Optional.of(
                                at(start, source, missing + " that begins in line " + line(opened) + " is not closed"));
                    }
                }
            }
            return Optional.empty();
        }

        /** A value follows another one or a name without the sign between them: the place is where the first one ends. */
        private JsonSyntaxException without(String sign, String source, int end, boolean quotes) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            long line = text.substring(0, end).lines().count();
            String rest = text.substring(end).lines().findFirst().orElse("");
            String reason = "a " + sign + " is missing "
                    + (rest.isBlank() ? "at the end of this line" : "after column " + (end - start));
            String shown = text.substring(Math.max(start, end - MAX_SHOWN), end).strip() + "^"
                    + rest.substring(0, Math.min(rest.length(), MAX_SHOWN)).stripTrailing();
            return new JsonSyntaxException(
                    source,
                    "line " + line,
                    reason + (quotes ? ", at the ^: " + ForeignText.oneLine(shown) : ""),
                    false);
        }

        /** The end of the first value that another one follows. */
        private int endBefore() {
            int end = 0;
            boolean isValue = false;
            for (int next = 0; next < text.length(); ) {
                int start = next;
                char first = text.charAt(start);
                next = tokenEnd(start);
                if (!Character.isWhitespace(first)) {
                    if (isValue && "}],:".indexOf(first) < 0) {
                        return end;
                    }
                    isValue = "{[,:".indexOf(first) < 0;
                    end = next;
                }
            }
            return end;
        }

        private int tokenEnd(int start) {
            int end = start + 1;
            if (text.charAt(start) == '"') {
                while (end < text.length() && text.charAt(end) != '"') {
                    end += text.charAt(end) == '\\' ? 2 : 1;
                }
                return Math.min(end + 1, text.length());
            }
            boolean isWord = isWord(text.charAt(start));
            while (isWord && end < text.length() && isWord(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private static boolean isWord(char character) {
            return Character.isLetterOrDigit(character) || "+-._".indexOf(character) >= 0;
        }

        private String reason() {
            if (text.isBlank()) {
                return "the file is empty";
            }
            if (message.startsWith("Expected EOF token")) {
                return FOLLOWS;
            }
            Matcher token = INVALID_TOKEN.matcher(message);
            if (token.find()) {
                String found = token.group(1);
                return "expected " + words(token.group(2)) + " but found " + words(found);
            }
            return at == text.length() ? "the document ends too early" : unexpected(text.charAt(at));
        }

        /** The comma before a closing brace, which the parser has read or is before; negative where there is none. */
        private int commaBefore() {
            String before = text.substring(0, at).stripTrailing();
            boolean isRead = before.endsWith("}") || before.endsWith("]");
            String value = isRead ? before.substring(0, before.length() - 1).stripTrailing() : before;
            return value.endsWith(",") ? value.length() - 1 : -1;
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
            if (character == '/' || character == '#') {
                String sign = text.startsWith("//", at) ? "//" : text.startsWith("/*", at) ? "/*" : shown(character);
                return "JSON has no comments; remove " + sign + " and what follows in this line";
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
}
