package io.github.storemaven.msix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A bundle: a ZIP with {@code AppxMetadata/AppxBundleManifest.xml} and packages, stored as they are. */
final class BundleZip {
    static final String MANIFEST = "AppxMetadata/AppxBundleManifest.xml";

    private static final int MOST_PACKAGES = 1000;

    private final ZipContent zip;
    private final List<ZipPart> packages = new ArrayList<>();
    private ZipPart manifest;

    private BundleZip(ZipContent zip) {
        this.zip = zip;
    }

    static Contents read(ZipContent zip) throws IOException {
        BundleZip reading = new BundleZip(zip);
        ZipDirectory.walk(zip.zip(), reading::visit);
        return reading.contents();
    }

    private void visit(ZipPart part) throws DamagedPackage {
        if (part.name().equalsIgnoreCase(MANIFEST)) {
            manifest = part;
            return;
        }
        PackageKind kind = PackageKind.ofName(part.name()).orElse(null);
        if (kind == PackageKind.PACKAGE) {
            packages.add(part);
        } else if (kind != null) {
            throw damaged("has " + part.name() + " inside, and a bundle holds packages alone", "bundle the packages");
        }
        if (packages.size() > MOST_PACKAGES) {
            throw damaged("has more than " + MOST_PACKAGES + " packages inside", "split the bundle");
        }
    }

    private Contents contents() throws IOException {
        if (manifest == null) {
            throw damaged("has no " + MANIFEST, "make it with makeappx bundle, or name it .msix if it is one package");
        }
        if (packages.isEmpty()) {
            throw damaged("has no package inside", "make it with makeappx bundle");
        }
        byte[] xml = zip.readWhole(manifest, PackageZip.LARGEST_MANIFEST);
        BundleManifest bundle = BundleManifest.read(zip.zip().place() + " > " + manifest.name(), xml);
        return new Contents(bundle.identity(), true, manifests(), missing(bundle));
    }

    /** Forward through the file, which matters where the bundle itself is compressed. */
    private List<Manifest> manifests() throws IOException {
        packages.sort(Comparator.comparingLong(ZipPart::start));
        List<Manifest> manifests = new ArrayList<>();
        for (ZipPart part : packages) {
            try (Bytes inner = zip.open(part)) {
                manifests.add(PackageZip.read(zip.inner(inner)));
            }
        }
        return List.copyOf(manifests);
    }

    private List<String> missing(BundleManifest bundle) {
        Set<String> there = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        packages.forEach(part -> there.add(AnsiNames.decode(part.name())));
        return bundle.packages().stream()
                .filter(name -> !there.contains(name.replace('\\', '/')))
                .toList();
    }

    private DamagedPackage damaged(String fault, String remedy) {
        return new DamagedPackage(zip.zip().place(), fault, remedy);
    }
}
