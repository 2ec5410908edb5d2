package io.github.storemaven.goal;

import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.submission.PackageFile;
import io.github.storemaven.text.ForeignText;
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
    void check(List<PackageInfo> facts) {
        long versions = facts.stream()
                .map(one -> one.identity().version().text())
                .distinct()
                .count();
        if (versions > 1 && !found.isNamed()) {
            problems.add("Packages of several versions were found; name those to release in <packages>, or clean the"
                    + " build directory:"
                    + facts.stream()
                            .map(one -> "\n      "
                                    + ForeignText.oneLine(one.file() + " (version "
                                            + one.identity().version() + ")"))
                            .collect(Collectors.joining()));
        }
    }

    /** The file name, or with as many of its folders as tell files of the same name apart. */
    static List<PackageFile> named(List<PackageInfo> facts) {
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
}
