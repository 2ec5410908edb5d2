package io.github.storemaven.msix;

import io.github.storemaven.testing.FuzzFile;
import io.github.storemaven.testing.MsixBuilder;
import java.io.IOException;
import java.util.List;

/** The XML inside a package: its manifest, its block map, its content types. */
public final class ManifestFuzz {
    private static final List<String> PARTS = List.of("AppxManifest.xml", "AppxBlockMap.xml", "[Content_Types].xml");

    private ManifestFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        for (String part : PARTS) {
            try {
                byte[] content = MsixBuilder.app().replace(part, input).bytes();
                new PackageReader().read(FuzzFile.of("manifest.msix", content));
            } catch (IOException expected) {
                // Refused with a message.
            }
        }
    }
}
