package io.github.storemaven.emulator.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;

/** Reads packages, bundles and upload containers that lie in an uploaded ZIP. */
public final class PackageReader {
    private static final int LARGEST_MANIFEST = 8 * 1024 * 1024;
    private static final int DEEPEST = 3;

    private final Path folder;

    /** @param folder for the files that have to be unpacked meanwhile */
    public PackageReader(Path folder) {
        this.folder = folder;
    }

    /** The facts of the package in an entry. */
    public PackageFacts read(Archive archive, ZipEntry entry) throws IOException, ArchiveProblem {
        return unpacked(archive, entry, 0);
    }

    private PackageFacts unpacked(Archive outer, ZipEntry entry, int depth) throws IOException, ArchiveProblem {
        if (depth > DEEPEST) {
            throw unreadable(entry.getName());
        }
        Path file = Files.createTempFile(folder, "package-", ".tmp");
        try {
            String digest = outer.extract(entry, file);
            try (Archive archive = open(outer, file, entry.getName())) {
                return facts(archive, entry.getName(), depth).of(digest);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Archive open(Archive outer, Path file, String name) throws IOException, ArchiveProblem {
        try {
            return outer.inner(file);
        } catch (ArchiveProblem e) {
            throw unreadable(name);
        }
    }

    private PackageFacts facts(Archive archive, String name, int depth) throws IOException, ArchiveProblem {
        Optional<ZipEntry> bundle = archive.find("AppxMetadata/AppxBundleManifest.xml");
        if (bundle.isPresent()) {
            return bundle(archive, bundle.get(), depth);
        }
        Optional<ZipEntry> manifest = archive.find("AppxManifest.xml");
        if (manifest.isPresent()) {
            requireSha256(archive, name);
            return manifest(archive, manifest.get()).facts();
        }
        ZipEntry inner = archive.ending(".msixbundle", ".appxbundle")
                .or(() -> archive.ending(".msix", ".appx"))
                .orElseThrow(() -> unreadable(name));
        return unpacked(archive, inner, depth + 1);
    }

    /** The block map says at its start how it is made (reference 8.4). */
    private static void requireSha256(Archive archive, String name) throws IOException, ArchiveProblem {
        Optional<ZipEntry> map = archive.find("AppxBlockMap.xml");
        String start = map.isEmpty() ? "" : new String(archive.start(map.get(), 4096), StandardCharsets.UTF_8);
        if (start.contains("HashMethod=") && !start.contains("xmlenc#sha256")) {
            throw new ArchiveProblem(
                    "PackageValidationFailed", "The block map of " + name + " is not made with SHA2-256.");
        }
    }

    private PackageFacts bundle(Archive archive, ZipEntry entry, int depth) throws IOException, ArchiveProblem {
        Manifest manifest = manifest(archive, entry);
        Optional<ZipEntry> inner = manifest.firstApplication().flatMap(archive::find);
        return inner.isPresent() ? manifest.facts().with(unpacked(archive, inner.get(), depth + 1)) : manifest.facts();
    }

    private static Manifest manifest(Archive archive, ZipEntry entry) throws IOException, ArchiveProblem {
        return Manifest.read(archive.bytes(entry, LARGEST_MANIFEST));
    }

    private static ArchiveProblem unreadable(String name) {
        return new ArchiveProblem("PackageValidationFailed", "The package " + name + " cannot be read.");
    }
}
