package io.github.storemaven.msix;

import java.util.List;

/** What a package or a bundle holds, wherever it lies; the components are those of {@link PackageFacts}. */
record Contents(Identity identity, boolean bundle, List<Manifest> manifests, List<String> missingPackages) {
    static Contents ofPackage(Manifest manifest) {
        return new Contents(manifest.identity(), false, List.of(manifest), List.of());
    }
}
