package io.github.storemaven.goal;

import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ProductSelector;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Deletes a package flight, by its id or by its friendly name; the Store may take half an hour to do so.
 *
 * @since 0.1.0
 */
@Mojo(name = "delete-flight", requiresProject = false, threadSafe = true)
public final class DeleteFlightMojo extends AbstractDeleteMojo {
    @Inject
    public DeleteFlightMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void check(ProductSelector choice, ConfigurationProblems problems) {
        if (!choice.isFlight() || choice.isAddon()) {
            problems.add("Name the flight to delete, and nothing else: store.flightId or store.flightName");
        }
    }
}
