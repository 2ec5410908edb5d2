package io.github.storemaven.goal;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Severity;
import io.github.storemaven.installer.InstallerRequest;
import io.github.storemaven.installer.InstallerRequestReader;
import io.github.storemaven.json.Json;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.FileFindings;
import io.github.storemaven.submission.ReleaseConfiguration;
import io.github.storemaven.submission.SecretTexts;
import io.github.storemaven.text.Secrets;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what the release of an MSI or EXE product is made of, for the goals that name one.
 *
 * @param mojo whose project it is
 * @param installers the file of packages that is named; null for the usual one if it exists
 * @param product the file of properties and availability, in the same way
 */
record InstallerSources(AbstractStoreFolderMojo mojo, File installers, File product) {
    /**
     * What was read.
     *
     * @param findings errors, warnings and advice, files named from the project's folder
     */
    record Read(InstallerRequest request, Findings findings, boolean failOnWarning) {
        /** Errors become problems, warnings too where they fail the build, else they are logged; advice is only for validate. */
        void report(AbstractServiceMojo mojo, ConfigurationProblems problems) {
            findings.lines(Severity.ERROR).forEach(problems::add);
            findings.lines(Severity.WARNING).forEach(line -> {
                if (failOnWarning) {
                    problems.add(line + " (a warning; store.failOnWarning is true)");
                } else {
                    mojo.getLog().warn(line);
                }
            });
        }
    }

    /** Whether no file is named and there is no store folder. */
    boolean areAbsent() {
        return installers == null
                && product == null
                && !mojo.storeFolder(mojo.storeDirectory).exists();
    }

    /** Reads all of it; a file that is named and does not exist is a problem. */
    Read read(ConfigurationProblems problems) throws IOException {
        FindingCollector report = new FindingCollector();
        TextSource values = ProjectFilter.of(mojo.session, mojo.project);
        InstallerRequestReader reader = new InstallerRequestReader(
                mojo.folder(),
                mojo.filtering ? values : TextSource.asWritten(),
                values,
                report,
                line -> mojo.getLog().warn(line));
        Optional<Path> packages = file(installers, "installersFile", "installers.json", problems);
        Optional<Path> modules = file(product, "productFile", "product.json", problems);
        InstallerRequest request = reader.read(packages, modules, folder(problems));
        checkSecrets(request, packages, modules, report);
        Set<String> warnings = Set.copyOf(ConfigurationProblems.given(mojo.warnOnly));
        ReleaseConfiguration.checkWarnOnly(warnings, problems);
        return new Read(request, report.findings().warnOnly(warnings).relativeTo(mojo.folder()), mojo.failOnWarning);
    }

    /** Customers, or whoever looks into the product, would read a secret of this build. */
    private void checkSecrets(
            InstallerRequest request, Optional<Path> packages, Optional<Path> modules, FindingCollector report) {
        Secrets secrets = mojo.secrets();
        FileFindings findings = new FileFindings(report);
        new SecretTexts(secrets, request::origin, findings).check(request.listingDocument());
        packages.ifPresent(file -> new SecretTexts(secrets, pointer -> file.toString(), findings)
                .check(Json.PROVIDER.createArrayBuilder(request.packages()).build()));
        modules.ifPresent(
                file -> new SecretTexts(secrets, pointer -> file.toString(), findings).check(request.product()));
    }

    private Optional<Path> file(File named, String parameter, String usual, ConfigurationProblems problems) {
        if (named == null) {
            return Optional.of(mojo.storeFolder(mojo.storeDirectory).toPath().resolve(usual))
                    .filter(Files::isRegularFile);
        }
        if (!named.isFile()) {
            problems.add("store." + parameter + " names " + named + ", which is not a file");
            return Optional.empty();
        }
        return Optional.of(named.toPath().toAbsolutePath());
    }

    private Path folder(ConfigurationProblems problems) {
        if (mojo.storeDirectory != null && !mojo.storeDirectory.isDirectory()) {
            problems.add("store.storeDirectory names " + mojo.storeDirectory + ", which is not a folder");
        }
        return mojo.storeFolder(mojo.storeDirectory).toPath();
    }
}
