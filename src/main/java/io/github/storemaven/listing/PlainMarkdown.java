package io.github.storemaven.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Markdown without its marks, since the Store shows plain text; bullets become hyphens. */
final class PlainMarkdown {
    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String pattern, String replacement) {
            return new Rule(Pattern.compile(pattern), replacement);
        }
    }

    /** In this order: blocks at the start of a line, then pictures and links, then emphasis, then escapes. */
    private static final List<Rule> RULES = List.of(
            Rule.of("^ {0,3}\\[[^\\]]+]:\\s+\\S.*$", ""),
            Rule.of("^ {0,3}#{1,6}\\s+(.*?)(\\s+#+)?\\s*$", "$1"),
            Rule.of("^ {0,3}(-{3,}|\\*{3,}|_{3,}|={2,}|```.*|~~~.*)\\s*$", ""),
            Rule.of("^( {0,3}>\\s?)+", ""),
            Rule.of("^(\\s*)[*+]\\s+", "$1- "),
            Rule.of("!\\[([^\\]]*)]\\([^)]*\\)", ""),
            Rule.of("\\[([^\\]]+)](\\([^)]*\\)|\\[[^\\]]*])", "$1"),
            Rule.of("<(https?://[^>\\s]+)>", "$1"),
            Rule.of("(?<!\\\\)(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1", "$2"),
            Rule.of("(?<![\\w*\\\\])([*_])(?=[^\\s*_])(.+?)(?<=[^\\s\\\\])\\1(?![\\w*])", "$2"),
            Rule.of("(?<!\\\\)`([^`]+)`", "$1"),
            Rule.of("\\\\([\\\\`*_{}\\[\\]()#+.!<>-])", "$1"));

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    private PlainMarkdown() {}

    static String text(List<String> lines) {
        List<String> plain = new ArrayList<>();
        for (String line :
                COMMENT.matcher(String.join("\n", lines)).replaceAll("").split("\n", -1)) {
            plain.add(line(line));
        }
        return String.join("\n", plain).replaceAll("\n{3,}", "\n\n").strip();
    }

    private static String line(String line) {
        String plain = line;
        for (Rule rule : RULES) {
            plain = rule.pattern().matcher(plain).replaceAll(rule.replacement());
        }
        return plain.stripTrailing();
    }
}
