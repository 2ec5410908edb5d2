package io.github.storemaven.listing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The section of a changelog (Markdown) whose heading names a version, as plain text. */
public final class ReleaseNotes {
    private final FolderScan scan;
    private final Path changelog;

    private ReleaseNotes(Path changelog) throws IOException {
        this.changelog = changelog;
        this.scan = new FolderScan(changelog);
    }

    /**
     * Reads the notes of a version: {@code ## 1.2.0}, {@code ## [1.2.0] - 2026-11-23} or {@code # Version 1.2.0} name
     * version 1.2.0, and {@code 1.2.0.1}, {@code 11.2.0} or {@code 1.2.0-rc1} do not. The section ends at the next
     * heading of its level or above.
     *
     * @param changelog a UTF-8 file
     * @param version for example the project's
     * @throws ListingProblems when the file is no text, or no section or an empty one is there
     * @throws IOException when the file cannot be read
     */
    public static String of(Path changelog, String version) throws ListingProblems, IOException {
        return new ReleaseNotes(changelog).section(version);
    }

    private String section(String version) throws ListingProblems, IOException {
        String text = PlainText.read(changelog, TextSource.asWritten(), scan).orElse("");
        scan.finish();
        MarkdownSections sections = new MarkdownSections(text);
        Pattern named = naming(version);
        Optional<List<String>> lines =
                sections.under(heading -> named.matcher(heading).find());
        String notes = lines.map(PlainMarkdown::text).orElse("");
        if (notes.isEmpty()) {
            scan.problem(
                    changelog, lines.isPresent() ? "the section " + version + " is empty" : none(version, sections));
        }
        scan.finish();
        return notes;
    }

    /** The version as a word of its own; the digits of a date or of a longer version are none. */
    private static Pattern naming(String version) {
        return Pattern.compile(
                "(?<![\\w.+]|\\d-)v?" + Pattern.quote(version) + "(?![\\w+-]|\\.\\w)", Pattern.CASE_INSENSITIVE);
    }

    private static String none(String version, MarkdownSections sections) {
        List<String> first = new ArrayList<>(sections.headings());
        String there =
                first.isEmpty() ? "no heading at all" : String.join("; ", first.subList(0, Math.min(5, first.size())));
        return "no heading names version " + version + "; its first headings: " + there;
    }
}
