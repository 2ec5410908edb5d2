package io.github.storemaven.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headings of a Markdown text ({@code # …} or underlined) and what stands under them; code is no heading. */
final class MarkdownSections {
    private static final Pattern HASHES = Pattern.compile(" {0,3}(#{1,6})(?:\\s+(.*?))?(?:\\s+#+)?\\s*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");
    private static final Pattern LINK_TARGET = Pattern.compile("]\\([^)]*\\)");

    private final List<String> lines;
    private final List<Heading> headings = new ArrayList<>();

    /** A heading of one or two lines, the first at {@code line}; what stands under it begins at {@code from}. */
    private record Heading(int level, String text, int line, int from) {}

    MarkdownSections(String text) {
        lines = text.lines().toList();
        boolean code = false;
        for (int index = 0; index < lines.size(); index++) {
            if (FENCE.matcher(lines.get(index)).matches()) {
                code = !code;
            } else if (!code) {
                addHeading(index);
            }
        }
    }

    private void addHeading(int index) {
        String line = lines.get(index);
        Matcher hashes = HASHES.matcher(line);
        if (hashes.matches()) {
            String text = hashes.group(2) == null ? "" : hashes.group(2);
            headings.add(new Heading(hashes.group(1).length(), clean(text), index, index + 1));
        } else if (index > 0 && line.matches(" {0,3}(=+|-+)\\s*") && isText(lines.get(index - 1))) {
            headings.add(new Heading(line.contains("=") ? 1 : 2, clean(lines.get(index - 1)), index - 1, index + 1));
        }
    }

    private static boolean isText(String line) {
        return !line.isBlank() && !line.matches("\\s*([-*+]\\s|[>|#]|\\d+[.)]\\s).*");
    }

    /** Without the addresses of links, where other versions are named. */
    private static String clean(String heading) {
        return LINK_TARGET.matcher(heading).replaceAll("]").strip();
    }

    List<String> headings() {
        return headings.stream().map(Heading::text).toList();
    }

    /** The lines under the first such heading, up to the next of its level or above. */
    Optional<List<String>> under(Predicate<String> heading) {
        return headings.stream()
                .filter(one -> heading.test(one.text()))
                .findFirst()
                .map(one -> lines.subList(one.from(), end(one)));
    }

    private int end(Heading section) {
        return headings.stream()
                .filter(other -> other.line() >= section.from() && other.level() <= section.level())
                .mapToInt(Heading::line)
                .findFirst()
                .orElse(lines.size());
    }
}
