package io.github.storemaven.listing;

import io.github.storemaven.testing.FuzzFile;
import java.io.IOException;
import java.nio.file.Path;

/** Texts, lists and an image of a store folder. */
public final class StoreFolderFuzz {
    private StoreFolderFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Path description = FuzzFile.of("store/listings/en-us/description.txt", input);
            FuzzFile.of("store/listings/en-us/keywords.txt", input);
            FuzzFile.of("store/listings/en-us/images/Screenshot/a.png", input);
            FuzzFile.of("store/listings/en-us/images/Screenshot/a.txt", input);
            Path folder = description.getParent().getParent().getParent();
            StoreFolder.readApp(folder, TextSource.asWritten(), problem -> {});
        } catch (IOException expected) {
            // Not readable at all.
        }
    }
}
