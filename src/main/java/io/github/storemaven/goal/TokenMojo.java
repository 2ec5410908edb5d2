package io.github.storemaven.goal;

import io.github.storemaven.credential.AccessToken;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.text.ForeignText;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Obtains an access token, reports whose it is and until when, and asks the Store for the account's apps with it. The
 * token itself is shown nowhere.
 *
 * @since 0.1.0
 */
@Mojo(name = "token", requiresProject = false, threadSafe = true)
public final class TokenMojo extends AbstractServiceMojo {
    /**
     * File to write the token to; only its owner can read it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.tokenFile")
    File tokenFile;

    @Inject
    public TokenMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        needNetwork();
        ConfigurationProblems problems = new ConfigurationProblems();
        Connection connection = connect(problems);
        AccessToken token = answered(connection::token);
        getLog().info("Tenant   " + token.tenantId());
        getLog().info("Client   " + token.clientId() + " (" + connection.source() + ")");
        getLog().info("Audience " + token.audience());
        getLog().info("Expiry   " + token.expiry().truncatedTo(ChronoUnit.SECONDS) + ", "
                + Math.max(0, Duration.between(time.instant(), token.expiry()).toMinutes()) + " minutes from now");
        if (tokenFile != null) {
            OwnerOnlyFile.write(tokenFile.toPath(), token.value());
            getLog().info("The token is in " + tokenFile + ", which only its owner can read");
        }
        reportApps(connection.service());
    }

    private void reportApps(StoreClient service) throws MojoFailureException, IOException, InterruptedException {
        List<ProductResource> apps = answered(service::someApplications);
        if (apps.isEmpty()) {
            throw new MojoFailureException(
                    "The token is good, and the Store shows it no app. Add the Entra application to"
                            + " the Partner Center account that owns the apps, with the role Manager; an Entra directory that is"
                            + " associated with several accounts, or with another one, shows an empty list too");
        }
        getLog().info("The credentials work; "
                + (apps.size() < StoreClient.SOME ? "the account's apps: " : "some of the account's apps: ")
                + ForeignText.list(apps.stream().map(TokenMojo::words).toList()));
    }

    private static String words(ProductResource app) {
        String id = app.id().orElse("no id");
        return app.name().map(name -> name + " (" + id + ")").orElse(id);
    }
}
