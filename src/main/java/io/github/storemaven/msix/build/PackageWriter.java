package io.github.storemaven.msix.build;

import io.github.storemaven.msix.PartName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes an .msix as a stream, the same bytes for the same parts: reference of packages, sections 1, 2 and 7. It is
 * written beside its place and moved there when it is whole. The Store signs it.
 */
public final class PackageWriter {
    /** The time of all entries where the build has none. */
    public static final Instant FIRST_TIME = Instant.parse("1980-01-01T00:00:00Z");

    private PackageWriter() {}

    /** Writes a package whose entries have the first time that a ZIP can tell. */
    public static void write(List<PackagePart> parts, Path target) throws IOException {
        write(parts, target, FIRST_TIME);
    }

    /**
     * Writes a package.
     *
     * @param parts in any order, the manifest among them; block map and content types are made here
     * @param time of all entries
     * @throws IllegalArgumentException when a name cannot be that of a file of a package, or the manifest is not there
     * @throws IOException when a file cannot be read or the package not be written, for example because it is open
     */
    public static void write(List<PackagePart> parts, Path target, Instant time) throws IOException {
        write(parts, target, time, Runtime.getRuntime().availableProcessors());
    }

    static void write(List<PackagePart> parts, Path target, Instant time, int parallelism) throws IOException {
        List<String> problems = PartName.problems(names(parts));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        List<PackagePart> payload = new ArrayList<>(parts);
        payload.removeIf(PackageWriter::isManifest);
        payload.sort(Comparator.comparing(part -> PartName.encode(part.name())));
        PackagePart manifest = parts.stream()
                .filter(PackageWriter::isManifest)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + PartName.MANIFEST));
        try (PackageArchive archive = new PackageArchive(target, time, parallelism)) {
            for (PackagePart part : payload) {
                archive.add(part);
            }
            archive.add(manifest);
            archive.finish(ContentTypes.ofPackage(names(payload)));
        }
    }

    private static boolean isManifest(PackagePart part) {
        return part.name().equals(PartName.MANIFEST);
    }

    private static List<String> names(List<PackagePart> parts) {
        return parts.stream().map(PackagePart::name).toList();
    }
}
