package io.github.storemaven.goal;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.installer.InstallerDraft;
import io.github.storemaven.installer.InstallerPreview;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.AddonEntry;
import io.github.storemaven.submission.AddonReader;
import io.github.storemaven.submission.AddonsPreview;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.PlannedRelease;
import io.github.storemaven.submission.ReleaseChecks;
import io.github.storemaven.submission.ReleaseConfiguration;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.OnRollout;
import io.github.storemaven.submission.ReleasePreview;
import io.github.storemaven.submission.ReleaseRequestReader;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes a page of what customers will see, preview/index.html in the folder of the results, from the store folder and, where
 * it can be asked, the Store's document; changes nothing in the Store.
 *
 * @since 0.1.0
 */
@Mojo(name = "preview", requiresProject = false, threadSafe = true)
public final class PreviewMojo extends AbstractReleaseMojo {
    /**
     * What submit would do about a pending submission; with {@code resume} the page is made of that one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.onPending", defaultValue = "replace")
    String onPending;

    /**
     * What submit would do when the rollout of the last submission is in progress: {@code fail} or {@code finalize}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.onRollout", defaultValue = "fail")
    String onRollout;

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
     * Add-ons of the store folder, by the names or patterns of their folders: a page of each instead of the app's.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.addons")
    List<String> addons;

    private final SettingsDecrypter decrypter;

    @Inject
    public PreviewMojo(SettingsDecrypter decrypter, RepositorySystem repositorySystem) {
        super(decrypter, repositorySystem);
        this.decrypter = decrypter;
    }

    @Override
    void workOnWhatIsThere() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        if (isForInstaller()) {
            previewInstaller();
            return;
        }
        if (addons().areNamed()) {
            previewAddons();
            return;
        }
        ConfigurationProblems problems = new ConfigurationProblems();
        checkGivenProduct(problems);
        OnPending pending = new ParameterValues(problems).of(OnPending.class, onPending, "onPending");
        OnRollout rollout = new ParameterValues(problems).of(OnRollout.class, onRollout, "onRollout");
        ReleaseConfiguration configuration = configuration(problems);
        ReleaseRequestReader.Result sources =
                released(reader(configuration, problems).readWhatIsThere());
        ReleaseChecks checks = checks(configuration);
        Findings findings = checks.sources(sources);
        ConfigurationProblems found = new ConfigurationProblems();
        checks.report(findings, found);
        if (!problems.lines().isEmpty()) {
            problems.addAll(found);
        }
        ConfigurationProblems ofCredentials = new ConfigurationProblems();
        StoreConnector.Prepared opening = new StoreConnector(this, decrypter, problems).prepare(ofCredentials);
        Optional<String> obstacle = obstacle(findings, ofCredentials);
        inTurn(() -> {
            if (obstacle.isPresent()) {
                tellNotAsked(obstacle.get());
                write(new ReleasePreview(
                        configuration,
                        sources,
                        Optional.empty(),
                        folderOnly(obstacle.get()),
                        checks.sourcesWithAdvice(sources)));
            } else {
                PlannedRelease planned = plan(opening.open(), configuration, sources, pending, rollout);
                Findings merged = checks.presence(planned, sources);
                checks.report(merged, found);
                checks.countAdvice();
                write(new ReleasePreview(
                        configuration, sources, Optional.of(planned), basis(planned), both(findings, merged)));
            }
            FailureTranslator.failIfFound(found);
        });
    }

    @Override
    boolean takesInstallers() {
        return true;
    }

    private AddonParameters addons() {
        return new AddonParameters(this, addons);
    }

    @Override
    Rehearsal rehearsal(ConfigurationProblems problems) throws IOException {
        Rehearsal rehearsal = super.rehearsal(problems);
        return addons().areNamed() ? addons().named(rehearsal) : rehearsal;
    }

    private void previewAddons()
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        ConfigurationProblems problems = new ConfigurationProblems();
        OnPending pending = new ParameterValues(problems).of(OnPending.class, onPending, "onPending");
        AddonReader reader = addons().reader();
        ConfigurationProblems found = new ConfigurationProblems();
        List<AddonEntry> entries = addons().check(reader, found);
        ConfigurationProblems ofCredentials = new ConfigurationProblems();
        StoreConnector.Prepared opening = new StoreConnector(this, decrypter, problems).prepare(ofCredentials);
        Optional<String> obstacle = found.lines().isEmpty()
                ? obstacle(new Findings(List.of()), ofCredentials)
                : Optional.of("the checks found errors");
        inTurn(() -> {
            obstacle.ifPresent(this::tellNotAsked);
            AddonsPreview preview = new AddonsPreview(reader, output(), shared().secrets()::mask);
            List<String> pages = obstacle.isPresent()
                    ? preview.write(entries, folderOnly(obstacle.get()))
                    : answered(() -> preview.write(
                            entries,
                            new Product.Application(applicationId.strip()),
                            opening.open().service(),
                            pending,
                            log()));
            pages.forEach(this::tell);
            FailureTranslator.failIfFound(found);
        });
    }

    private void previewInstaller()
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        ConfigurationProblems problems = new ConfigurationProblems();
        InstallerSources.Read read = new InstallerSources(this, installersFile, productFile).read(problems);
        ConfigurationProblems found = new ConfigurationProblems();
        read.report(this, found);
        ConfigurationProblems ofCredentials = new ConfigurationProblems();
        InstallerAccess access = InstallerAccess.of(this, rehearse ? problems : ofCredentials);
        StoreConnector.Prepared opening = new StoreConnector(this, decrypter, problems).prepare(ofCredentials);
        Optional<String> obstacle = obstacle(read.findings(), ofCredentials);
        inTurn(() -> {
            obstacle.ifPresent(this::tellNotAsked);
            Optional<InstallerDraft> draft = obstacle.isPresent()
                    ? Optional.empty()
                    : Optional.of(answered(() -> InstallerDraft.read(access.client(opening.open()))));
            InstallerPreview preview = new InstallerPreview(
                    productId.strip(),
                    read.request(),
                    draft,
                    obstacle.map(PreviewMojo::folderOnly)
                            .orElse("Made of the files of this machine and the Store's draft."
                                    + " What differs from it is marked."),
                    read.findings());
            tell(preview.write(folder(), output(), shared().secrets()::mask));
            FailureTranslator.failIfFound(found);
        });
    }

    /** Why the Store is not asked; empty where it is. */
    private Optional<String> obstacle(Findings findings, ConfigurationProblems ofCredentials) {
        if (product().lacksApplication() && !isForInstaller()) {
            return Optional.of("store.applicationId is not set");
        }
        if (session.isOffline() && !rehearse) {
            return Optional.of("Maven is offline (-o)");
        }
        if (!ofCredentials.lines().isEmpty()) {
            return Optional.of("there are no credentials; mvn store:token tells what is missing");
        }
        return findings.errors().isEmpty() ? Optional.empty() : Optional.of("the checks found errors");
    }

