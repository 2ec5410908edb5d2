package io.github.storemaven.goal;

import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals have that submit something else than one app, flight or add-on. */
abstract class AbstractSubmitMojo extends AbstractStoreFolderMojo {
    /**
     * false: stop before publishing, and leave a draft that somebody can look at in Partner Center.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.commit", defaultValue = "true")
    boolean commit;

    /**
     * When the goal ends: none (at once), commit (the Store has accepted it), certification (of add-ons only) or publication.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.waitFor", defaultValue = "commit")
    String waitFor;

    /**
     * Longest wait, such as PT30M or P2D. Default: 1 hour for commit, 7 days for certification and publication.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.timeout")
    String timeout;

    AbstractSubmitMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }
}
