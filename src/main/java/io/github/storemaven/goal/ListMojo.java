package io.github.storemaven.goal;

import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ProductList;
import io.github.storemaven.submission.ReleaseRefusedException;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lists the account's apps; with an app its flights by rank and its add-ons.
 *
 * @since 0.1.0
 */
@Mojo(name = "list", requiresProject = false, threadSafe = true)
public final class ListMojo extends AbstractServiceMojo {
    private static final String RESULT = "list.json";

    @Inject
    public ListMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        needNetwork();
        forgetResult(RESULT);
        ConfigurationProblems problems = new ConfigurationProblems();
        checkGivenProduct(problems);
        ask(problems, connection -> {
            ProductList list = answered(() -> read(connection.service()));
            if (list.applications().isEmpty()) {
                getLog().warn("These credentials see no app; mvn store:token shows whose they are");
            } else {
                list.lines().forEach(getLog()::info);
            }
            writeResult(RESULT, list.json());
        });
    }

    private ProductList read(StoreClient store)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        Optional<String> application = ConfigurationProblems.given(applicationId);
        return application.isPresent()
                ? ProductList.of(store, new Product.Application(application.get()))
                : ProductList.ofAccount(store);
    }
}
