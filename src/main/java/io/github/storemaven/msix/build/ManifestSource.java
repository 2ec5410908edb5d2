package io.github.storemaven.msix.build;

import java.util.Set;
import java.util.function.Consumer;

/** Where the manifest of a package comes from: it is written from settings, or it is the user's own. */
public sealed interface ManifestSource permits ManifestSettings, ManifestTemplate {
    /** The file that messages about the manifest name. */
    String place();

    /** Whether it names a logo for the app's files. */
    boolean hasFileLogo();

    /**
     * The manifest of an image.
     *
     * @param files that the package has besides those of the image
     * @param problems takes what does not fit the image, a sentence each
     */
    byte[] manifest(AppImage image, Set<String> files, Consumer<String> problems);
}
