package io.github.storemaven.goal;

import io.github.storemaven.service.Product;
import io.github.storemaven.submission.Cancellation;
import io.github.storemaven.submission.ConfigurationProblems;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Deletes the pending submission of an app, a flight or an add-on where the API may: drafts made by API, and what has failed.
 *
 * @since 0.1.0
 */
@Mojo(name = "cancel", requiresProject = false, threadSafe = true)
public final class CancelMojo extends AbstractProductMojo {
    private static final String RESULT = "cancel.json";

    @Inject
    public CancelMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        needNetwork();
        forgetResult(RESULT);
        ConfigurationProblems problems = new ConfigurationProblems();
        checkProduct(problems);
        change(problems, connection -> {
            Product product = answered(() -> product().require(connection.service()));
            Cancellation cancellation = new Cancellation(
                    connection.service(), connection.access().time(), log(), output().resolve("draft.json"));
            Cancellation.Result result = answered(() -> cancellation.cancel(product));
            writeResult(RESULT, result.json());
        });
    }
}
