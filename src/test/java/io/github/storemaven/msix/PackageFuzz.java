package io.github.storemaven.msix;

import io.github.storemaven.testing.FuzzFile;
import java.io.IOException;
import java.util.List;

/** Packages, bundles and upload containers: ZIP, manifest, block map. */
public final class PackageFuzz {
    private static final List<String> NAMES = List.of("a.msix", "a.msixbundle", "a.msixupload");

    private PackageFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        for (String name : NAMES) {
            try {
                new PackageReader().read(FuzzFile.of(name, input));
            } catch (IOException expected) {
                // Refused with a message.
            }
        }
    }
}
