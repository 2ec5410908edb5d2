package io.github.storemaven.submission;

import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.listing.Changelog;
import io.github.storemaven.listing.InvalidListingException;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where release notes come from.
 *
 * @param file the changelog, with {@code {language}} in its path where each language has one; empty without any
 * @param projectVersion of the project; empty without a project
 * @param languages that a single file is written in; empty for all of the listing
 */
public record ReleaseNotesSettings(
        Optional<Path> file,
        Optional<String> projectVersion,
        List<String> languages,
        Section section,
        TooLong tooLong) {
    private static final String LANGUAGE = "{language}";

    /** What is taken from a file. */
    public enum Section {
        /** What is under the heading that names the project's version. */
        VERSION,
        /** The whole file. */
        ALL
    }

    /** What becomes of a text that is longer than the Store takes. */
    public enum TooLong {
        /** It is an error. */
        FAIL,
        /** Whole items are taken from the top. */
        SHORTEN
    }

    /** No release notes. */
    static ReleaseNotesSettings none() {
        return new ReleaseNotesSettings(Optional.empty(), Optional.empty(), List.of(), Section.VERSION, TooLong.FAIL);
    }

    /** What contradicts itself. */
    void check(ConfigurationProblems problems) {
        if (!languages.isEmpty() && file.isEmpty()) {
            problems.add("store.releaseNotesLanguages is set, and store.releaseNotesFile, which it is about, is not");
        } else if (!languages.isEmpty() && isPerLanguage()) {
            problems.add("store.releaseNotesLanguages is set, and store.releaseNotesFile names a file per language;"
                    + " keep one of them");
        }
        languages.stream()
                .filter(code -> !StoreLanguages.contains(code))
                .forEach(code -> problems.add("store.releaseNotesLanguages has \"" + code
                        + "\", which is not a language of the Store"
                        + StoreLanguages.suggestion(code)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("")));
        if (isPerLanguage() && parts().length > 2) {
            problems.add("store.releaseNotesFile has " + LANGUAGE + " more than once; keep one");
        }
    }

    /** Reads the notes; what is wrong with a file is a finding, and what is missing a problem. */
    Optional<ReleaseNotes> read(FileFindings findings, ConfigurationProblems problems) throws IOException {
        if (file.isEmpty() || parts().length > 2) {
            return Optional.empty();
        }
        if (section == Section.VERSION && projectVersion.isEmpty()) {
            problems.add(
                    "store.releaseNotesFile tells about the version of a project, and there is no pom.xml here; take the"
                            + " whole file with \"-Dstore.releaseNotesSection=all\"");
            return Optional.empty();
        }
        Map<String, Path> files = isPerLanguage() ? filesByLanguage(problems) : Map.of("", file.get());
        if (files.isEmpty()) {
            problems.add("store.releaseNotesFile names " + name() + ", and there is no such file for any language");
            return Optional.empty();
        }
        if (!isPerLanguage() && !Files.isRegularFile(file.get())) {
            problems.add("store.releaseNotesFile names " + file.get() + ", which is not a file");
            return Optional.empty();
        }
        Map<String, ReleaseNotes.Text> texts = new TreeMap<>();
        for (Map.Entry<String, Path> one : files.entrySet()) {
            text(one.getValue(), findings).ifPresent(text -> texts.put(one.getKey(), text));
        }
        Set<String> written =
                languages.stream().map(ReleaseNotesSettings::lower).collect(Collectors.toCollection(TreeSet::new));
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReleaseNotes(label(), name(), texts, written, isPerLanguage()));
    }

    private Optional<ReleaseNotes.Text> text(Path changelog, FileFindings findings) throws IOException {
        boolean shorten = tooLong == TooLong.SHORTEN;
        try {
            Changelog.Notes notes = section == Section.ALL
                    ? Changelog.whole(changelog, shorten)
                    : Changelog.section(changelog, version(), shorten);
            return Optional.of(new ReleaseNotes.Text(changelog, notes.text(), notes.leftOut()));
        } catch (InvalidListingException wrong) {
            wrong.problems().forEach(findings::add);
            return Optional.empty();
        }
    }

    /** The files of languages that the Store knows, by their lower-case code: others are files of another kind. */
    private Map<String, Path> filesByLanguage(ConfigurationProblems problems) throws IOException {
        Path base = file.get().toAbsolutePath();
        while (base.toString().contains(LANGUAGE)) {
            base = base.getParent();
        }
        Path below = base.relativize(file.get().toAbsolutePath());
        String[] around = below.getName(0).toString().split("\\{language}", -1);
        Map<String, Path> found = new TreeMap<>();
        if (!Files.isDirectory(base)) {
            return found;
        }
        try (Stream<Path> entries = Files.list(base)) {
            for (Path entry : entries.sorted().toList()) {
                String name = entry.getFileName().toString();
                Path rest = below.getNameCount() == 1
                        ? entry
                        : entry.resolve(below.subpath(1, below.getNameCount()).toString());
                if (name.length() > around[0].length() + around[1].length()
                        && name.startsWith(around[0])
                        && name.endsWith(around[1])
                        && Files.isRegularFile(rest)) {
                    String code = name.substring(around[0].length(), name.length() - around[1].length());
                    if (StoreLanguages.contains(code)) {
                        Path other = found.put(lower(code), rest);
                        if (other != null) {
                            problems.add("store.releaseNotesFile names both " + other + " and " + rest
                                    + ", whose names differ only in case; remove one");
                        }
                    }
                }
            }
        }
        return found;
    }

    private boolean isPerLanguage() {
        return file.isPresent() && parts().length > 1;
    }

    private String[] parts() {
        return file.map(Path::toString).orElse("").split("\\{language}", -1);
    }

    private String version() {
        return projectVersion.orElse("").replaceFirst("-SNAPSHOT$", "");
    }

    /** What the notes are about, for the log. */
    private String label() {
        return section == Section.VERSION ? " " + ForeignText.oneLine(version()) : "";
    }

    private String name() {
        return ForeignText.oneLine(String.valueOf(file.map(Path::getFileName).orElse(null)));
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
