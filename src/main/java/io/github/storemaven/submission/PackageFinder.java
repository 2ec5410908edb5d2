package io.github.storemaven.submission;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import io.github.storemaven.check.PackageRules;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.text.ForeignText;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the packages to release in the order of the design's section 1, reads them and names them in the upload; the first
 * rule that finds one wins.
 */
public final class PackageFinder {
    /** An upload container wins over a bundle, and a bundle over a package. */
    private static final List<Set<String>> RANKS =
            List.of(Set.of("msixupload", "appxupload"), Set.of("msixbundle", "appxbundle"), Set.of("msix", "appx"));

    private static final int LEVELS = 2;
    private static final Pattern PLAIN = Pattern.compile("[^*?\\[{]+");
    private static final Pattern WILD = Pattern.compile("[*?\\[{]");

    /**
     * The packages that were found.
     *
     * @param rule which rule found them, for the log
     */
    public record Found(List<Path> files, String rule) {
        private static final Found NONE = new Found(List.of(), "none named and none found");
        private static final String NAMED = "named by store.packages";
        private static final String RESOLVED = "named by store.artifacts";

        /** Whether the user named them, one by one or by a pattern. */
        boolean isNamed() {
            return rule.equals(NAMED) || rule.equals(RESOLVED);
        }
    }

    private final Path folder;
    private final Path buildDirectory;
    private final List<Path> artifacts;
    private final List<String> patterns;
    private final Optional<Function<ConfigurationProblems, List<Path>>> repository;
    private final ConfigurationProblems whileSearching = new ConfigurationProblems();
    private Found found;

    /**
     * A search, which is made once.
     *
     * @param folder that named packages are relative to
     * @param artifacts of the project, its own first
     * @param patterns what is named; nothing looks in the other places
     */
    public PackageFinder(Path folder, Path buildDirectory, List<Path> artifacts, List<String> patterns) {
        this(folder, buildDirectory, artifacts, patterns, Optional.empty());
    }

    private PackageFinder(
            Path folder,
            Path buildDirectory,
            List<Path> artifacts,
            List<String> patterns,
            Optional<Function<ConfigurationProblems, List<Path>>> repository) {
        this.repository = repository;
        this.folder = folder;
        this.buildDirectory = buildDirectory;
        this.artifacts = List.copyOf(artifacts);
        this.patterns = List.copyOf(patterns);
    }

    /**
     * A search that only asks a repository, and asks it when the packages are needed.
     *
     * @param repository gives the files; those that are missing are problems
     */
    public static PackageFinder resolving(Function<ConfigurationProblems, List<Path>> repository) {
        return new PackageFinder(Path.of(""), Path.of(""), List.of(), List.of(), Optional.of(repository));
    }

    /** Whether there is none to be found; what is named in a repository is not asked for yet. */
    public boolean isEmpty() throws IOException {
        return repository.isEmpty() && find(new ConfigurationProblems()).files().isEmpty();
    }

    /** The packages of the project. */
    public Found find(ConfigurationProblems problems) throws IOException {
        if (found == null) {
            found = search();
        }
        whileSearching.lines().forEach(problems::add);
        return found;
    }

    /**
     * The facts of each package; what cannot be read is a finding. The log tells which rule found them.
     *
     * @param warnOnly rules whose errors are warnings, in vain for a file that cannot be read
     */
    List<PackageInfo> read(
            Set<String> warnOnly, ConfigurationProblems problems, FindingCollector report, ReleaseLog log)
            throws IOException {
        Found packages = find(problems);
        if (packages.files().isEmpty() && !packages.isNamed()) {
            log.info("No package is named and none was found: packages stay as they are in the Store");
        }
        PackageRules rules = new PackageRules(ExpectedIdentity.none(), report);
        List<PackageInfo> infos = new ArrayList<>();
        for (Path file : packages.files()) {
            Optional<PackageInfo> read = rules.read(file);
            read.ifPresent(infos::add);
            if (read.isEmpty() && !Collections.disjoint(warnOnly, PackageRules.READING)) {
                problems.add(file + " cannot be released, so store.warnOnly has no effect on what is wrong with it");
            }
        }
        checkVersions(infos, packages, problems);
        infos.forEach(one -> log.once("Package "
                + ForeignText.oneLine(one.file().getFileName() + " (version "
                        + one.identity().version() + ", " + one.storeArchitecture() + ")")
                + ", " + packages.rule()));
        return infos;
    }

    /** Packages that were found, not named, have to be of one version. */
    private void checkVersions(List<PackageInfo> facts, Found found, ConfigurationProblems problems) {
        if (versions(facts) > 1 && !found.isNamed()) {
            problems.add("Packages of several versions were found: "
                    + facts.stream()
                            .map(one -> ForeignText.oneLine(RequestProblems.below(folder, one.file()) + " ("
                                    + one.identity().version() + ")"))
                            .collect(Collectors.joining(", "))
                    + ". Run mvn clean first, or name those to release in <packages>");
        }
    }

