package io.github.storemaven.documentation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page, the README or one of the site, in the pieces that can be held against the builds and the plugin. */
final class MarkdownPage {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern PROPERTY =
            Pattern.compile("(?:(?<![\\w.])|(?<=-D))store\\.[a-zA-Z]+(?:-[a-zA-Z]+)*(?:\\.[a-zA-Z]+)*");
    private static final Pattern GOAL = Pattern.compile("\\bstore:([a-z-]*[a-z])\\b");

    private final String text;

    private MarkdownPage(String text) {
        this.text = text;
    }

    static MarkdownPage read(Path page) throws IOException {
        return new MarkdownPage(Files.readString(page, StandardCharsets.UTF_8));
    }

    /** The contents of the fenced blocks of some languages. */
    List<String> snippets(String... languages) {
        return FENCED.matcher(text)
                .results()
                .filter(block -> Arrays.asList(languages).contains(block.group(1)))
                .map(block -> block.group(2))
                .toList();
    }

    /** The properties of the plugin that are named anywhere. */
    Set<String> properties() {
        return found(PROPERTY, 0);
    }

    /** The goals that are named anywhere as {@code store:goal}. */
    Set<String> goals() {
        return found(GOAL, 1);
    }

    /** The rows of the table below a heading, each as its cells without back quotes. */
    List<List<String>> table(String heading) {
        int start = text.indexOf("\n" + heading + "\n");
        if (start < 0) {
            throw new IllegalArgumentException("the page has no heading \"" + heading + "\"");
        }
        return text.substring(start + 1)
                .lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| `"))
                .map(row -> Arrays.stream(row.substring(1).split("\\|"))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList())
                .toList();
    }

    private Set<String> found(Pattern pattern, int group) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .forEach(found::add);
        return found;
    }
}
