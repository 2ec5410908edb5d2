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
abstract class AbstractReleaseMojo extends AbstractServiceMojo {
    /**
     * A JSON merge patch (RFC 7396) on the document that the Store hands out, or a whole document; by default {@code
     * src/store/submission.json} if it exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.submissionFile")
    File submissionFile;

    /**
     * Packages to release, as files or globs relative to the project; by default they are looked for.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packages")
    List<String> packages;

    /**
     * Packages to release from a Maven repository, as groupId:artifactId:extension[:classifier]:version.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.artifacts")
    List<String> artifacts;

    /**
     * What becomes of the packages of the last submission: {@code replace}, {@code add} or {@code keep}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageMode", defaultValue = "replace")
    String packageMode;

    /**
     * How many older packages stay under {@code replace}: the newest of each architecture and device family.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.keepPackages", defaultValue = "0")
    String keepPackages;

    /**
     * A flight, by its name or id, whose published packages have to be exactly those that are released.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.promoteFlight")
    String promoteFlight;

    /**
     * A ready ZIP, uploaded as it is, for those who build it themselves.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.archive")
    File archive;

    /**
     * Notes for the testers; apps and flights.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.notesForCertification")
    String notesForCertification;

    /**
     * Whether the text of the notes for certification is shown, which often holds a test account, and not only its length.
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
     * When it is published: {@code Immediate}, {@code Manual} or {@code SpecificDate}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.targetPublishMode")
    String targetPublishMode;

    /**
     * The date for {@code SpecificDate}, as in ISO 8601.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.targetPublishDate")
    String targetPublishDate;

    /**
     * Who finds it: {@code Public}, {@code Private} or {@code Hidden}; apps and add-ons.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.visibility")
    String visibility;

    /**
     * How many of the customers get the new packages, in %; 100 for no gradual rollout; apps and flights.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.rolloutPercentage")
    String rolloutPercentage;

    /**
     * The folder with listing texts and images, {@code src/store} where none is named.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.storeDirectory")
    File storeDirectory;

    /**
     * The folder of the add-on, where its product id makes no folder name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.addonDirectory")
    File addonDirectory;

    /**
     * Whether ${...} in the texts of the store folder is replaced by values of the project, and of nothing else.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.filtering", defaultValue = "false")
    boolean filtering;

    /**
     * A changelog (Markdown) with a section whose heading names the project's version: the release notes of every
     * language of an app that has no {@code releaseNotes.txt}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.releaseNotesFile")
    File releaseNotesFile;

    /**
     * Whether a warning of a check fails the build too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.failOnWarning", defaultValue = "false")
    boolean failOnWarning;

    /**
     * Numbers of rules whose errors are warnings, for example {@code CAP-03}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.warnOnly")
    List<String> warnOnly;

    /**
     * The packages' identity name, as Partner Center shows it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageIdentityName")
    String packageIdentityName;

    /**
     * The packages' publisher, such as {@code CN=Example}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.publisher")
    String publisher;

    /**
     * The packages' publisher display name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.publisherDisplayName")
    String publisherDisplayName;

    /**
     * The package family name.
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
        return Stream.of(submissionFile, archive, storeFolder(storeDirectory), addonDirectory)
                        .noneMatch(file -> file != null && file.exists())
                && packageFinder().isEmpty();
    }

    /** All that the parameters say about the release; behind it nothing knows this goal. */
    final ReleaseConfiguration configuration(ConfigurationProblems problems) {
        coordinates(problems);
        return new ReleaseConfiguration(
                folder(),
                product(),
                productFolder(storeDirectory, addonDirectory),
                filtering ? ProjectFilter.of(session, project) : TextSource.asWritten(),
                Optional.ofNullable(submissionFile).map(file -> file.toPath().toAbsolutePath()),
                Optional.ofNullable(releaseNotesFile).map(File::toPath),
                hasProject() ? Optional.ofNullable(project.getVersion()) : Optional.empty(),
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
                failOnWarning,
                Set.copyOf(ConfigurationProblems.given(warnOnly)));
    }

    /** Says where the page of what customers will see is, and from when, if preview has made one of this product. */
    final void tellPreview() throws IOException {
        Optional<Path> page = Preview.find(output(), ReleasePreview.product(product()));
        if (page.isPresent()) {
            LocalDateTime made = LocalDateTime.ofInstant(
                    Files.getLastModifiedTime(page.get()).toInstant(), ZoneId.systemDefault());
            getLog().info("What customers will see is in " + page.get() + ", made on "
                    + DateTimeFormatter.ofPattern("yyyy-MM-dd 'at' HH:mm", Locale.ROOT)
                            .format(made));
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
