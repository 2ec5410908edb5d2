package io.github.storemaven.msix;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a file for the Store holds, and how the Store will show it: listing rules, section 6.4.
 *
 * @param file as it was given
 * @param kind by the file's extension
 * @param identity of the package or bundle; for an upload container, of the first one inside it
 * @param bundle what the bundle is besides its packages; empty for a package
 * @param manifests one of a package, the inner ones of a bundle
 * @param uploadContents the names of the packages and bundles in an upload container (PKG-03: exactly one), else empty
 */
public record PackageFacts(
        Path file,
        PackageKind kind,
        Identity identity,
        Optional<Bundle> bundle,
        List<Manifest> manifests,
        List<String> uploadContents) {

    /** Whether the identity is that of a bundle. */
    public boolean isBundle() {
        return bundle.isPresent();
    }

    /** The manifests of the packages that have an app, so not those of resources alone. */
    public List<Manifest> apps() {
        return manifests.stream()
                .filter(manifest -> !manifest.resourcePackage())
                .toList();
    }

    /** The architecture as the Store shows it: {@code Neutral} for a bundle, else as written. */
    public String storeArchitecture() {
        return isBundle() ? "Neutral" : identity.architecture();
    }
}
