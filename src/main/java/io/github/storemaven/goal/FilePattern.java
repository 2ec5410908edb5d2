package io.github.storemaven.goal;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** A file, or a glob with either slash, relative to a folder. */
final class FilePattern {
    private static final String WILD = ".*[*?\\[{].*";

    private final String pattern;

    FilePattern(String pattern) {
        this.pattern = pattern.strip().replace('\\', '/');
    }

    /** The files that it names, sorted; none where nothing matches. */
    List<Path> find(Path folder) throws IOException {
        String fixed = fixedPart();
        Path root = folder.resolve(fixed.isEmpty() ? "." : fixed).normalize();
        if (fixed.length() == pattern.length()) {
            return Files.isRegularFile(root) ? List.of(root) : List.of();
        }
        return Files.isDirectory(root) ? matching(root, pattern.substring(fixed.length())) : List.of();
    }

    private List<Path> matching(Path root, String glob) throws IOException {
        FileSystem system = root.getFileSystem();
        PathMatcher matcher = system.getPathMatcher("glob:" + glob);
        // "**/" also means no folder at all, as everywhere in Maven.
        PathMatcher shallow = system.getPathMatcher("glob:" + glob.replace("**/", ""));
        try (Stream<Path> files = Files.walk(root, glob.contains("**") ? 20 : 1 + depth(glob))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(root.relativize(file)) || shallow.matches(root.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static int depth(String glob) {
        return (int) glob.chars().filter(c -> c == '/').count();
    }

    /** The leading folders without a wild card, with their last slash; the whole pattern where it has none. */
    private String fixedPart() {
        if (!pattern.matches(WILD)) {
            return pattern;
        }
        int wild = 0;
        while ("*?[{".indexOf(pattern.charAt(wild)) < 0) {
            wild++;
        }
        return pattern.substring(0, pattern.lastIndexOf('/', wild) + 1);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
