package io.github.storemaven.goal;

import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals have that know MSI and EXE products beside apps, flights and add-ons. */
abstract class AbstractInstallerMojo extends AbstractProductMojo {
    /**
     * The seller account's number, for MSI and EXE products; by default {@code <sellerId>} in the configuration of the server.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.sellerId")
    String sellerId;

    /**
     * Root of the service for MSI and EXE products; plain http for loopback addresses only.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.installerServiceUrl", defaultValue = "https://api.store.microsoft.com")
    String installerServiceUrl;

    AbstractInstallerMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }
}