    static long versions(List<PackageInfo> facts) {
        return facts.stream()
                .map(one -> one.identity().version().text())
                .distinct()
                .count();
    }

    /** The file name, or with as many of its folders as tell files of the same name apart. */
    public static List<PackageFile> named(List<PackageInfo> facts) {
        List<Path> files = facts.stream()
                .map(one -> one.file().toAbsolutePath().normalize())
                .toList();
        return facts.stream()
                .map(one -> new PackageFile(
                        name(one.file().toAbsolutePath().normalize(), files),
                        one.file(),
                        one.identity().version().text(),
                        one.storeArchitecture()))
                .toList();
    }

    private static String name(Path file, List<Path> files) {
        for (int length = 1; length < file.getNameCount(); length++) {
            String name = end(file, length);
            int last = length;
            long same = files.stream()
                    .filter(other -> end(other, last).equalsIgnoreCase(name))
                    .count();
            if (same == 1) {
                return name;
            }
        }
        return end(file, file.getNameCount());
    }

    private static String end(Path file, int length) {
        int count = file.getNameCount();
        return file.subpath(Math.max(0, count - length), count).toString().replace('\\', '/');
    }

    private Found search() throws IOException {
        if (repository.isPresent()) {
            return new Found(repository.get().apply(whileSearching), Found.RESOLVED);
        }
        if (!patterns.isEmpty()) {
            return new Found(matching(), Found.NAMED);
        }
        List<Path> attached =
                best(artifacts.stream().filter(Files::isRegularFile).toList());
        if (!attached.isEmpty()) {
            return new Found(attached, "artifacts of the project");
        }
        List<Path> built = built();
        return built.isEmpty() ? Found.NONE : new Found(built, "found in the build directory");
    }

    private List<Path> matching() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String pattern : patterns) {
            files.addAll(matching(pattern));
        }
        return files.stream().distinct().toList();
    }

    /** The files of a path or glob, which may be a broken one, or hold what this system takes in no path. */
    private List<Path> matching(String pattern) throws IOException {
        try {
            List<Path> found = new PackagePattern(pattern).find(folder);
            if (found.isEmpty()) {
                whileSearching.add(nothing(pattern));
            }
            return found;
        } catch (InvalidPathException | PatternSyntaxException e) {
            whileSearching.add(
                    "store.packages names \"" + pattern + "\", which is neither a path of this system nor a pattern: "
                            + e.getMessage().lines().findFirst().orElse(""));
            return List.of();
        }
    }

    private String nothing(String pattern) throws IOException {
        String path = pattern.strip().replace('\\', '/').replaceFirst("/+$", "");
        if (PLAIN.matcher(path).matches() && Files.isDirectory(folder.resolve(path))) {
            return "store.packages names \"" + pattern + "\", which is a folder; write " + path + "/*.msix or the like";
        }
        return "No file matches store.packages \"" + pattern + "\"" + instead(path);
    }

    /** What there is in the folder that a pattern names without wild cards. */
    private String instead(String path) throws IOException {
        Matcher wild = WILD.matcher(path);
        int slash = path.lastIndexOf('/', wild.find() ? wild.start() : path.length());
        String named = path.substring(0, Math.max(slash, 0));
        Path place = folder.resolve(named);
        if (!Files.isDirectory(place)) {
            return "; the folder " + named + " does not exist" + ProductFolder.near(place, named);
        }
        try (Stream<Path> entries = Files.list(place)) {
            List<String> names = entries.filter(entry -> rank(entry) < RANKS.size() && Files.isRegularFile(entry))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
            String where = named.isEmpty() ? folder.toString() : named;
            return names.isEmpty()
                    ? "; there is no package in " + where
                    : "; in " + where + " there is " + ForeignText.list(names);
        }
    }

    /** Where packages are looked for that nobody names. */
    Path buildDirectory() {
        return buildDirectory;
    }

    /** The names of files in the build directory that jpackage makes, and that no submission takes. */
    List<String> installers() throws IOException {
        return built(PackageFinder::isInstaller).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static boolean isInstaller(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".msi") || name.endsWith(".exe");
    }

    private List<Path> built() throws IOException {
        return best(built(entry -> rank(entry) < RANKS.size()));
    }

    private List<Path> built(Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(buildDirectory)) {
            return List.of();
        }
        List<Path> candidates = new ArrayList<>();
        Path root = Files.isSymbolicLink(buildDirectory) ? buildDirectory.toRealPath() : buildDirectory;
        Files.walkFileTree(root, Set.of(), LEVELS, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path entry, BasicFileAttributes attributes) {
                if (wanted.test(entry) && (attributes.isRegularFile() || Files.isRegularFile(entry))) {
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
        return candidates;
    }

    private static List<Path> best(List<Path> files) {
        int best = files.stream().mapToInt(PackageFinder::rank).min().orElse(RANKS.size());
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
