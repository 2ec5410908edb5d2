package io.github.storemaven.goal;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import io.github.storemaven.check.PackageRules;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.submission.PackageFile;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the packages to release, reads them, and says in the log which rule found them. */
final class PackageSources {
    private final AbstractWantedMojo mojo;
    private final Problems problems;
    private final PackageRules rules;

    /** @param report takes what cannot be read */
    PackageSources(AbstractWantedMojo mojo, Problems problems, FindingCollector report) {
        this.mojo = mojo;
        this.problems = problems;
        this.rules = new PackageRules(ExpectedIdentity.none(), report);
    }

    /** The facts of each package; what cannot be read is a finding. */
    List<PackageInfo> read() throws IOException {
        List<String> named = named(mojo);
        FoundPackages found = mojo.foundPackages(problems);
        if (found.files().isEmpty() && named.isEmpty()) {
            mojo.getLog().info("No package is named and none was found: packages stay as they are in the Store");
        }
        List<PackageInfo> facts = new ArrayList<>();
        for (Path file : found.files()) {
            read(file, facts);
        }
        new PackageNames(problems, found).check(facts);
        facts.forEach(one -> mojo.getLog().info("Package " + line(one) + ", " + found.rule()));
        return facts;
    }

    /** What the parameter names; a blank value counts as not set. */
    static List<String> named(AbstractWantedMojo mojo) {
        return Stream.ofNullable(mojo.packages)
                .flatMap(List::stream)
                .flatMap(text -> Problems.given(text).stream())
                .toList();
    }

    /** The packages with their names in the upload archive. */
    List<PackageFile> named(List<PackageInfo> facts) {
        return PackageNames.named(facts);
    }

    private void read(Path file, List<PackageInfo> facts) throws IOException {
        Optional<PackageInfo> read = rules.read(file);
        read.ifPresent(facts::add);
        if (read.isEmpty() && mojo.warnOnly != null && !Collections.disjoint(mojo.warnOnly, PackageRules.READING)) {
            problems.add(file + " cannot be released, so store.warnOnly has no effect on what is wrong with it");
        }
    }

    private static String line(PackageInfo one) {
        return ForeignText.oneLine(one.file().getFileName() + " (version "
                + one.identity().version() + ", " + one.storeArchitecture() + ")");
    }
}