    private PlannedRelease plan(
            Connection connection,
            ReleaseConfiguration configuration,
            ReleaseRequestReader.Result sources,
            OnPending pending,
            OnRollout rollout)
            throws MojoFailureException, IOException, InterruptedException {
        Product product = answered(() -> configuration.product().require(connection.service()));
        return answered(() -> PlannedRelease.of(
                connection.service(),
                product,
                sources.request(),
                pending,
                rollout,
                Optional.empty(),
                output().resolve("draft.json"),
                log()));
    }

    private void write(ReleasePreview preview) throws IOException {
        tell(preview.write(output(), shared().secrets()::mask));
    }

    private void tell(String page) {
        getLog().info("The page of what customers will see is " + page);
    }

    private void tellNotAsked(String reason) {
        getLog().info("The Store was not asked: " + reason);
    }

    private static String folderOnly(String obstacle) {
        return "Made of the files of this machine only, since the Store was not asked: " + obstacle
                + ". What has no file here stays as the Store has it, and is not shown.";
    }

    private String basis(PlannedRelease planned) {
        String start = rehearse
                ? "A rehearsal: made of the files of this machine and the embedded Store's document, "
                : "Made of the files of this machine and ";
        return start + planned.description() + ". What differs from the published submission is marked.";
    }

    private static Findings both(Findings sources, Findings merged) {
        List<Finding> all =
                Stream.concat(sources.all().stream(), merged.all().stream()).toList();
        return new Findings(all);
    }
}
