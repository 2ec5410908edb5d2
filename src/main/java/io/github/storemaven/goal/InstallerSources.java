package io.github.storemaven.goal;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.Findings;
import io.github.storemaven.installer.InstallerRequest;
import io.github.storemaven.installer.InstallerRequestReader;
import io.github.storemaven.json.Json;
import io.github.storemaven.listing.FolderBoundary;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.FileFindings;
import io.github.storemaven.submission.FindingReport;
import io.github.storemaven.submission.ProductFolder;
import io.github.storemaven.submission.ReleaseConfiguration;
import io.github.storemaven.submission.SecretTexts;
import io.github.storemaven.text.NearestName;
import io.github.storemaven.text.Secrets;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reads what the release of an MSI or EXE product is made of, for the goals that name one.
 *
 * @param mojo whose project it is
 * @param installers the file of packages that is named; null for the usual one if it exists
 * @param product the file of properties and availability, in the same way
 */
record InstallerSources(AbstractStoreFolderMojo mojo, File installers, File product) {
    private static final String INSTALLERS = "installers.json";
    private static final String PRODUCT = "product.json";
    private static final List<String> USUAL = List.of(INSTALLERS, PRODUCT);

    /**
     * What was read.
     *
     * @param findings errors, warnings and advice, files named from the project's folder
     */
    record Read(InstallerRequest request, Findings findings, boolean failOnWarning) {
        /** Errors become problems, warnings too where they fail the build, else they are logged; advice is only for validate. */
        void report(AbstractServiceMojo mojo, ConfigurationProblems problems) {
            new FindingReport(failOnWarning, UnaryOperator.identity(), mojo.log()).tell(findings, problems);
        }
    }

    /** Whether no file is named and there is no store folder. */
    boolean areAbsent() throws IOException {
        return installers == null && product == null && !mojo.hasStoreFolder(mojo.storeDirectory);
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
        Optional<Path> packages = file(installers, "installersFile", INSTALLERS, problems);
        Optional<Path> modules = file(product, "productFile", PRODUCT, problems);
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

    private Optional<Path> file(File named, String parameter, String usual, ConfigurationProblems problems)
            throws IOException {
        if (named == null) {
            return usual(usual, problems);
        }
        if (!named.isFile()) {
            problems.add("store." + parameter + " names " + named + ", which is not a file");
            return Optional.empty();
        }
        return Optional.of(named.toPath().toAbsolutePath());
    }

    /** The usual file where it is there; one that only looks like it would be passed over without a word. */
    private Optional<Path> usual(String name, ConfigurationProblems problems) throws IOException {
        Path folder = mojo.storeFolder(mojo.storeDirectory).toPath();
        Path file = folder.resolve(name);
        Optional<String> other = ProductFolder.wrongCase(folder, file)
                .or(() -> mistyped(folder, name).map(near -> near + " is unknown here; did you mean " + name + "?"));
        if (other.isPresent()) {
            problems.add(other.get());
            return Optional.empty();
        }
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.exists(file)) {
            problems.add(file + " is a link that leads nowhere; remove it");
            return Optional.empty();
        }
        if (!FolderBoundary.of(folder).wouldHold(file)) {
            problems.add(file + " leads out of the folder; links may lead only to files in " + folder);
            return Optional.empty();
        }
        return Optional.of(file);
    }

    /** A file whose name is near, where the right one is not there. */
    private static Optional<String> mistyped(Path folder, String name) {
        String[] names = Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)
                ? null
                : folder.toFile().list();
        return Stream.of(names == null ? new String[0] : names)
                .filter(other -> !USUAL.contains(other) && other.endsWith(".json"))
                .filter(other ->
                        NearestName.of(other, USUAL).filter(name::equals).isPresent())
                .sorted()
                .findFirst()
                .map(other -> folder.resolve(other).toString());
    }

    private Path folder(ConfigurationProblems problems) throws IOException {
        Path folder = mojo.storeFolder(mojo.storeDirectory).toPath();
        ProductFolder.wrongCase(mojo.folder(), folder).ifPresent(problems::add);
        if (mojo.storeDirectory != null && !mojo.storeDirectory.isDirectory()) {
            problems.add("store.storeDirectory names " + mojo.storeDirectory + ", which is not a folder");
        }
        return folder;
    }
}
