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
public record PackageInfo(
        Path file,
        PackageKind kind,
        PackageIdentity identity,
        Optional<Bundle> bundle,
        List<AppxManifest> manifests,
        List<String> uploadContents) {

    /** What one package is. */
    public static PackageInfo ofPackage(Path file, AppxManifest manifest) {
        return new PackageInfo(
                file, PackageKind.PACKAGE, manifest.identity(), Optional.empty(), List.of(manifest), List.of());
    }

    /** What a bundle is. */
    static PackageInfo ofBundle(Path file, PackageIdentity identity, Bundle bundle, List<AppxManifest> manifests) {
        return new PackageInfo(file, PackageKind.BUNDLE, identity, Optional.of(bundle), manifests, List.of());
    }

    /** What an upload container is, in which this is the first package or bundle. */
    PackageInfo inUpload(List<String> contents) {
        return new PackageInfo(file, PackageKind.UPLOAD, identity, bundle, manifests, contents);
    }

    /** Whether the identity is that of a bundle. */
    public boolean isBundle() {
        return bundle.isPresent();
    }

    /** The manifests of the packages that have an app, so not those of resources only. */
    public List<AppxManifest> apps() {
        return manifests.stream()
                .filter(manifest -> !manifest.isResourcePackage())
                .toList();
    }

    /** The architecture as the Store shows it: {@code Neutral} for a bundle, else as written. */
    public String storeArchitecture() {
        return isBundle() ? "Neutral" : identity.architecture();
    }
}
