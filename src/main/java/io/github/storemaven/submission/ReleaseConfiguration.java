package io.github.storemaven.submission;

import io.github.storemaven.check.Rules;
import io.github.storemaven.listing.TextSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that the parameters of a goal say about a release, parsed and checked on its own; what the files hold is read later.
 *
 * @param folder that named packages and findings are relative to
 * @param product how the product is named
 * @param productFolder the product's texts and images
 * @param texts what becomes of placeholders in them
 * @param submissionFile that is named; empty where only the usual one counts
 * @param releaseNotes where release notes come from
 * @param packages paths and patterns; empty where packages are looked for
 * @param artifacts coordinates in Maven repositories; empty where none are named
 * @param keepPackages how many older packages stay, of each architecture and device family
 * @param promoteFlight the flight that has to have published the packages
 * @param archive a ready ZIP in place of all files
 * @param settings the everyday fields
 * @param identity what Partner Center shows under product identity
 * @param expected what the packages have to be
 * @param failOnWarning whether a warning fails the build too
 * @param warnOnly numbers of the rules whose errors are warnings
 */
public record ReleaseConfiguration(
        Path folder,
        ProductSelector product,
        ProductFolder productFolder,
        TextSource texts,
        Optional<Path> submissionFile,
        ReleaseNotesSettings releaseNotes,
        List<String> packages,
        List<String> artifacts,
        PackageMode packageMode,
        int keepPackages,
        Optional<String> promoteFlight,
        Optional<Path> archive,
        PublishSettings settings,
        PackageIdentityParameters identity,
        ExpectedPackages expected,
        boolean failOnWarning,
        Set<String> warnOnly) {
    /** Whether a release sends packages of its own. */
    boolean sendsPackages() {
        return packageMode != PackageMode.KEEP && archive.isEmpty() && !product.isAddon();
    }

    /** What is named and would not be sent is no release of what was meant. */
    public void check(ConfigurationProblems problems) {
        checkWarnOnly(warnOnly, problems);
        identity.check(problems);
        settings.check(product.type(), problems);
        productFolder.check(product, folder, problems);
        releaseNotes.check(problems);
        checkPackages(problems);
    }

    /** Whether packages are named, so that others are not looked for. */
    boolean namesPackages() {
        return !packages.isEmpty() || !artifacts.isEmpty();
    }

    /** Whether a flight is to be promoted without a package; where one is named, that it is missing is told already. */
    boolean lacksPromoted(List<PackageFile> found) {
        return promoteFlight.isPresent() && sendsPackages() && !namesPackages() && found.isEmpty();
    }

    private void checkPackages(ConfigurationProblems problems) {
        List<String> sources = new ArrayList<>();
        if (!packages.isEmpty()) {
            sources.add("store.packages");
        }
        if (!artifacts.isEmpty()) {
            sources.add("store.artifacts");
        }
        List<String> about = new ArrayList<>(sources);
        if (keepPackages > 0) {
            about.add("store.keepPackages");
        }
        promoteFlight.ifPresent(flight -> about.add("store.promoteFlight"));
        about.addAll(expected.parameters());
        about.forEach(name -> checkUse(name, problems));
        archive.ifPresent(file -> sources.add("store.archive"));
        if (sources.size() > 1) {
            String last = sources.remove(sources.size() - 1);
            problems.add(String.join(", ", sources) + " and " + last + " exclude each other; keep one of them");
        }
        if (archive.isPresent()) {
            expected.parameters()
                    .forEach(
                            name -> problems.add(name + " is set, and the packages in store.archive are not known; name"
                                    + " the packages in store.artifacts or store.packages"));
        }
        checkPromotion(problems);
    }

    /** What is about packages needs a release that sends some, and keeping a number of them one that replaces them. */
    private void checkUse(String name, ConfigurationProblems problems) {
        if (product.isAddon()) {
            problems.add(name + " is set, and a submission of an add-on has no packages");
        } else if (packageMode == PackageMode.KEEP) {
            problems.add(name + " is set, and store.packageMode is keep, which sends none; keep one of them");
        } else if (packageMode == PackageMode.ADD && name.equals("store.keepPackages")) {
            problems.add(name + " is set, and store.packageMode is add, under which all older packages stay; keep one"
                    + " of them");
        }
    }

    private void checkPromotion(ConfigurationProblems problems) {
        if (promoteFlight.isPresent() && product.isFlight()) {
            problems.add("store.promoteFlight is set, which releases to everybody what a flight has published, together"
                    + " with store.flightName or store.flightId, which releases to a flight; keep one of them");
        }
        if (promoteFlight.isPresent() && archive.isPresent()) {
            problems.add("store.promoteFlight is set, and the versions of the packages in store.archive are not known;"
                    + " name the packages in store.artifacts or store.packages");
        }
    }

    /** Names of rules that are none would turn nothing into a warning without a word. */
    /** Numbers that are none of a rule. */
    public static void checkWarnOnly(Set<String> warnOnly, ConfigurationProblems problems) {
        warnOnly.stream()
                .map(String::strip)
                .filter(rule -> !Rules.isKnown(rule))
                .sorted()
                .forEach(rule -> problems.add("store.warnOnly has no rule \"" + rule + "\""
                        + Rules.nearest(rule)
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse(": allowed are the rules that findings name, such as TXT-05")));
    }
}
