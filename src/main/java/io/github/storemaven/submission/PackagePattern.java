package io.github.storemaven.submission;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A file, or a pattern of Ant as Maven's own plugins have them, relative to a folder: {@code *} and {@code ?} within a
 * name, {@code **} for any number of folders, none included; besides, {@code {a,b}} for one of several. Either slash
 * will do. A pattern that is the path of a file is that file, whatever characters it has.
 */
public final class PackagePattern {
    private static final String WILD = "*?{";
    private static final int MAX_ALTERNATIVES = 100;

    private final String pattern;

    public PackagePattern(String pattern) {
        this.pattern = pattern.strip().replace('\\', '/');
    }

    /**
     * The files that it names, sorted; none where nothing matches.
     *
     * @throws InvalidPathException for what this system takes in no path
     * @throws PatternSyntaxException for a brace without its other half
     */
    public List<Path> find(Path folder) throws IOException {
        if (isFile(folder)) {
            return List.of(folder.resolve(pattern).normalize());
        }
        String fixed = fixedPart();
        if (fixed.length() == pattern.length()) {
            checkPath(folder, pattern);
            return List.of();
        }
        Path root = folder.resolve(fixed.isEmpty() ? "." : fixed).normalize();
        List<String> patterns = alternatives(pattern.substring(fixed.length()));
        patterns.forEach(one -> checkPath(folder, one));
        return Files.isDirectory(root) ? new Search(root, patterns).find() : List.of();
    }

    private boolean isFile(Path folder) {
        try {
            return Files.isRegularFile(folder.resolve(pattern));
        } catch (InvalidPathException wild) {
            return false; // Windows has no asterisk in a name.
        }
    }

    /** Throws where a part of the pattern is not a path of this system. */
    private static void checkPath(Path folder, String pattern) {
        Path unused = folder.resolve(pattern.replace('*', 'a').replace('?', 'a'));
    }

    /** The leading folders without a wild card, with their last slash; the whole pattern where it has none. */
    private String fixedPart() {
        int wild = 0;
        while (wild < pattern.length() && WILD.indexOf(pattern.charAt(wild)) < 0) {
            wild++;
        }
        return wild == pattern.length() ? pattern : pattern.substring(0, pattern.lastIndexOf('/', wild) + 1);
    }

    /** The patterns without braces. */
    private static List<String> alternatives(String pattern) {
        List<String> done = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(pattern));
        while (!open.isEmpty()) {
            String one = open.remove(0);
            int end = one.indexOf('}');
            int begin = end < 0 ? one.indexOf('{') : one.lastIndexOf('{', end);
            if ((begin < 0) != (end < 0) || done.size() + open.size() > MAX_ALTERNATIVES) {
                throw new PatternSyntaxException("a brace without its other half, or too many of them", pattern, end);
            }
            if (begin < 0) {
                done.add(one);
            } else {
                Stream.of(one.substring(begin + 1, end).split(",", -1))
                        .map(choice -> one.substring(0, begin) + choice + one.substring(end + 1))
                        .forEach(open::add);
            }
        }
        return done;
    }

    /** One walk that looks at each entry once, through links as Ant does, and into no folder that cannot lead to a match. */
    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<AntPattern> patterns;
        private final List<Path> found = new ArrayList<>();

        Search(Path root, List<String> patterns) {
            this.root = root;
            FileSystem system = root.getFileSystem();
            boolean caseSensitive = !system.getPath("a").equals(system.getPath("A"));
            this.patterns = patterns.stream()
                    .map(one -> new AntPattern(one, caseSensitive))
                    .toList();
        }

        /** Each file once, whatever number of links leads to it. */
        List<Path> find() throws IOException {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
            Collections.sort(found);
            Map<Path, Path> files = new LinkedHashMap<>();
            for (Path file : found) {
                files.putIfAbsent(file.toRealPath(), file);
            }
            return List.copyOf(files.values());
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = name(directory);
            return patterns.stream().anyMatch(pattern -> pattern.leadsInto(name))
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = name(file);
            if (patterns.stream().anyMatch(pattern -> pattern.matches(name))
                    && (attributes.isRegularFile() || Files.isRegularFile(file))) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path entry, IOException reason) throws IOException {
            if (reason instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE; // What is behind the link is looked at where it is.
            }
            throw new IOException(entry + " cannot be looked at for packages: " + reason, reason);
        }

        /** With slashes, whatever the file system has. */
        private String name(Path entry) {
            Path below = root.relativize(entry);
            return below.toString().replace(below.getFileSystem().getSeparator(), "/");
        }
    }

    @Override
    public String toString() {
        return pattern;
    }
}
