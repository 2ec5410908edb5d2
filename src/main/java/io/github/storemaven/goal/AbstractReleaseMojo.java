package io.github.storemaven.goal;

import io.github.storemaven.listing.TextSource;
import io.github.storemaven.preview.Preview;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.PackageFile;
import io.github.storemaven.submission.PackageFinder;
import io.github.storemaven.submission.PackageIdentityParameters;
import io.github.storemaven.submission.PackageMode;
import io.github.storemaven.submission.PublishSettings;
import io.github.storemaven.submission.ReleaseChecks;
import io.github.storemaven.submission.ReleaseConfiguration;
import io.github.storemaven.submission.ReleaseNotesSettings;
import io.github.storemaven.submission.ReleaseNotesSettings.Section;
import io.github.storemaven.submission.ReleaseNotesSettings.TooLong;
import io.github.storemaven.submission.ReleasePreview;
import io.github.storemaven.submission.ReleaseRequestReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** What the goals have that know what is to be released: sources, packages, everyday fields, checks. */
abstract class AbstractReleaseMojo extends AbstractStoreFolderMojo {
    /**
     * JSON file with what to change beside texts, images and packages, such as category or price; what it does not name
     * stays (merge patch, RFC 7396). Default: src/store/submission.json, if it exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.submissionFile")
    File submissionFile;

    /**
     * Packages to release: files or globs, relative to the project. Default: the project's artifacts, else what the build
     * directory has.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packages")
    List<String> packages;

    /**
     * Packages to release from a Maven repository, each as groupId:artifactId:extension[:classifier]:version.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.artifacts")
    List<String> artifacts;

    /**
     * replace: the new packages take the place of all published ones. add: the published ones stay. keep: no package is
     * sent.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageMode", defaultValue = "replace")
    String packageMode;

    /**
     * With packageMode replace: how many older packages stay, the newest of each architecture and device family.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.keepPackages", defaultValue = "0")
    String keepPackages;

    /**
     * Name or id of a flight whose published packages have to be exactly those that are released.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.promoteFlight")
    String promoteFlight;

    /**
     * An upload ZIP that you built yourself. It is uploaded as it is; nothing is added to it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.archive")
    File archive;

    /**
     * Notes for the testers of certification, such as a test account; for apps and flights.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.notesForCertification")
    String notesForCertification;

    /**
     * true: log and plan show the text of the notes for certification, which often has a test account, and not only its
     * length.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.showNotes", defaultValue = "false")
    boolean showNotes;

    /**
     * Whether changes are shown whole: no value is cut, and a new language is shown member by member.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.fullDiff", defaultValue = "false")
    boolean fullDiff;

    /**
     * When a certified submission is published: Immediate, Manual (somebody presses a button in Partner Center) or
     * SpecificDate.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.targetPublishMode")
    String targetPublishMode;

    /**
     * When targetPublishMode is SpecificDate: the moment, such as 2027-01-31T09:00:00Z.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.targetPublishDate")
    String targetPublishDate;

    /**
     * Who finds the product: Public; Private (a private audience); Hidden (nobody new, except with a promotional code).
     * For apps and add-ons.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.visibility")
    String visibility;

    /**
     * Gradual rollout: percentage of the customers who get the new packages at first; 100 for everybody at once. For apps
     * and flights.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.rolloutPercentage")
    String rolloutPercentage;

    /**
     * Folder of the add-on below src/store/addons. Needed only where the product id has characters that a folder name
     * cannot have.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.addonDirectory")
    File addonDirectory;

    /**
     * Changelog (Markdown) with a section whose heading names the project's version. It becomes the release notes of each
     * language of an app that has no releaseNotes.txt; with {language} in its name there is a file per language.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.releaseNotesFile")
    File releaseNotesFile;

    /**
     * The languages that a single file of release notes is written in; the others keep what they have.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.releaseNotesLanguages")
    List<String> releaseNotesLanguages;

    /**
     * What is taken from the release notes' file: {@code version}, the section of the project's version, or {@code all}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.releaseNotesSection", defaultValue = "version")
    String releaseNotesSection;

    /**
     * What becomes of release notes of more than 1500 characters: {@code fail}, or {@code shorten}, which takes whole items
     * from the top.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.releaseNotesTooLong", defaultValue = "fail")
    String releaseNotesTooLong;

    /**
     * The version that all packages have to have: {@code tag} (of the CI service), {@code project}, or a version.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.expectedVersion")
    String expectedVersion;

    /**
     * The architectures that the packages have to cover, no more and no less, such as x64,arm64.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.architectures")
    List<String> architectures;

    /**
     * Identity name that Partner Center shows under Product identity. A package with another one is an error.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageIdentityName")
    String packageIdentityName;

    /**
     * Publisher, such as CN=Example, that Partner Center shows under Product identity. A package with another one is an
     * error.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.publisher")
    String publisher;

    /**
     * Publisher display name that Partner Center shows under Product identity. A package with another one is an error.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.publisherDisplayName")
    String publisherDisplayName;

    /**
     * Package family name that Partner Center shows under Product identity. A package with another one is an error.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageFamilyName")
    String packageFamilyName;

    /** What a module that names it is not passed over for: what to release, and for which product. */
    private static final Set<String> NAMES = Set.of(
            "packages",
            "artifacts",
            "archive",
            "submissionFile",
            "storeDirectory",
            "addonDirectory",
            "applicationId",
            "flightId",
            "flightName",
            "addonId",
            "addonProductId",
            "productId",
            "installersFile",
            "productFile");

