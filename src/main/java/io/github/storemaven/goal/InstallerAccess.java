package io.github.storemaven.goal;

import io.github.storemaven.emulator.installer.InstallerCatalog;
import io.github.storemaven.installer.InstallerClient;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.text.Guid;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How an MSI or EXE product is reached: its API has an address, an id and a seller of its own.
 *
 * @param service root of the service; empty in a rehearsal, where it is the embedded Store's
 * @param seller the seller account's number
 */
record InstallerAccess(Optional<URI> service, String seller, String productId) {
    /** Reads the parameters; what is wrong with them is a problem. */
    static InstallerAccess of(AbstractInstallerMojo mojo, ConfigurationProblems problems) {
        checkProductId(mojo, problems);
        URI service = new ParameterValues(problems).address(mojo.installerServiceUrl, "installerServiceUrl");
        return new InstallerAccess(
                mojo.rehearse ? Optional.empty() : Optional.of(service),
                mojo.rehearse ? InstallerCatalog.SELLER : seller(mojo, problems),
                ConfigurationProblems.given(mojo.productId).orElse(""));
    }

    private static void checkProductId(AbstractInstallerMojo mojo, ConfigurationProblems problems) {
        Optional<String> given = ConfigurationProblems.given(mojo.productId);
        if (given.isEmpty()) {
            problems.missing(
                    "productId",
                    "The GUID of the MSI or EXE product, which Partner Center shows on its overview page,",
                    mojo.meantFor("productId"));
        } else if (!Guid.is(given.get())) {
            problems.add("store.productId is \"" + given.get() + "\"; it is the GUID that Partner Center shows on the"
                    + " overview page of an MSI or EXE product. An app with a Store ID is published by store:submit");
        }
    }

    private static String seller(AbstractInstallerMojo mojo, ConfigurationProblems problems) {
        Optional<String> seller = ConfigurationProblems.given(mojo.sellerId)
                .or(() -> SettingsServer.sellerId(mojo.session.getSettings(), mojo.serverId));
        if (seller.isEmpty()) {
            problems.add(
                    "The seller id is missing, which the API for MSI and EXE products needs as well: write"
                            + " <sellerId>...</sellerId> into the <configuration> of the server \"" + mojo.serverId
                            + "\" in settings.xml, or \"-Dstore.sellerId=...\"; Partner Center shows it under Account settings");
        } else if (!seller.get().matches("\\d{1,19}")) {
            problems.add("store.sellerId is \"" + seller.get() + "\"; it is a number, which Partner Center shows under"
                    + " Account settings");
        }
        return seller.orElse("");
    }

    /**
     * Where this project keeps what it knows of the draft. A rehearsal has a record of its own, which ends with the draft of
     * its Store: with that of another draft it would take all that differs for the work of somebody else.
     *
     * @param named by a parameter
     */
    static Path record(AbstractInstallerMojo mojo, File named) throws IOException {
        if (!mojo.rehearse) {
            return named == null ? mojo.output().resolve("installer-draft.json") : named.toPath();
        }
        Path record = mojo.output().resolve("installer-draft-rehearsal.json");
        if (mojo.shared().isFirst("rehearsed drafts", record.toString())) {
            Files.deleteIfExists(record);
        }
        return record;
    }

    /** The product, by a connection to the Store. */
    InstallerClient client(Connection connection) {
        return connection.installers(service.orElse(connection.serviceUrl()), seller, productId);
    }
}
