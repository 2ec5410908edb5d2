package io.github.storemaven.installer;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.testing.FuzzFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The files of an MSI or EXE product: its packages, and its properties and availability. */
public final class InstallerFilesFuzz {
    private InstallerFilesFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Path file = FuzzFile.of("installer/installers.json", input);
            InstallerRequestReader reader = new InstallerRequestReader(
                    file.getParent(),
                    TextSource.asWritten(),
                    TextSource.asWritten(),
                    new FindingCollector(),
                    notice -> {});
            InstallerRequest request =
                    reader.read(Optional.of(file), Optional.of(file), file.resolveSibling("nothing"));
            request.digest();
            request.listingDocument();
        } catch (IOException expected) {
            // Not readable at all.
        }
    }
}
