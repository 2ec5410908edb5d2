package io.github.storemaven.goal;

import io.github.storemaven.msix.build.AppImage;
import io.github.storemaven.submission.ConfigurationProblems;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;

/**
 * Makes an MSIX package, or a bundle of several, from jpackage's app images and attaches it; on any system, without the
 * Windows SDK.
 *
 * @since 0.1.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class PackageMojo extends AbstractStoreMojo {
    /** What a module that names it is not passed over for. */
    private static final Set<String> NAMES = Set.of("images");

    /**
     * App images of Windows, one an architecture; by default those of jpackage below the build directory, two levels deep.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.images")
    List<String> images;

    /**
     * The package's identity name, as Partner Center shows it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageIdentityName")
    String packageIdentityName;

    /**
     * The package's publisher, such as {@code CN=Example}, as Partner Center shows it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.publisher")
    String publisher;

    /**
     * The package's publisher display name, as Partner Center shows it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.publisherDisplayName")
    String publisherDisplayName;

    /**
     * The package family name that Partner Center shows, to be compared with the one that name and publisher give.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageFamilyName")
    String packageFamilyName;

    /**
     * The app's name; by default the project's name, else its artifactId.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.displayName")
    String displayName;

    /**
     * What the app is, in one line; by default the project's description, else the app's name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageDescription")
    String packageDescription;

    /**
     * The package's version, four numbers of which the last is 0; by default it follows from the project's version.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageVersion")
    String packageVersion;

    /**
     * The app's languages, the first is the default; by default the language folders of the store folder that have no {@code
     * title.txt}, else {@code en-us}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.languages")
    List<String> languages;

    /**
     * The folder with texts and images of the listing; by default {@code src/store}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.storeDirectory")
    File storeDirectory;

    /**
     * A square PNG, best of 1024 pixels, from which all logos are made; by default {@code src/store/icon.png}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.icon")
    File icon;

    /**
     * A folder of images made by hand, by their final names; by default {@code src/store/assets} if it exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.assets")
    File assets;

    /**
     * A manifest of one's own, in which expressions of the project and the package are replaced.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.manifestFile")
    File manifestFile;

    /**
     * The program that starts the app; by default the main launcher that jpackage remembers, else the only one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.launcher")
    String launcher;

    /**
     * The id of the application in the manifest; by default the letters and digits of the launcher's name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageApplicationId")
    String packageApplicationId;

    /**
     * The colour behind the logos, {@code #RRGGBB} or a name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.backgroundColor", defaultValue = "transparent")
    String backgroundColor;

    /**
     * When a bundle is made: {@code auto} (of several images) or {@code always}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.bundle", defaultValue = "auto")
    String bundle;

    /**
     * Capabilities besides {@code runFullTrust}, names without prefix.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.capabilities")
    List<String> capabilities;

    /**
     * The oldest Windows that the app runs on, four numbers.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.minimumWindows", defaultValue = "10.0.17763.0")
    String minimumWindows;

    /**
     * The newest Windows that the app was tested on, four numbers.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.testedWindows", defaultValue = "10.0.26100.0")
    String testedWindows;

    /**
     * Commands of the console: {@code demo.exe}, or {@code demo.exe=Other.exe} for another launcher of the image.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.aliases")
    List<String> aliases;

    /**
     * File types that the app opens: {@code .demo}, or {@code .demo=Demo file}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.fileTypes")
    List<String> fileTypes;

    /**
     * Protocols whose addresses the app opens: {@code demo-app}, or {@code demo-app=Demo link}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.protocols")
    List<String> protocols;

    /**
     * Whether the app may be started with Windows, once the user says so.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.startupTask", defaultValue = "false")
    boolean startupTask;

    /**
     * Folders below AppData whose writes are not virtualised, such as {@code $(KnownFolder:LocalAppData)\Example}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.excludedDirectories")
    List<String> excludedDirectories;

    /**
     * The package of the version before, a file or coordinates, to tell what an update from it downloads.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.previousPackage")
    String previousPackage;

    /**
     * Skips this goal, and no other.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.package.skip", defaultValue = "false")
    boolean skipPackage;

    private final MavenProjectHelper helper;
    private final RepositorySystem repositorySystem;

    @Inject
    public PackageMojo(MavenProjectHelper helper, RepositorySystem repositorySystem) {
        this.helper = helper;
        this.repositorySystem = repositorySystem;
    }

    @Override
    Optional<String> skippedBy() {
        return skipPackage ? Optional.of("store.package.skip") : super.skippedBy();
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, IOException {
        ConfigurationProblems problems = new ConfigurationProblems();
        PackageImages found = PackageImages.find(this, problems);
        ModuleSkip module = new ModuleSkip(this);
        if (module.skips(found.isEmpty() && !module.names(NAMES))) {
            return;
        }
        PackageSettingsReader reader = new PackageSettingsReader(this, problems);
        List<AppImage> all = found.read();
        PackageRun run = new PackageRun(this, reader.sources(all), reader.output(all), reader.identity());
        run.make(problems);
        run.attach(helper);
        run.report(new PreviousPackage(this, repositorySystem).find());
    }

    Path buildDirectory() {
        return Path.of(project.getBuild().getDirectory());
    }

    Path storeFolder() {
        return storeDirectory == null ? folder().resolve("src").resolve("store") : storeDirectory.toPath();
    }
}
