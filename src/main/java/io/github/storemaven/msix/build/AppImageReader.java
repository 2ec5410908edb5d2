package io.github.storemaven.msix.build;

import io.github.storemaven.msix.NameList;
import io.github.storemaven.msix.PeHeader;
import io.github.storemaven.text.FileFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an app image, and tells all that keeps it from being a package. */
public final class AppImageReader {
    /** What jpackage keeps in an image for itself. */
    private static final Set<String> BOOKKEEPING = Set.of(AppImageFolder.STATE, "app/.package");

    private static final Pattern OF_JAVA = Pattern.compile("(?i)runtime/bin/(server/jvm|[^/]+)\\.dll");
    private static final Pattern JAVA_VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"?([^\"\\s]+)\"?");
    private static final String TEMPORARY_DIRECTORY = "-Djdk.net.unixdomain.tmpdir";

    private final AppImageFolder image;
    private final Path folder;
    private final Consumer<String> problems;
    private final Consumer<String> warnings;
    private final SortedMap<String, Path> files = new TreeMap<>();
    private final Map<String, PeHeader> programs = new TreeMap<>();

    private AppImageReader(Path folder, Consumer<String> problems, Consumer<String> warnings) {
        this.image = new AppImageFolder(folder);
        this.folder = folder;
        this.problems = problems;
        this.warnings = warnings;
    }

    /**
     * Reads an image.
     *
     * @param launcher the program that starts the app, where it is not to be guessed
     * @param problems takes what is wrong, a sentence each
     * @return empty where the folder has no image that can be told
     */
    public static Optional<AppImage> read(
            Path folder, Optional<String> launcher, Consumer<String> problems, Consumer<String> warnings)
            throws IOException {
        return new AppImageReader(folder, problems, warnings).read(launcher);
    }

    private Optional<AppImage> read(Optional<String> launcher) throws IOException {
        if (!Files.isDirectory(folder)) {
            problems.accept("store.images names " + folder + ", which is not a folder");
            return Optional.empty();
        }
        Optional<String> system = image.foreignSystem();
        if (system.isPresent()) {
            problems.accept(foreign(folder, system.get()));
            return Optional.empty();
        }
        readFiles();
        readPrograms();
        return chosen(launcher)
                .flatMap(program -> architecture(program)
                        .map(architecture ->
                                new AppImage(folder, program, architecture, files, programs, socketTrap())));
    }

    /** What to do with an image of another system. */
    public static String foreign(Path folder, String system) {
        return folder + " is an app image of " + system
                + ", and a package for Windows needs one of Windows: run jpackage on Windows, on a CI runner for example,"
                + " and name the folder that it made in <images>";
    }

    private void readFiles() throws IOException {
        Path root = folder.toRealPath();
        NameList outside = new NameList();
        Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                return isHeld(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = name(root, file);
                if (!BOOKKEEPING.contains(name) && isHeld(file)) {
                    files.put(name, file);
                }
                return FileVisitResult.CONTINUE;
            }

            private boolean isHeld(Path entry) throws IOException {
                boolean held =
                        !Files.isSymbolicLink(entry) || entry.toRealPath().startsWith(root);
                if (!held) {
                    outside.add(name(root, entry));
                }
                return held;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
                problems.accept(FileFailure.sentence(reason));
                return FileVisitResult.CONTINUE;
            }
        });
        if (!outside.isEmpty()) {
            problems.accept("The image " + folder + " has links that lead out of it: " + outside
                    + ". Put the files themselves there");
        }
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private void readPrograms() throws IOException {
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (file.getKey().toLowerCase(Locale.ROOT).matches(".*\\.(exe|dll)")) {
                Optional<PeHeader> header = PeHeader.of(file.getValue());
                header.ifPresent(program -> programs.put(file.getKey(), program));
                if (header.isEmpty() && isLauncher(file.getKey())) {
                    notAProgram(file.getKey());
                }
            }
        }
    }

    private void notAProgram(String launcher) {
        problems.accept("The launcher " + folder.resolve(launcher)
                + " is not a program of Windows: it has no PE header. Make the image again");
    }

    private boolean isLauncher(String name) {
        return name.indexOf('/') < 0 && image.isLauncher(name);
    }

    private Optional<String> chosen(Optional<String> named) {
        if (named.isPresent()) {
            Optional<String> found = AppImage.launcher(files.keySet(), named.get());
            found.filter(program -> !programs.containsKey(program) && !isLauncher(program))
                    .ifPresent(this::notAProgram);
            if (found.isEmpty()) {
                problems.accept(
                        "store.launcher is \"" + named.get() + "\", and the image " + folder + " has no such file;"
                                + " it has "
                                + list(files.keySet().stream()
                                        .filter(name -> name.matches("(?i)[^/]+\\.exe"))
                                        .toList()));
            }
            return found;
        }
        List<String> launchers =
                files.keySet().stream().filter(this::isLauncher).toList();
        Optional<String> main = image.mainLauncher().flatMap(name -> AppImage.launcher(launchers, name));
        if (main.isPresent() || launchers.size() == 1) {
            return main.or(() -> Optional.of(launchers.get(0)));
        }
        problems.accept(
                launchers.isEmpty()
                        ? folder
                                + " is not an app image of Windows: it has no launcher, a .exe with its app/<name>.cfg."
                                + " Name what jpackage made in <images>; for the image of another tool name its .exe in"
                                + " <launcher>"
                        : "The image " + folder + " has several launchers, " + list(launchers)
                                + "; name the one that starts the app in <launcher>");
        return Optional.empty();
    }

    private static String list(List<String> names) {
        NameList list = new NameList();
        names.forEach(list::add);
        return names.isEmpty() ? "none" : list.text();
    }

    /** That of the launcher, with which all of Java and the other launchers have to agree. */
    private Optional<String> architecture(String launcher) {
        PeHeader program = programs.get(launcher);
        if (program == null) {
            return Optional.empty();
        }
        Optional<String> architecture = program.architecture();
        if (architecture.isEmpty()) {
            problems.accept("The launcher " + folder.resolve(launcher)
                    + " is for a processor that packages cannot be for: 0x" + Integer.toHexString(program.machine()));
            return Optional.empty();
        }
        List<String> disagreeing = new ArrayList<>();
        List<String> other = new ArrayList<>();
        programs.forEach((name, header) -> {
            if (!header.managed() && !header.architecture().equals(architecture)) {
                boolean essential = OF_JAVA.matcher(name).matches() || isLauncher(name);
                (essential ? disagreeing : other)
                        .add(name + " (" + header.architecture().orElse("unknown") + ")");
            }
        });
        if (!disagreeing.isEmpty()) {
            problems.accept(
                    "The files of the image " + folder + " disagree about the architecture: " + launcher + " is "
                            + architecture.get() + ", but these are not: " + list(disagreeing)
                            + ". Make the image with the JDK of one architecture");
        } else if (!other.isEmpty()) {
            warnings.accept("The image " + folder + " is for " + architecture.get() + ", but these are not: "
                    + list(other) + ". Look whether the app can load them");
        }
        return architecture;
    }

    /**
     * Since Java 16 a selector wakes itself up by a UNIX-domain socket in the temporary directory, which inside a package
     * cannot be connected to; 18 takes TCP. A launcher may name another directory.
     */
    private Optional<String> socketTrap() {
        Optional<String> version = text("runtime/release").flatMap(AppImageReader::javaVersion);
        boolean hit = version.flatMap(AppImageReader::feature)
                .filter(feature -> feature >= 16 && feature != 18)
                .isPresent();
        boolean cured = files.keySet().stream()
                .filter(name -> name.matches("app/[^/]+\\.cfg"))
                .allMatch(name -> text(name).orElse("").contains(TEMPORARY_DIRECTORY));
        return version.filter(unused -> hit && !cured);
    }

    private static Optional<String> javaVersion(String release) {
        Matcher version = JAVA_VERSION.matcher(release);
        return version.find() ? Optional.of(version.group(1)) : Optional.empty();
    }

    private static Optional<Integer> feature(String version) {
        Matcher first = Pattern.compile("(?:1\\.)?(\\d{1,4}).*").matcher(version);
        return first.matches() ? Optional.of(Integer.valueOf(first.group(1))) : Optional.empty();
    }

    private Optional<String> text(String name) {
        try {
            return files.containsKey(name)
                    ? Optional.of(new String(Files.readAllBytes(files.get(name)), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
