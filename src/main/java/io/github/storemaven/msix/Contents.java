package io.github.storemaven.msix;

import java.util.List;
import java.util.Optional;

/** What a package or a bundle holds, wherever it lies; the components are those of {@link PackageFacts}. */
record Contents(Identity identity, Optional<Bundle> bundle, List<Manifest> manifests) {
    static Contents ofPackage(Manifest manifest) {
        return new Contents(manifest.identity(), Optional.empty(), List.of(manifest));
    }
}
