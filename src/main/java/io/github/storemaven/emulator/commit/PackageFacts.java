package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.catalog.ProductResource;
import java.util.List;
import java.util.Locale;

/**
 * What the manifest of a package tells, and what its file is.
 *
 * @param name {@code Identity/@Name}
 * @param publisher {@code Identity/@Publisher}
 * @param resourceId {@code Identity/@ResourceId}, most often empty
 * @param version four parts
 * @param architecture as the service writes it, for example {@code x64} or {@code ARM}
 * @param languages as in the manifest
 * @param capabilities names
 * @param digest SHA-256 of the file, in hex
 * @param targetDeviceFamilies for example {@code Windows.Desktop min version 10.0.17763.0}
 */
public record PackageFacts(
        String name,
        String publisher,
        String resourceId,
        String version,
        String architecture,
        List<String> languages,
        List<String> capabilities,
        String digest,
        List<String> targetDeviceFamilies) {
    public PackageFacts {
        languages = List.copyOf(languages);
        capabilities = List.copyOf(capabilities);
        targetDeviceFamilies = List.copyOf(targetDeviceFamilies);
    }

    /** What Windows calls the package: one name, one content. */
    String fullName() {
        return String.join(
                "_",
                name,
                version,
                architecture.toLowerCase(Locale.ROOT),
                resourceId,
                ProductResource.publisherHash(publisher));
    }

    /** A bundle's facts, with what only the app package inside of it says. */
    PackageFacts with(PackageFacts inner) {
        return new PackageFacts(
                name,
                publisher,
                resourceId,
                version,
                architecture,
                languages.isEmpty() ? inner.languages : languages,
                inner.capabilities,
                digest,
                inner.targetDeviceFamilies);
    }

    /** The facts of a file; of a container those of the package inside of it. */
    PackageFacts of(String fileDigest) {
        return digest.isEmpty()
                ? new PackageFacts(
                        name,
                        publisher,
                        resourceId,
                        version,
                        architecture,
                        languages,
                        capabilities,
                        fileDigest,
                        targetDeviceFamilies)
                : this;
    }
}
