package io.github.storemaven.submission;

import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.text.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the packages of a release have to be, all of them together.
 *
 * @param version that they have to have; empty where none is asked for
 * @param architectures exactly those that they have to cover; empty where any will do
 * @param project the version of the project that the packages are probably of; empty where nobody can tell
 */
public record ExpectedPackages(
        Optional<ExpectedVersion> version, Set<String> architectures, Optional<ExpectedVersion> project) {
    /** The architectures that a package can name. */
    public static final List<String> ARCHITECTURES = List.of("x64", "x86", "arm", "arm64", "neutral");

    /** Any packages. */
    public static ExpectedPackages any() {
        return new ExpectedPackages(Optional.empty(), Set.of(), Optional.empty());
    }

    /** The parameters that ask for something. */
    List<String> parameters() {
        List<String> named = new ArrayList<>();
        version.ifPresent(some -> named.add("store.expectedVersion"));
        if (!architectures.isEmpty()) {
            named.add("store.architectures");
        }
        return named;
    }

    /**
     * Compares the packages with what is expected.
     *
     * @param isFlight whether they are for testers, who may get the numbers of a version that is not final
     */
    void check(List<PackageInfo> packages, boolean isFlight, ConfigurationProblems problems) {
        if (packages.isEmpty()) {
            parameters()
                    .forEach(name -> problems.add(name + " is set, and there is no package to compare; build it first,"
                            + " or name it in store.packages or store.artifacts"));
            return;
        }
        version.ifPresent(expected -> {
            if (expected.qualifier().isPresent() && !isFlight) {
                problems.add(qualified(expected));
            } else {
                different(packages, expected)
                        .forEach(other -> problems.add(other + "; " + expected.described()
                                + ". Release packages of that version, or correct store.expectedVersion"));
            }
        });
        if (!architectures.isEmpty()) {
            checkArchitectures(packages, problems);
        }
    }

    /** What may be an oversight where nothing is expected: packages of another version than the project's. */
    Optional<String> warning(List<PackageInfo> packages) {
        return version.isPresent()
                ? Optional.empty()
                : project.flatMap(expected -> different(packages, expected).stream()
                        .findFirst()
                        .map(other -> other + "; " + expected.described()
                                + ". store.expectedVersion=project makes this an error"));
    }

    private static String qualified(ExpectedVersion expected) {
        return "store.expectedVersion is not kept: " + expected.described() + ", and no package's version ends in "
                + ForeignText.oneLine(expected.qualifier().orElse(""))
                + ". Release it to a flight (store.flightName), for"
                + " which the numbers " + expected.numbers() + " count, or release the final version";
    }

    private static List<String> different(List<PackageInfo> packages, ExpectedVersion expected) {
        return packages.stream()
                .filter(one -> !expected.hasNumbersOf(one.identity().version()))
                .map(one -> ForeignText.oneLine(one.file().getFileName() + " has version "
                        + one.identity().version()))
                .toList();
    }

    private void checkArchitectures(List<PackageInfo> packages, ConfigurationProblems problems) {
        Set<String> covered = packages.stream()
                .flatMap(one -> one.apps().stream())
                .map(AppxManifest::identity)
                .map(identity -> identity.architecture().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(architectures);
        missing.removeAll(covered);
        Set<String> more = new TreeSet<>(covered);
        more.removeAll(architectures);
        if (!missing.isEmpty() || !more.isEmpty()) {
            problems.add("The packages are for " + ForeignText.list(covered) + "; store.architectures is "
                    + String.join(", ", architectures)
                    + (missing.isEmpty() ? "" : ". Missing: " + String.join(", ", missing))
                    + (more.isEmpty() ? "" : ". Not expected: " + ForeignText.list(more))
                    + ". Add or take out packages, or correct store.architectures");
        }
    }
}
