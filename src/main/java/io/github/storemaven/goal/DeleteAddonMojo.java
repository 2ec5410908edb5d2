package io.github.storemaven.goal;

import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ProductSelector;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Deletes an add-on, by its Store ID or by its product id; the Store refuses one that was ever published.
 *
 * @since 0.1.0
 */
@Mojo(name = "delete-addon", requiresProject = false, threadSafe = true)
public final class DeleteAddonMojo extends AbstractDeleteMojo {
    @Inject
    public DeleteAddonMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void check(ProductSelector choice, ConfigurationProblems problems) {
        if (!choice.isAddon() || choice.isFlight()) {
            problems.add("Name the add-on to delete, and nothing else: store.addonId or store.addonProductId");
        }
    }
}
