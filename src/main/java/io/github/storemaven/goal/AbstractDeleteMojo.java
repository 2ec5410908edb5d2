package io.github.storemaven.goal;

import io.github.storemaven.service.Product;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.Deletion;
import io.github.storemaven.submission.ProductSelector;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Deletes the one product that is named; what is not there needs no deleting, so that a command can be repeated. */
abstract class AbstractDeleteMojo extends AbstractProductMojo {
    AbstractDeleteMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    abstract void check(ProductSelector choice, ConfigurationProblems problems);

    @Override
    final void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        needNetwork();
        ConfigurationProblems problems = new ConfigurationProblems();
        ProductSelector choice = product();
        check(choice, problems);
        if (choice.isAddon() || choice.isFlight()) {
            checkProduct(problems);
        }
        change(problems, this::delete);
    }

    private void delete(Connection connection) throws MojoFailureException, IOException, InterruptedException {
        ProductSelector choice = product();
        Optional<Product> product = answered(() -> choice.find(connection.service()));
        Deletion deletion =
                new Deletion(connection.service(), connection.access().time());
        if (product.isPresent() && answered(() -> deletion.delete(product.get()))) {
            getLog().info("Deleted " + choice.named());
        } else {
            getLog().warn("There is no " + choice.named() + "; nothing was deleted");
        }
    }
}
