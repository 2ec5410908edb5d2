package io.github.storemaven.msix;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a file for the Store holds, and how the Store will show it: listing rules, section 6.4.
 *
 * @param file as it was given
 * @param kind by the file's extension
 * @param identity of the package or bundle; for an upload container, of the first one inside it
 * @param bundle whether the identity is that of a bundle
 * @param manifests one of a package, the inner ones of a bundle
 * @param uploadContents the names of the packages and bundles in an upload container (PKG-03: exactly one), else empty
 * @param missingPackages the names of packages that the bundle's manifest lists and that are not in it
 */
public record PackageFacts(
        Path file,
        PackageKind kind,
        Identity identity,
        boolean bundle,
        List<Manifest> manifests,
        List<String> uploadContents,
        List<String> missingPackages) {

    /** What the Store writes when a package names no device family, as those for Windows 8 do. */
    private static final List<String> EARLIER_SYSTEMS = List.of("None");

    /** The architecture as the Store shows it: {@code Neutral} for a bundle, else as written. */
    public String storeArchitecture() {
        return bundle ? "Neutral" : identity.architecture();
    }

    /** The distinct languages over all manifests, in lower case, sorted. */
    public List<String> languages() {
        return manifests.stream()
                .flatMap(manifest -> manifest.languages().stream())
                .map(language -> language.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    /** The distinct names of the capabilities, those for devices not among them, in order. */
    public List<String> capabilities() {
        return manifests.stream()
                .flatMap(manifest -> manifest.capabilities().stream())
                .filter(capability -> capability.kind() != Capability.Kind.DEVICE)
                .map(Capability::name)
                .distinct()
                .toList();
    }

    /** The distinct device families over all manifests, in order. */
    public List<TargetDeviceFamily> families() {
        return manifests.stream()
                .flatMap(manifest -> manifest.families().stream())
                .distinct()
                .toList();
    }

    /** The device families as the Store writes them. */
    public List<String> targetDeviceFamilies() {
        List<String> texts = families().stream()
                .map(TargetDeviceFamily::storeText)
                .distinct()
                .toList();
        return texts.isEmpty() ? EARLIER_SYSTEMS : texts;
    }

    /** Whether this is the package that the Store lists with this version and architecture: design, section 3. */
    public boolean isSame(String version, String architecture) {
        return identity.version().text().equals(version) && storeArchitecture().equalsIgnoreCase(architecture);
    }
}
