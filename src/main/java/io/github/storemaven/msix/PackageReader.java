package io.github.storemaven.msix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads what is inside a package, bundle or upload container: listing rules, sections 6.1 and 6.4. Of a file of any
 * size only lists of contents and manifests are read; nothing is written to disk. Thread safe.
 */
public final class PackageReader {
    private static final String REMEDY =
            "allowed are .msix, .msixbundle, .msixupload, .appx, .appxbundle and .appxupload";

    /**
     * Reads the facts of one file.
     *
     * @param file with one of the six extensions of {@link PackageKind}
     * @throws UnreadablePackage when it is not what its extension says, with what to do
     * @throws IOException when it cannot be read at all
     */
    public PackageFacts read(Path file) throws UnreadablePackage, IOException {
        try {
            return facts(file);
        } catch (DamagedPackage damage) {
            throw new UnreadablePackage(file, damage);
        }
    }

    private static PackageFacts facts(Path file) throws IOException {
        PackageKind kind = kind(file);
        if (Files.isDirectory(file)) {
            throw new DamagedPackage("", "is a folder", "pack it, with makeappx for example");
        }
        try (FileBytes bytes = new FileBytes(file)) {
            ZipContent zip = new ZipContent(bytes, bytes.allowance());
            return kind == PackageKind.UPLOAD ? upload(file, zip) : facts(file, kind, contents(kind, zip), List.of());
        }
    }

    private static PackageFacts upload(Path file, ZipContent zip) throws IOException {
        List<ZipPart> packages = UploadZip.packages(zip.zip());
        List<String> names = packages.stream().map(ZipPart::name).toList();
        try (Bytes first = zip.open(packages.get(0))) {
            PackageKind kind = PackageKind.ofName(names.get(0)).orElseThrow();
            return facts(file, PackageKind.UPLOAD, contents(kind, zip.inner(first)), names);
        }
    }

    private static Contents contents(PackageKind kind, ZipContent zip) throws IOException {
        return kind == PackageKind.BUNDLE
                ? BundleZip.read(zip)
                : Contents.ofPackage(PackageZip.open(zip).manifest());
    }

    private static PackageFacts facts(Path file, PackageKind kind, Contents contents, List<String> uploadContents) {
        return new PackageFacts(
                file, kind, contents.identity(), contents.bundle(), contents.manifests(), uploadContents);
    }

    private static PackageKind kind(Path file) throws DamagedPackage {
        String name = name(file);
        if (name.toLowerCase(Locale.ROOT).endsWith(".xap")) {
            throw new DamagedPackage("", "is a Windows Phone package, which the Store takes no longer", REMEDY);
        }
        return PackageKind.ofName(name)
                .orElseThrow(() -> new DamagedPackage("", "is no package by its extension", REMEDY));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
