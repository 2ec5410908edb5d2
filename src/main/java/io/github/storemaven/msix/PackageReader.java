package io.github.storemaven.msix;

import io.github.storemaven.zip.ByteSource;
import io.github.storemaven.zip.InvalidZipException;
import io.github.storemaven.zip.ZipDirectory;
import io.github.storemaven.zip.ZipDirectory.Entry;
import io.github.storemaven.zip.ZipReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads what is inside a package, bundle or upload container: listing rules, sections 6.1 and 6.4. Of a file of any
 * size only lists of contents and manifests are read; nothing is written to disk. Thread safe.
 */
public final class PackageReader {
    private static final int MAX_PACKAGES = 100;
    private static final String EXTENSIONS =
            "allowed are .msix, .msixbundle, .msixupload, .appx, .appxbundle and .appxupload";
    private static final String ONE_PACKAGE = "put exactly one package or bundle into it";

    /**
     * Reads one file.
     *
     * @param file with one of the six extensions of {@link PackageKind}
     * @throws InvalidPackageException when it is not what its extension promises, with what to do
     * @throws IOException when it cannot be read at all
     */
    public PackageInfo read(Path file) throws IOException {
        try {
            return info(file);
        } catch (InvalidPackageException fault) {
            throw fault.of(file);
        } catch (InvalidZipException damage) {
            throw InvalidPackageException.of(file, damage);
        }
    }

    private static PackageInfo info(Path file) throws IOException {
        PackageKind kind = kind(file);
        if (Files.isDirectory(file)) {
            throw new InvalidPackageException("", "is a folder", "pack it, with makeappx for example");
        }
        try (ZipReader zip = ZipReader.open(file)) {
            return kind == PackageKind.UPLOAD ? upload(file, zip) : contents(file, kind, zip);
        }
    }

    private static PackageInfo upload(Path file, ZipReader zip) throws IOException {
        List<Entry> packages = packages(zip);
        List<String> names = packages.stream().map(Entry::name).toList();
        try (ByteSource first = zip.open(packages.get(0))) {
            PackageKind kind = PackageKind.ofName(names.get(0)).orElseThrow();
            return contents(file, kind, zip.inner(first)).inUpload(names);
        }
    }

    private static PackageInfo contents(Path file, PackageKind kind, ZipReader zip) throws IOException {
        MemoryLimit limit = new MemoryLimit();
        return kind == PackageKind.BUNDLE
                ? BundleReader.read(file, zip, limit)
                : PackageInfo.ofPackage(file, MsixReader.open(zip, limit).manifest());
    }

    /**
     * The packages and bundles in an upload container, at least one; symbols and other files are passed over. Whether
     * there may be more than one is for a rule to decide (PKG-03).
     */
    private static List<Entry> packages(ZipReader zip) throws IOException {
        List<Entry> packages = new ArrayList<>();
        ZipDirectory directory = zip.directory();
        for (Optional<Entry> next = directory.next(); next.isPresent(); next = directory.next()) {
            PackageKind kind = PackageKind.ofName(next.get().name()).orElse(null);
            if (kind == PackageKind.UPLOAD) {
                throw unfit(zip, "has another upload container inside");
            }
            if (kind != null) {
                packages.add(next.get());
            }
            if (packages.size() > MAX_PACKAGES) {
                throw unfit(zip, "has more than " + MAX_PACKAGES + " packages inside");
            }
        }
        if (packages.isEmpty()) {
            throw unfit(zip, "has no package and no bundle inside");
        }
        return packages;
    }

    private static InvalidPackageException unfit(ZipReader upload, String fault) {
        return new InvalidPackageException(upload.place(), fault, ONE_PACKAGE);
    }

    private static PackageKind kind(Path file) throws InvalidPackageException {
        String name = String.valueOf(file.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(".xap")) {
            throw new InvalidPackageException(
                    "", "is a Windows Phone package, which the Store no longer takes", EXTENSIONS);
        }
        return PackageKind.ofName(name)
                .orElseThrow(() -> new InvalidPackageException("", "is not a package by its extension", EXTENSIONS));
    }
}
