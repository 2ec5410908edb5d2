package io.github.storemaven.msix.build;

import io.github.storemaven.msix.XmlElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a folder looks like from outside: an app image of Windows, one of another system, or neither (reference 5 of MSIX).
 *
 * @param folder which may not be there
 */
public record AppImageFolder(Path folder) {
    /** What jpackage remembers of an image, for a later run of its own. */
    static final String STATE = "app/.jpackage.xml";

    private static final int LEVELS = 2;
    private static final int MAX_STATE = 1024 * 1024;

    /** The folders below another one, at most two levels deep, that are images; what is inside an image is none. */
    public record Found(List<Path> images, List<AppImageFolder> foreign) {}

    /** @param launcher a program by which a folder is an image too, though it is not jpackage's */
    public static Found search(Path buildDirectory, Optional<String> launcher) throws IOException {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        search(buildDirectory, launcher, LEVELS, found);
        return found;
    }

    private static void search(Path folder, Optional<String> launcher, int levels, Found found) throws IOException {
        if (levels == 0 || !Files.isDirectory(folder)) {
            return;
        }
        for (Path entry : entries(folder)) {
            AppImageFolder candidate = new AppImageFolder(entry);
            if (candidate.foreignSystem().isPresent()) {
                found.foreign().add(candidate);
            } else if (candidate.isImage(launcher)) {
                found.images().add(entry);
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                search(entry, launcher, levels - 1, found);
            }
        }
    }

    /** Whether it is an image of Windows. */
    boolean isImage(Optional<String> launcher) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        List<String> names = names(folder);
        return launcher.flatMap(named -> AppImage.launcher(names, named)).isPresent()
                || names.stream().anyMatch(this::isLauncher);
    }

    /** Whether a file of the root is a program that jpackage configured. */
    boolean isLauncher(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".exe")
                && Files.isRegularFile(folder.resolve("app").resolve(AppImage.baseName(name) + ".cfg"));
    }

    /** The system that the image is for, where that is not Windows. */
    public Optional<String> foreignSystem() {
        if (Files.isDirectory(folder.resolve("Contents").resolve("MacOS"))) {
            return Optional.of("macOS");
        }
        if (Files.isDirectory(folder.resolve("bin"))
                && Files.isDirectory(folder.resolve("lib").resolve("app"))) {
            return Optional.of("Linux");
        }
        return state().flatMap(root -> root.find("platform")).filter(platform -> !platform.equalsIgnoreCase("windows"));
    }

    /** The name of the main launcher, as jpackage remembers it. */
    Optional<String> mainLauncher() {
        return state().map(root -> root.text("main-launcher")).filter(name -> !name.isEmpty());
    }

    /** What is no XML is none: the image is as good without it. */
    private Optional<XmlElement> state() {
        Path file = folder.resolve(STATE);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_STATE
                    ? Optional.of(XmlElement.of(file.toString(), Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        return entries(folder).stream()
                .map(entry -> entry.getFileName().toString())
                .toList();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
