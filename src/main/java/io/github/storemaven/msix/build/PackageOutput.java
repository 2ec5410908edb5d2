package io.github.storemaven.msix.build;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where finished packages are.
 *
 * @param directory in which they are
 * @param finalName with which their names begin
 * @param architectures of the packages
 * @param isBundle whether they are in a bundle too
 * @param time of all entries
 */
public record PackageOutput(
        Path directory, String finalName, List<String> architectures, boolean isBundle, Instant time) {
    /** The package of an architecture. */
    public Path packageFile(String architecture) {
        return directory.resolve(finalName + "-" + architecture + ".msix");
    }

    /** The bundle of all packages. */
    public Path bundleFile() {
        return directory.resolve(finalName + ".msixbundle");
    }

    /** What is to be released: the bundle, or the only package. */
    public Path released() {
        return isBundle ? bundleFile() : packageFile(architectures.get(0));
    }

    /** All files: the packages, then the bundle. */
    public List<Path> files() {
        List<Path> files =
                new ArrayList<>(architectures.stream().map(this::packageFile).toList());
        if (isBundle) {
            files.add(bundleFile());
        }
        return files;
    }

    /** The same files elsewhere. */
    PackageOutput in(Path other) {
        return new PackageOutput(other, finalName, architectures, isBundle, time);
    }
}
