package io.github.storemaven.msix.build;

import io.github.storemaven.msix.PeHeader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An app for Windows as a folder with its own Java, in the layout of jpackage: reference 5 of MSIX. What jpackage keeps
 * there for itself is no part of it.
 *
 * @param folder where it is
 * @param launcher the program that starts the app, in the root of the image
 * @param architecture of launcher and Java, as a manifest calls it
 * @param files by their names in the package, with slashes
 * @param programs the headers of programs and libraries, by name
 * @param socketTrap the version of its Java, where that cannot open a selector inside a package
 */
public record AppImage(
        Path folder,
        String launcher,
        String architecture,
        SortedMap<String, Path> files,
        Map<String, PeHeader> programs,
        Optional<String> socketTrap) {
    public AppImage {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        programs = Collections.unmodifiableMap(new TreeMap<>(programs));
    }

    /** The header of a program or library, by its name in the package. */
    Optional<PeHeader> program(String name) {
        return Optional.ofNullable(programs.get(name));
    }

    /** A program in the root, by its name without regard to case, with or without {@code .exe}. */
    Optional<String> find(String launcher) {
        return launcher(files.keySet(), launcher);
    }

    /** The file in the root that a launcher's name means. */
    static Optional<String> launcher(Iterable<String> files, String launcher) {
        String lower = launcher.strip().toLowerCase(Locale.ROOT);
        String wanted = lower.endsWith(".exe") ? lower : lower + ".exe";
        for (String file : files) {
            if (file.toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** A launcher's name without {@code .exe}. */
    static String baseName(String launcher) {
        return launcher.replaceFirst("(?i)\\.exe$", "");
    }
}
