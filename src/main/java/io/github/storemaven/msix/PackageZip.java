package io.github.storemaven.msix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One app package: a ZIP with {@code AppxManifest.xml} and {@code AppxBlockMap.xml} in its root. */
final class PackageZip {
    /** In bytes; real manifests have some kilobytes. */
    static final int LARGEST_MANIFEST = 16 * 1024 * 1024;

    private static final String MANIFEST = "AppxManifest.xml";
    private static final String BLOCK_MAP = "AppxBlockMap.xml";
    private static final int MOST_NAMES = 10;
    private static final int BEGINNING = 64 * 1024;

    private final ZipContent zip;
    private final List<String> namesNotAnsi = new ArrayList<>();
    private ZipPart manifest;
    private ZipPart blockMap;
    private String nearMiss = "";

    private PackageZip(ZipContent zip) {
        this.zip = zip;
    }

    static Manifest read(ZipContent zip) throws IOException {
        PackageZip reading = new PackageZip(zip);
        ZipDirectory.walk(zip.zip(), reading::visit);
        return reading.manifest();
    }

    private void visit(ZipPart part) throws DamagedPackage {
        if (part.name().equalsIgnoreCase(MANIFEST)) {
            manifest = once(manifest, part);
        } else if (part.name().equalsIgnoreCase(BLOCK_MAP)) {
            blockMap = once(blockMap, part);
        } else if (part.name().endsWith("/" + MANIFEST) || part.name().equals(BundleZip.MANIFEST)) {
            nearMiss = part.name();
        }
        if (namesNotAnsi.size() < MOST_NAMES && !AnsiNames.allow(part.name())) {
            namesNotAnsi.add(part.name());
        }
    }

    private ZipPart once(ZipPart before, ZipPart part) throws DamagedPackage {
        if (before != null) {
            throw new DamagedPackage(zip.zip().place(), "has " + part.name() + " twice", "make the package again");
        }
        return part;
    }

    private Manifest manifest() throws IOException {
        String place = zip.zip().place();
        if (manifest == null) {
            throw new DamagedPackage(place, "has no " + MANIFEST + " in its root", remedy());
        }
        byte[] xml = zip.readWhole(manifest, LARGEST_MANIFEST);
        return ManifestReader.read(place + " > " + manifest.name(), xml, blockMapHash(), List.copyOf(namesNotAnsi));
    }

    private String remedy() {
        if (nearMiss.equals(BundleZip.MANIFEST)) {
            return "it is a bundle, so name it .msixbundle";
        }
        return nearMiss.isEmpty()
                ? "make it with makeappx or the like"
                : "it has " + nearMiss + ", so pack that folder's content and not the folder";
    }

    /** From the block map's first element; the rest of a large package's is megabytes. */
    private Optional<String> blockMapHash() throws IOException {
        if (blockMap == null) {
            return Optional.empty();
        }
        try (Bytes content = zip.open(blockMap)) {
            byte[] beginning = content.read(0, (int) Math.min(BEGINNING, content.size()));
            return Optional.ofNullable(
                    XmlWalk.rootAttributes(content.place(), beginning).get("HashMethod"));
        }
    }
}
