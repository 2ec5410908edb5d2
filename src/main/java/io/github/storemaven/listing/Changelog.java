package io.github.storemaven.listing;

import io.github.storemaven.listing.Markdown.Block;
import io.github.storemaven.listing.Markdown.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The section of a changelog (Markdown) whose heading names a version, as plain text. The blocks of the whole file are
 * read, but emphasis and links of the section only.
 */
public final class Changelog {
    /** In characters; the Store takes notes of 1,500. */
    static final int MAX_SECTION = 64 * 1024;

    /** In characters, what the Store takes. */
    private static final int MAX_NOTES = 1500;

    private static final int MAX_HEADING = 500;
    private static final int SHOWN_HEADINGS = 5;
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\p{Alnum}_])_{1,2}(?=[^\\s_])|(?<=[^\\s_])_{1,2}(?![\\p{Alnum}_])");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\p{Punct})");
    private static final Pattern LINK_TARGET = Pattern.compile("]\\([^)]*\\)");
    private static final Pattern YAML_LINE = Pattern.compile("(\\s.*|[\\w.-]+\\s*:.*|-\\s.*|#.*)?");
    private static final Pattern YAML_MEMBER = Pattern.compile("[\\w.-]+\\s*:.*");

    private final FolderScan scan;
    private final Path file;

    private Changelog(Path file) throws IOException {
        this.file = file;
        this.scan = new FolderScan(file);
    }

    /**
     * Release notes.
     *
     * @param leftOut how many items at the end were left out, since the Store does not take more
     */
    public record Notes(String text, int leftOut) {}

    /**
     * Reads the notes of a version: {@code ## 1.2.0}, {@code ## [1.2.0] - 2026-11-23} or {@code # Version 1.2.0} name
     * version 1.2.0, and {@code 1.2.0.1}, {@code 11.2.0} or {@code 1.2.0-rc1} do not. The section ends at the next
     * heading of its level or above.
     *
     * @param changelog a UTF-8 file
     * @param version for example the project's
     * @param shorten whether whole items are left out at the end of a section that is too long
     * @throws InvalidListingException when the file is no text, or no section or an empty one is there
     * @throws IOException when the file cannot be read
     */
    public static Notes section(Path changelog, String version, boolean shorten)
            throws InvalidListingException, IOException {
        return new Changelog(changelog).section(version, shorten);
    }

    /** The same of the whole file, whatever its headings name. */
    public static Notes whole(Path changelog, boolean shorten) throws InvalidListingException, IOException {
        Changelog whole = new Changelog(changelog);
        Markdown markdown = new Markdown(whole.text());
        return whole.notes("the file", markdown, 0, markdown.lines().size(), shorten);
    }

    private Notes section(String version, boolean shorten) throws InvalidListingException, IOException {
        Markdown markdown = new Markdown(text());
        Sections sections = new Sections(markdown);
        Optional<Block> heading = sections.naming(naming(version));
        if (heading.isEmpty()) {
            scan.problem(file, none(version, sections));
            scan.finish();
        }
        Block section = heading.orElseThrow();
        return notes("the section " + version, markdown, section.last() + 1, sections.end(section), shorten);
    }

    private String text() throws InvalidListingException, IOException {
        String text = TextFile.read(file, TextSource.asWritten(), scan).orElse("");
        scan.finish();
        return withoutFrontMatter(text);
    }

    private Notes notes(String part, Markdown markdown, int begin, int end, boolean shorten)
            throws InvalidListingException {
        int length = String.join("\n", markdown.lines().subList(begin, end)).length();
        if (length > MAX_SECTION) {
            scan.problem(file, part + " has " + length + " characters; the Store takes release notes of 1,500");
            scan.finish();
        }
        PlainRenderer renderer = new PlainRenderer(markdown.labels());
        String text = renderer.text(markdown.blocks().stream()
                .filter(block -> block.first() >= begin && block.first() < end)
                .toList());
        List<String> shorter = shorten && text.length() > MAX_NOTES ? renderer.beginnings(MAX_NOTES) : List.of(text);
        if (text.isEmpty()) {
            scan.problem(file, part + " is empty");
        } else if (shorter.isEmpty()) {
            scan.problem(
                    file,
                    "the first item of " + part
                            + " has more than 1,500 characters, which is what the Store takes, and an"
                            + " item is not cut");
        }
        scan.finish();
        String taken = shorter.get(shorter.size() - 1);
        return new Notes(taken, taken.equals(text) ? 0 : renderer.items() - shorter.size());
    }

    /** The version as a word of its own; the digits of a date or of a longer version are none. */
    private static Pattern naming(String version) {
        return Pattern.compile(
                "(?<![\\w.+]|\\d-)(?:v\\.?)?" + Pattern.quote(version) + "(?![\\w+-]|\\.\\w)",
                Pattern.CASE_INSENSITIVE);
    }

    private static String none(String version, Sections sections) {
        String there = sections.headings.stream()
                .limit(SHOWN_HEADINGS)
                .map(sections::title)
                .collect(Collectors.joining("; "));
        return "no heading names version " + version + "; its first headings: "
                + (there.isEmpty() ? "no heading at all" : there);
    }

    /** YAML between two lines of hyphens, as site generators want it; its members are no headings. */
    private static String withoutFrontMatter(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).stripTrailing().equals("---")) {
            return text;
        }
        boolean members = false;
        for (int index = 1; index < lines.size(); index++) {
            String line = lines.get(index).stripTrailing();
            if (members && (line.equals("---") || line.equals("..."))) {
                return String.join("\n", lines.subList(index + 1, lines.size()));
            }
            if (!YAML_LINE.matcher(line).matches()) {
                return text;
            }
            members |= YAML_MEMBER.matcher(line).matches();
        }
        return text;
    }

    /** The headings of a text and what is under them; what is in code, quotes and lists is no heading. */
    private static final class Sections {
        private static final int UNNAMED = 3;
        private static final Pattern BEGINNING =
                Pattern.compile("\\W*(?:(?:version|release)\\W*)?", Pattern.CASE_INSENSITIVE);
        private static final Pattern OTHER_VERSION = Pattern.compile("\\d\\.\\d");

        private final List<String> lines;
        private final List<Block> headings;

        Sections(Markdown markdown) {
            lines = markdown.lines();
            headings = markdown.blocks().stream()
                    .filter(block -> block.kind() == Kind.HEADING)
                    .toList();
        }

        /** The heading that names it best, the first among equals. */
        Optional<Block> naming(Pattern text) {
            return headings.stream()
                    .filter(heading -> rank(text, heading) < UNNAMED)
                    .min(Comparator.comparingInt(heading -> rank(text, heading)));
        }

        /** 0 where a heading begins with the version, more where other words or versions come before it. */
        private int rank(Pattern version, Block heading) {
            String title = title(heading);
            Matcher named = version.matcher(title);
            if (!named.find()) {
                return UNNAMED;
            }
            String before = title.substring(0, named.start());
            if (BEGINNING.matcher(before).matches()) {
                return 0;
            }
            return OTHER_VERSION.matcher(before).find() ? 2 : 1;
        }

        /** The line of the next heading of its level or above. */
        int end(Block section) {
            return headings.stream()
                    .filter(other -> other.first() > section.first() && other.level() <= section.level())
                    .mapToInt(Block::first)
                    .findFirst()
                    .orElse(lines.size());
        }

        /** Without the marks of a heading, of emphasis and of escapes, and the addresses of links, where other versions are named. */
        String title(Block heading) {
            String first = lines.get(heading.first()).strip();
            String marked = first.substring(0, Math.min(first.length(), MAX_HEADING));
            boolean underlined = heading.last() > heading.first();
            String text = underlined ? marked : marked.replaceAll("^#+|\\s#+$", "");
            String words = LINK_TARGET.matcher(text).replaceAll("]").strip();
            return ESCAPE.matcher(EMPHASIS.matcher(words).replaceAll("")).replaceAll("$1");
        }
    }
}
