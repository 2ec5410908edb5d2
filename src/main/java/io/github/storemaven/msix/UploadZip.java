package io.github.storemaven.msix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An upload container: a ZIP with a package or bundle, and often symbols, which are left alone. */
final class UploadZip {
    private static final int MOST_PACKAGES = 100;
    private static final String REMEDY = "put exactly one package or bundle into it";

    private UploadZip() {}

    /** The packages and bundles in it, at least one; whether there may be more is a rule's business (PKG-03). */
    static List<ZipPart> packages(Bytes zip) throws IOException {
        List<ZipPart> packages = new ArrayList<>();
        ZipDirectory.walk(zip, part -> {
            PackageKind kind = PackageKind.ofName(part.name()).orElse(null);
            if (kind == PackageKind.UPLOAD) {
                throw new DamagedPackage(zip.place(), "has another upload container inside", REMEDY);
            }
            if (kind != null) {
                packages.add(part);
            }
            if (packages.size() > MOST_PACKAGES) {
                throw new DamagedPackage(zip.place(), "has more than " + MOST_PACKAGES + " packages inside", REMEDY);
            }
        });
        if (packages.isEmpty()) {
            throw new DamagedPackage(zip.place(), "has no package and no bundle inside", REMEDY);
        }
        return packages;
    }
}
