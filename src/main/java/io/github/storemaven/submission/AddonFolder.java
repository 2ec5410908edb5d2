package io.github.storemaven.submission;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of an add-on below {@code addons} of the store folder.
 *
 * @param productId that its developer gave it: the folder's name, or that of {@code addon.json}
 * @param productType of {@code addon.json}; only what has one may be created
 */
public record AddonFolder(Path path, String productId, Optional<String> productType) {
    /** Its name, as people see it. */
    public String name() {
        return "addons/" + path.getFileName();
    }
}