    private final RepositorySystem repositorySystem;
    private PackageFinder packageFinder;
    private List<PackageFile> promoted = List.of();
    private GoalReport report;

    AbstractReleaseMojo(SettingsDecrypter decrypter, RepositorySystem repositorySystem) {
        super(decrypter);
        this.repositorySystem = repositorySystem;
    }

    @Override
    final void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        ModuleSkip module = new ModuleSkip(this);
        boolean empty = isEmpty();
        module.warnOfModules(empty && settings().isEmpty() && needsSources());
        if (!module.skips(empty && !module.names(NAMES))) {
            workOnWhatIsThere();
        }
    }

    /** Whether the goal is for nothing where there is nothing to release. */
    boolean needsSources() {
        return true;
    }

    /** Does what the goal is for, in a module that has something to release. */
    abstract void workOnWhatIsThere()
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException;

    /** All that is to be released; a rehearsal lets the flight that is promoted have published its packages. */
    final ReleaseRequestReader.Result released(ReleaseRequestReader.Result sources) {
        promoted = sources.request().packages();
        return sources;
    }

    @Override
    Rehearsal rehearsal(ConfigurationProblems problems) throws IOException {
        return super.rehearsal(problems).promotes(promoteFlight, promoted);
    }

    /** Whether there is neither a package nor a file nor a folder to release. */
    final boolean isEmpty() throws IOException {
        return Stream.of(submissionFile, archive, addonDirectory).noneMatch(file -> file != null && file.exists())
                && !hasStoreFolder(storeDirectory)
                && packageFinder().isEmpty();
    }

    /** All that the parameters say about the release; behind it nothing knows this goal. */
    final ReleaseConfiguration configuration(ConfigurationProblems problems) {
        coordinates(problems);
        openReport(problems);
        return new ReleaseConfiguration(
                folder(),
                product(),
                productFolder(storeDirectory, addonDirectory),
                filtering ? ProjectFilter.of(session, project) : TextSource.asWritten(),
                Optional.ofNullable(submissionFile).map(file -> file.toPath().toAbsolutePath()),
                releaseNotes(problems),
                ConfigurationProblems.given(packages),
                ConfigurationProblems.given(artifacts),
                new ParameterValues(problems).of(PackageMode.class, packageMode, "packageMode"),
                ConfigurationProblems.given(keepPackages)
                        .map(number ->
                                new ParameterValues(problems).number(number, "keepPackages", 0, Integer.MAX_VALUE))
                        .orElse(0),
                ConfigurationProblems.given(promoteFlight),
                Optional.ofNullable(archive).map(File::toPath),
                settings(),
                identity(),
                new ExpectedPackagesReader(this, problems).read(),
                failOnWarning,
                Set.copyOf(ConfigurationProblems.given(warnOnly)));
    }

    /** Says where the page of what customers will see is, and from when, if preview has made one of this product. */
    final void tellPreview() throws IOException {
        Optional<Path> page = Preview.find(output(), ReleasePreview.product(product()));
        if (page.isPresent()) {
            LocalDateTime made = LocalDateTime.ofInstant(
                    Files.getLastModifiedTime(page.get()).toInstant(), ZoneId.systemDefault());
            getLog().info("What customers will see is in " + named(page.get()) + ", made on "
                    + DateTimeFormatter.ofPattern("yyyy-MM-dd 'at' HH:mm", Locale.ROOT)
                            .format(made));
        }
    }

    private ReleaseNotesSettings releaseNotes(ConfigurationProblems problems) {
        ParameterValues choice = new ParameterValues(problems);
        return new ReleaseNotesSettings(
                Optional.ofNullable(releaseNotesFile).map(File::toPath),
                hasProject() ? Optional.ofNullable(project.getVersion()) : Optional.empty(),
                ConfigurationProblems.given(releaseNotesLanguages),
                ConfigurationProblems.given(releaseNotesSection)
                        .map(section -> choice.of(Section.class, section, "releaseNotesSection"))
                        .orElse(Section.VERSION),
                ConfigurationProblems.given(releaseNotesTooLong)
                        .map(length -> choice.of(TooLong.class, length, "releaseNotesTooLong"))
                        .orElse(TooLong.FAIL));
    }

    /** From here on the CI service is told of the end. */
    final void openReport(ConfigurationProblems problems) {
        report = new GoalReport(this, CiChannel.of(this, ciReport, problems));
    }

    /** What the CI service is told at the end. */
    final GoalReport report() {
        return report;
    }

    @Override
    void tellEnd(Optional<? extends Exception> failure) {
        if (report != null) {
            report.end(failure);
        }
    }

    /** Reads what a configuration asks for. */
    final ReleaseRequestReader reader(ReleaseConfiguration configuration, ConfigurationProblems problems) {
        return new ReleaseRequestReader(configuration, packageFinder(), problems, log());
    }

    final ReleaseChecks checks(ReleaseConfiguration configuration) {
        return new ReleaseChecks(configuration, secrets(), rehearse, log());
    }

    /** The everyday fields, as they were written. */
    final PublishSettings settings() {
        return new PublishSettings(
                ConfigurationProblems.given(notesForCertification),
                ConfigurationProblems.given(targetPublishMode),
                ConfigurationProblems.given(targetPublishDate),
                ConfigurationProblems.given(visibility),
                ConfigurationProblems.given(rolloutPercentage));
    }

    /** What Partner Center shows under product identity. */
    final PackageIdentityParameters identity() {
        return new PackageIdentityParameters(packageIdentityName, publisher, publisherDisplayName, packageFamilyName);
    }

    /** The packages of the project are looked for once. */
    private PackageFinder packageFinder() {
        if (packageFinder == null
                && ConfigurationProblems.given(packages).isEmpty()
                && !ConfigurationProblems.given(artifacts).isEmpty()) {
            packageFinder = PackageFinder.resolving(this::resolved);
        } else if (packageFinder == null) {
            Path build = hasProject() ? Path.of(project.getBuild().getDirectory()) : folder().resolve("target");
            packageFinder =
                    new PackageFinder(folder(), build, projectArtifacts(), ConfigurationProblems.given(packages));
        }
        return packageFinder;
    }

    private List<ArtifactCoordinates> coordinates(ConfigurationProblems problems) {
        return ConfigurationProblems.given(artifacts).stream()
                .flatMap(text -> ArtifactCoordinates.read(text, "artifacts", problems).stream())
                .distinct()
                .toList();
    }

    /** The files of what store.artifacts names; nothing is fetched where one of them is wrong, which is told already. */
    private List<Path> resolved(ConfigurationProblems problems) {
        ConfigurationProblems wrong = new ConfigurationProblems();
        List<ArtifactCoordinates> wanted = coordinates(wrong);
        ArtifactResolver resolver = new ArtifactResolver(
                repositorySystem, session.getRepositorySession(), project.getRemoteProjectRepositories(), getLog());
        return wrong.lines().isEmpty() ? resolver.resolve(wanted, problems::add) : List.of();
    }

    private List<Path> projectArtifacts() {
        return Stream.concat(Stream.ofNullable(project.getArtifact()), project.getAttachedArtifacts().stream())
                .filter(artifact -> artifact.getFile() != null)
                .map(artifact -> artifact.getFile().toPath())
                .toList();
    }
}
