package io.github.storemaven.goal;

import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals have that read and check the store folder. */
abstract class AbstractStoreFolderMojo extends AbstractInstallerMojo {
    /**
     * Folder with listing texts and images. Default: src/store.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.storeDirectory")
    File storeDirectory;

    /**
     * true: {@code ${...}} in the texts of the store folder is replaced by values of the project, and of nothing else.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.filtering", defaultValue = "false")
    boolean filtering;

    /**
     * true: a warning of a check fails the build too. Advice never does.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.failOnWarning", defaultValue = "false")
    boolean failOnWarning;

    /**
     * Numbers of rules whose errors are only warnings, for example CAP-03.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.warnOnly")
    List<String> warnOnly;

    /**
     * Which CI service is told of the run: {@code auto} (by the environment), {@code none}, {@code github}, {@code azure} or
     * {@code teamcity}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.ciReport", defaultValue = "auto")
    String ciReport;

    AbstractStoreFolderMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    final String ciReport() {
        return ciReport;
    }
}
