package io.github.storemaven.goal;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Severity;
import io.github.storemaven.installer.InstallerRequest;
import io.github.storemaven.installer.InstallerRequestReader;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.submission.ConfigurationProblems;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads what the release of an MSI or EXE product is made of, for the goals that name one.
 *
 * @param mojo whose project it is
 * @param installers the file of packages that is named; null for the usual one if it exists
 * @param product the file of properties and availability, in the same way
 * @param store the store folder, in the same way
 * @param filtering whether texts have values of the project replaced; the two files always have
 */
record InstallerSources(AbstractServiceMojo mojo, File installers, File product, File store, boolean filtering) {
    /**
     * What was read.
     *
     * @param findings errors, warnings and advice, files named from the project's folder
     */
    record Read(InstallerRequest request, Findings findings) {
        /** Errors become problems, warnings are logged, advice is only for the goal that checks. */
        void report(AbstractServiceMojo mojo, ConfigurationProblems problems) {
            findings.lines(Severity.ERROR).forEach(problems::add);
            findings.lines(Severity.WARNING).forEach(mojo.getLog()::warn);
        }
    }

    /** Whether no file is named and there is no store folder. */
    boolean areAbsent() {
        return installers == null && product == null && !mojo.storeFolder(store).exists();
    }

    /** Reads all of it; a file that is named and does not exist is a problem. */
    Read read(ConfigurationProblems problems) throws IOException {
        FindingCollector report = new FindingCollector();
        TextSource values = ProjectFilter.of(mojo.session, mojo.project);
        InstallerRequestReader reader = new InstallerRequestReader(
                mojo.folder(),
                filtering ? values : TextSource.asWritten(),
                values,
                report,
                line -> mojo.getLog().warn(line));
        InstallerRequest request = reader.read(
                file(installers, "installersFile", "installers.json", problems),
                file(product, "productFile", "product.json", problems),
                folder(problems));
        return new Read(request, report.findings().relativeTo(mojo.folder()));
    }

    private Optional<Path> file(File named, String parameter, String usual, ConfigurationProblems problems) {
        if (named == null) {
            return Optional.of(mojo.storeFolder(store).toPath().resolve(usual)).filter(Files::isRegularFile);
        }
        if (!named.isFile()) {
            problems.add("store." + parameter + " names " + named + ", which is not a file");
            return Optional.empty();
        }
        return Optional.of(named.toPath().toAbsolutePath());
    }

    private Path folder(ConfigurationProblems problems) {
        if (store != null && !store.isDirectory()) {
            problems.add("store.storeDirectory names " + store + ", which is not a folder");
        }
        return mojo.storeFolder(store).toPath();
    }
}
