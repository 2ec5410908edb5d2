package io.github.storemaven.goal;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Severity;
import io.github.storemaven.document.Members;
import io.github.storemaven.submission.AddonFolder;
import io.github.storemaven.submission.AddonFolders;
import io.github.storemaven.submission.AddonReader;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.FileFindings;
import io.github.storemaven.submission.FindingsMarkdown;
import io.github.storemaven.submission.ReleaseChecks;
import io.github.storemaven.submission.ReleaseConfiguration;
import io.github.storemaven.submission.ReleaseNotes;
import io.github.storemaven.submission.ReleaseRequest;
import io.github.storemaven.submission.ReleaseRequestReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Checks texts, images, packages and documents offline: no credentials, no network.
 *
 * @since 0.1.0
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class ValidateMojo extends AbstractReleaseMojo {
    /**
     * The packages of an MSI or EXE product; {@code src/store/installers.json} if it exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.installersFile")
    File installersFile;

    /**
     * Properties and availability of an MSI or EXE product; {@code src/store/product.json} if it exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.productFile")
    File productFile;

    /**
     * Names or patterns of folders below {@code addons} of the store folder that are checked with the app, by default all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.addons")
    List<String> addons;

    @Inject
    public ValidateMojo(SettingsDecrypter decrypter, RepositorySystem repositorySystem) {
        super(decrypter, repositorySystem);
    }

    @Override
    void workOnWhatIsThere() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        if (isForInstaller()) {
            validateInstaller();
            return;
        }
        ConfigurationProblems wrong = new ConfigurationProblems();
        checkGivenProduct(wrong);
        ReleaseConfiguration configuration = configuration(wrong);
        ReleaseRequestReader.Result sources = reader(configuration, wrong).readWhatIsThere();
        CheckedAddons ofAddons = addons(wrong);
        FileFindings added = new FileFindings(sources.report());
        wrong.lines().forEach(line -> added.add(configurationFile(), "", line));
        sources.request().listing().notes().map(ReleaseNotes::line).ifPresent(getLog()::info);
        ReleaseChecks checks = checks(configuration);
        List<Finding> all = new ArrayList<>(checks.sourcesWithAdvice(sources).all());
        all.addAll(ofAddons.findings());
        Findings findings = new Findings(all);
        Path file = output().resolve("validation.json");
        ResultFile.write(file, findings.toJson(), shared().secrets());
        report().add(findings);
        report().summary("validation.md", FindingsMarkdown.of(findings));
        ConfigurationProblems problems = new ConfigurationProblems();
        wrong.lines().forEach(problems::add);
        checks.reportWithAdvice(withoutConfiguration(findings, wrong.lines()), problems);
        String checked = checked(sources, ofAddons.number());
        String others = number(findings.warnings().size(), "warning") + ", "
                + number(findings.advice().size(), "piece") + " of advice";
        Optional<String> message =
                problems.lines().size() == 1 ? Optional.of(problems.lines().get(0)) : problems.message(others);
        if (message.isPresent()) {
            throw new MojoFailureException(message.get());
        }
        if (sources.request().isEmpty() && ofAddons.number() == 0) {
            getLog().warn("Nothing to check: there is no package, no text or image in the store folder, and no"
                    + " submission.json");
        } else {
            getLog().info("Checked " + checked + ": no error, " + others + " (" + named(file) + ")");
        }
    }

    @Override
    boolean takesInstallers() {
        return true;
    }

    private void validateInstaller() throws MojoFailureException, IOException {
        ConfigurationProblems problems = new ConfigurationProblems();
        openReport(problems);
        InstallerSources.Read read = new InstallerSources(this, installersFile, productFile).read(problems);
        Path file = output().resolve("validation.json");
        ResultFile.write(file, read.findings().toJson(), shared().secrets());
        report().add(read.findings());
        report().summary("validation.md", FindingsMarkdown.of(read.findings()));
        read.findings().lines(Severity.ADVICE).forEach(line -> getLog().info("Advice: " + line));
        read.report(this, problems);
        FailureTranslator.failIfAny(problems);
        getLog().info("Checked " + number(read.request().packages().size(), "package") + ", "
                + number(read.request().listings().size(), "language") + ": no error, "
                + number(read.findings().warnings().size(), "warning") + " (" + named(file) + ")");
    }

    /** The findings in files; what is wrong with the configuration is told by the message. */
    private static Findings withoutConfiguration(Findings findings, List<String> configuration) {
        return new Findings(findings.all().stream()
                .filter(finding -> !configuration.contains(finding.message()))
                .toList());
    }

    /** What there was to check: else an empty folder looks as good as one without faults. */
    private static String checked(ReleaseRequestReader.Result sources, int addons) {
        ReleaseRequest request = sources.request();
        List<String> parts = new ArrayList<>();
        parts.add(number(sources.packages().size(), "package"));
        parts.add(
                number(Members.objectOrEmpty(request.ownDocument(), "listings").size(), "language"));
        parts.add(number(request.listing().files().size(), "image or trailer", "images and trailers"));
        if (!request.patch().isEmpty()) {
            parts.add("the submission file");
        }
        if (addons > 0) {
            parts.add(number(addons, "add-on"));
        }
        parts.removeIf(part -> part.startsWith("0 "));
        return parts.isEmpty() ? "the configuration" : String.join(", ", parts);
    }

    private static String number(int count, String word) {
        return number(count, word, word + "s");
    }

    private static String number(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** The findings on a number of add-ons. */
    private record CheckedAddons(int number, List<Finding> findings) {}

    /** All add-ons of the store folder, unless a flight or one add-on is checked. */
    private CheckedAddons addons(ConfigurationProblems wrong) throws IOException {
        AddonFolders folders = parameters().folders();
        boolean isOther = product().isFlight() || product().isAddon();
        if (!parameters().areNamed() && (isOther || folders.isEmpty())) {
            return new CheckedAddons(0, List.of());
        }
        AddonReader reader = parameters().reader();
        List<AddonFolder> found = folders.find(wrong);
        List<Finding> findings = new ArrayList<>();
        for (AddonFolder folder : found) {
            findings.addAll(reader.findings(reader.read(folder, wrong)).all());
        }
        return new CheckedAddons(found.size(), findings);
    }

    private AddonParameters parameters() {
        return new AddonParameters(this, addons);
    }

    private String configurationFile() {
        return hasProject() ? project.getFile().toString() : "the command line";
    }
}
