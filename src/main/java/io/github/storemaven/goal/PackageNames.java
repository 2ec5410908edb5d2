package io.github.storemaven.goal;

import io.github.storemaven.msix.PackageFacts;
import io.github.storemaven.submission.PackageFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Names packages in the upload archive, and refuses several versions that were merely found side by side. */
final class PackageNames {
    private final Problems problems;
    private final FoundPackages found;

    PackageNames(Problems problems, FoundPackages found) {
        this.problems = problems;
        this.found = found;
    }

    /** Packages that were found, not named, have to be of one version. */
    void check(List<PackageFacts> facts) {
        long versions = facts.stream()
                .map(one -> one.identity().version().text())
                .distinct()
                .count();
        if (versions > 1 && !found.isNamed()) {
            problems.add("Packages of several versions were found; name those to release in <packages>, or clean the"
                    + " build directory:"
                    + facts.stream()
                            .map(one -> "\n      " + one.file() + " (version "
                                    + one.identity().version() + ")")
                            .collect(Collectors.joining()));
        }
    }

    /** The file name, or with its folder where two files have the same name. */
    static List<PackageFile> named(List<PackageFacts> facts) {
        return facts.stream()
                .map(one -> new PackageFile(
                        name(one.file(), facts),
                        one.file(),
                        one.identity().version().text(),
                        one.storeArchitecture()))
                .toList();
    }

    private static String name(Path file, List<PackageFacts> facts) {
        String name = file.getFileName().toString();
        boolean shared = facts.stream()
                        .filter(one -> one.file().getFileName().toString().equalsIgnoreCase(name))
                        .count()
                > 1;
        Path folder = file.toAbsolutePath().getParent().getFileName();
        return shared && folder != null ? folder + "/" + name : name;
    }
}
