package io.github.storemaven.goal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** Looks for the packages to release in the order of the design's section 1; the first rule that finds one wins. */
final class PackageSearch {
    /** An upload container wins over a bundle, and a bundle over a package. */
    private static final List<Set<String>> RANKS =
            List.of(Set.of("msixupload", "appxupload"), Set.of("msixbundle", "appxbundle"), Set.of("msix", "appx"));

    private static final int LEVELS = 2;
    private static final Pattern PLAIN = Pattern.compile("[^*?\\[{]+");

    private final MavenProject project;
    private final Path folder;
    private final Problems problems;

    /** @param folder that named packages are relative to */
    PackageSearch(MavenProject project, Path folder, Problems problems) {
        this.project = project;
        this.folder = folder;
        this.problems = problems;
    }

    /** @param patterns what is named; nothing looks in the other places */
    FoundPackages find(List<String> patterns) throws IOException {
        if (!patterns.isEmpty()) {
            return new FoundPackages(named(patterns), FoundPackages.NAMED);
        }
        List<Path> attached = attached();
        if (!attached.isEmpty()) {
            return new FoundPackages(attached, "artifacts of the project");
        }
        List<Path> built = built();
        return built.isEmpty() ? FoundPackages.NONE : new FoundPackages(built, "found in the build directory");
    }

    private List<Path> named(List<String> patterns) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String pattern : patterns) {
            files.addAll(matching(pattern));
        }
        return files.stream().distinct().toList();
    }

    /** The files of a path or glob, which may be a broken one, or hold what this system takes in no path. */
    private List<Path> matching(String pattern) throws IOException {
        try {
            List<Path> found = new FilePattern(pattern).find(folder);
            if (found.isEmpty()) {
                problems.add("store.packages names \"" + pattern + "\", " + nothing(pattern));
            }
            return found;
        } catch (InvalidPathException | PatternSyntaxException e) {
            problems.add(
                    "store.packages names \"" + pattern + "\", which is neither a path of this system nor a pattern: "
                            + e.getMessage().lines().findFirst().orElse(""));
            return List.of();
        }
    }

    private String nothing(String pattern) {
        String path = pattern.strip().replace('\\', '/').replaceFirst("/+$", "");
        boolean isFolder = PLAIN.matcher(path).matches() && Files.isDirectory(folder.resolve(path));
        return isFolder
                ? "which is a folder; write " + path + "/*.msix or the like"
                : "and no file in " + folder + " matches";
    }

    private List<Path> attached() {
        List<Artifact> artifacts = new ArrayList<>(project.getAttachedArtifacts());
        if (project.getArtifact() != null) {
            artifacts.add(0, project.getArtifact());
        }
        return best(artifacts.stream()
                .filter(artifact -> artifact.getFile() != null)
                .map(artifact -> artifact.getFile().toPath())
                .filter(Files::isRegularFile)
                .toList());
    }

    private List<Path> built() throws IOException {
        Path target = project.getFile() == null
                ? folder.resolve("target")
                : Path.of(project.getBuild().getDirectory());
        if (!Files.isDirectory(target)) {
            return List.of();
        }
        List<Path> candidates = new ArrayList<>();
        Path root = Files.isSymbolicLink(target) ? target.toRealPath() : target;
        Files.walkFileTree(root, Set.of(), LEVELS, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path entry, BasicFileAttributes attributes) {
                if (rank(entry) < RANKS.size() && (attributes.isRegularFile() || Files.isRegularFile(entry))) {
                    candidates.add(entry);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path entry, IOException reason) throws IOException {
                throw new IOException(entry + " cannot be looked at for packages: " + reason, reason);
            }
        });
        Collections.sort(candidates);
        return best(candidates);
    }

    private static List<Path> best(List<Path> files) {
        int best = files.stream().mapToInt(PackageSearch::rank).min().orElse(RANKS.size());
        return files.stream()
                .filter(file -> rank(file) == best && best < RANKS.size())
                .toList();
    }

    /** The number of its rank, 0 for the best; that of ranks for what is no package. */
    private static int rank(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        int rank = 0;
        while (rank < RANKS.size() && !RANKS.get(rank).contains(extension)) {
            rank++;
        }
        return rank;
    }
}
