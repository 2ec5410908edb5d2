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
     * App images of Windows, one for each architecture. Default: those of jpackage below the build directory, two levels
     * deep.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.images")
    List<String> images;

    /**
     * Identity name of the package, as Partner Center shows it under Product identity.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageIdentityName")
    String packageIdentityName;

    /**
     * Publisher of the package, such as CN=Example, as Partner Center shows it under Product identity.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.publisher")
    String publisher;

    /**
     * Publisher display name of the package, as Partner Center shows it under Product identity.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.publisherDisplayName")
    String publisherDisplayName;

    /**
     * Package family name that Partner Center shows under Product identity. It is compared with the one that name and
     * publisher give.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageFamilyName")
    String packageFamilyName;

    /**
     * Name of the app. Default: the project's name, else its artifactId.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.displayName")
    String displayName;

    /**
     * What the app is, in one line. Default: the project's description, else the app's name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageDescription")
    String packageDescription;

    /**
     * Version of the package: four numbers, the last is 0. Default: made from the project's version.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageVersion")
    String packageVersion;

    /**
     * Languages of the app, the first is its default language. Default: the language folders of the store folder that have
     * no title.txt, else en-us.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.languages")
    List<String> languages;

    /**
     * Folder with listing texts and images. Default: src/store.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.storeDirectory")
    File storeDirectory;

    /**
     * A square PNG, best with 1024 pixels a side, from which all logos are made. Default: src/store/icon.png.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.icon")
    File icon;

    /**
     * Folder of logos made by hand, with their final names. Default: src/store/assets, if it exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.assets")
    File assets;

    /**
     * A manifest of your own, in which expressions of the project and the package are replaced.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.manifestFile")
    File manifestFile;

    /**
     * Program that starts the app. Default: the main launcher that jpackage remembers, else the only one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.launcher")
    String launcher;

    /**
     * Id of the application in the manifest. Default: the letters and digits of the launcher's name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.packageApplicationId")
    String packageApplicationId;

    /**
     * Colour behind the logos: #RRGGBB, or a name such as transparent.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.backgroundColor", defaultValue = "transparent")
    String backgroundColor;

    /**
     * When a bundle is made: auto (from several images) or always.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.bundle", defaultValue = "auto")
    String bundle;

    /**
     * Capabilities of the app in addition to runFullTrust: names without prefix, such as microphone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.capabilities")
    List<String> capabilities;

    /**
     * Oldest Windows that the app runs on: four numbers, such as 10.0.17763.0.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.minimumWindows", defaultValue = "10.0.17763.0")
    String minimumWindows;

    /**
     * Newest Windows that the app was tested on: four numbers, such as 10.0.26100.0.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.testedWindows", defaultValue = "10.0.26100.0")
    String testedWindows;

    /**
     * Commands that start the app in a console: demo.exe, or demo.exe=Other.exe for another launcher of the image.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.aliases")
    List<String> aliases;

    /**
     * File types that the app opens: .demo, or .demo=Demo file to give them a name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.fileTypes")
    List<String> fileTypes;

    /**
     * Protocols whose addresses the app opens: demo-app, or demo-app=Demo link to give them a name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.protocols")
    List<String> protocols;

    /**
     * true: the app can start with Windows, once its user allows that.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.startupTask", defaultValue = "false")
    boolean startupTask;

    /**
     * Folders below AppData to which the app writes past Windows' virtualization, such as
     * $(KnownFolder:LocalAppData)\Example.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.excludedDirectories")
    List<String> excludedDirectories;

    /**
     * Package of the version before, a file or coordinates. The log then says how much an update from it downloads.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.previousPackage")
    String previousPackage;

    /**
     * true: skip store:package only. store.skip skips every goal of this plugin.
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
