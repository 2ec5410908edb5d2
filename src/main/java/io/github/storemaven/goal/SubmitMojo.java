package io.github.storemaven.goal;

import io.github.storemaven.service.Product;
import io.github.storemaven.submission.OnPending;
import io.github.storemaven.submission.ReleaseOptions;
import io.github.storemaven.submission.WaitFor;
import io.github.storemaven.submission.Wanted;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Publishes a submission of an app, or of a flight or an add-on when one is named: creates it, updates it, uploads its files, commits it and waits.
 *
 * @since 0.1.0
 */
@Mojo(name = "submit", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class SubmitMojo extends AbstractServiceMojo {
    /**
     * A JSON merge patch (RFC 7396) on the document that the Store hands out; a whole document works too. By default
     * {@code src/store/submission.json} if it exists.
     */
    @Parameter(property = "store.submissionFile")
    File submissionFile;

    /** Packages to release, as files or globs relative to the project; by default they are looked for. */
    @Parameter(property = "store.packages")
    List<String> packages;

    /** What becomes of the packages of the last submission: {@code replace}, {@code add} or {@code keep}. */
    @Parameter(property = "store.packageMode", defaultValue = "replace")
    String packageMode;

    /** When a submission is pending already: {@code replace}, {@code resume} or {@code fail}. */
    @Parameter(property = "store.onPending", defaultValue = "replace")
    String onPending;

    /** Whether to commit; {@code false} leaves a draft. */
    @Parameter(property = "store.commit", defaultValue = "true")
    boolean commit;

    /** How far to wait: {@code none}, {@code commit}, {@code certification} or {@code publication}. */
    @Parameter(property = "store.waitFor", defaultValue = "commit")
    String waitFor;

    /** Limit of the wait as in ISO 8601; by default {@code PT1H} for commit, {@code P7D} beyond. */
    @Parameter(property = "store.timeout")
    String timeout;

    /** Whether a {@code -SNAPSHOT} project is released too. */
    @Parameter(property = "store.snapshots", defaultValue = "false")
    boolean snapshots;

    /** A ready ZIP, uploaded as it is, for those who build it themselves. */
    @Parameter(property = "store.archive")
    File archive;

    /** Notes for the testers; apps and flights. */
    @Parameter(property = "store.notesForCertification")
    String notesForCertification;

    /** When it is published: {@code Immediate}, {@code Manual} or {@code SpecificDate}. */
    @Parameter(property = "store.targetPublishMode")
    String targetPublishMode;

    /** The date for {@code SpecificDate}, as in ISO 8601. */
    @Parameter(property = "store.targetPublishDate")
    String targetPublishDate;

    /** Who finds it: {@code Public}, {@code Private} or {@code Hidden}; apps and add-ons. */
    @Parameter(property = "store.visibility")
    String visibility;

    /** Per cent of the customers who get the new packages; 100 means no gradual rollout. Apps and flights. */
    @Parameter(property = "store.rolloutPercentage")
    String rolloutPercentage;

    @Inject
    public SubmitMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        if (isUnwantedSnapshot()) {
            getLog().info("Skipping the release of a snapshot (" + project.getVersion()
                    + "); -Dstore.snapshots=true releases it all the same");
            return;
        }
        needNetwork();
        Problems problems = new Problems();
        ProductChoice product = new ProductChoice(this);
        product.check(problems);
        ReleaseOptions options = options(problems);
        Wanted wanted = new WantedSearch(this, problems).find(product);
        Connection connection = connect(problems);
        Product found = answered(() -> product.require(connection.service()));
        new ReleaseRun(this, connection).run(wanted.of(found), options);
    }

    private boolean isUnwantedSnapshot() {
        return hasProject()
                && !snapshots
                && !rehearse
                && !new ProductChoice(this).isFlight()
                && project.getArtifact().isSnapshot();
    }

    private ReleaseOptions options(Problems problems) {
        Choice choice = new Choice(problems);
        WaitFor goal = choice.of(WaitFor.class, waitFor, "waitFor");
        Duration usual = goal.compareTo(WaitFor.COMMIT) > 0 ? Duration.ofDays(7) : Duration.ofHours(1);
        return new ReleaseOptions(
                choice.of(OnPending.class, onPending, "onPending"),
                commit,
                goal,
                choice.duration(timeout, "timeout").orElse(usual),
                output().resolve("draft.json"));
    }
}
