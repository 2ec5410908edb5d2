package io.github.storemaven.msix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One app package: a ZIP with {@code AppxManifest.xml} and {@code AppxBlockMap.xml} in its root. First its list of
 * contents is read, then what is in it, forward through the file: in a container that is compressed a step back means
 * to unpack it from its beginning.
 */
final class PackageZip {
    /** In bytes; real manifests have some kilobytes. */
    static final int LARGEST_MANIFEST = 1024 * 1024;

    private static final int LARGEST_BLOCK_MAP = 8 * 1024 * 1024;
    private static final String MANIFEST = "AppxManifest.xml";
    static final String BLOCK_MAP = "AppxBlockMap.xml";

    /** What no block map lists, and what no type needs. */
    private static final Set<String> NOT_LISTED =
            Set.of("appxblockmap.xml", "[content_types].xml", "appxsignature.p7x", "appxmetadata/codeintegrity.cat");

    private final ZipContent zip;
    private final List<ZipPart> parts = new ArrayList<>();
    private final PackageFiles files = new PackageFiles();
    private final Map<String, BlockMap.Part> listed = new HashMap<>();
    private final NameList namesNotAnsi = new NameList();
    private ZipPart manifest;
    private ZipPart blockMap;
    private String nearMiss = "";
    private String inner = "";

    private PackageZip(ZipContent zip) {
        this.zip = zip;
    }

    /** Reads the list of contents. */
    static PackageZip open(ZipContent zip) throws IOException {
        PackageZip reading = new PackageZip(zip);
        ZipDirectory.walk(zip.zip(), reading::visit);
        reading.parts.sort(Comparator.comparingLong(ZipPart::start));
        if (reading.manifest == null) {
            throw new DamagedPackage(zip.zip().place(), "has no " + MANIFEST + " in its root", reading.remedy());
        }
        return reading;
    }

    private void visit(ZipPart part) throws DamagedPackage {
        zip.allowance().keep(1);
        String name = part.name();
        if (name.equalsIgnoreCase(MANIFEST)) {
            manifest = once(manifest, part);
        } else if (name.equalsIgnoreCase(BLOCK_MAP)) {
            blockMap = once(blockMap, part);
        } else if (name.endsWith("/" + MANIFEST) || name.equals(BundleZip.MANIFEST)) {
            nearMiss = name;
        } else if (PackageKind.ofName(name).isPresent()) {
            inner = name;
        }
        parts.add(part);
        if (!AnsiNames.allow(name)) {
            namesNotAnsi.add(name);
        }
        files.add(AnsiNames.decode(name));
    }

    private ZipPart once(ZipPart before, ZipPart part) throws DamagedPackage {
        if (before != null) {
            throw new DamagedPackage(zip.zip().place(), "has " + part.name() + " twice", "make the package again");
        }
        return part;
    }

    /** Reads what is in the package. */
    Manifest manifest() throws IOException {
        byte[] xml = new byte[0];
        FormInspection inspection = new FormInspection(zip);
        for (ZipPart part : parts) {
            list(part, inspection.look(part).size());
            if (part.equals(manifest)) {
                zip.allowance().keepManifest((int) Math.min(part.size(), LARGEST_MANIFEST));
                xml = zip.readWhole(part, LARGEST_MANIFEST);
            } else if (!part.equals(blockMap)) {
                lookInside(part);
            }
        }
        PackageForm form = inspection.form(parts);
        String place = zip.zip().inside(manifest.name());
        XmlElement root = XmlWalker.tree(place, xml, zip.allowance());
        return Manifest.of(place, root, files, blockMap(xml), form, namesNotAnsi);
    }

    /** Remembers a file that the block map has to list. */
    private void list(ZipPart part, int headerSize) {
        String name = AnsiNames.decode(part.name());
        String key = PackageFiles.key(name);
        if (!NOT_LISTED.contains(key)) {
            listed.put(key, new BlockMap.Part(name, part, headerSize));
        }
    }

    private void lookInside(ZipPart part) throws IOException {
        try (Bytes content = zip.glance(part)) {
            Optional<PeHeader> program = PeHeader.of(content);
            program.ifPresent(header -> files.add(AnsiNames.decode(part.name()), header));
        }
    }

    private String remedy() {
        if (nearMiss.equals(BundleZip.MANIFEST)) {
            return "it is a bundle, so name it .msixbundle";
        }
        if (!inner.isEmpty()) {
            return "it holds " + NameList.cut(inner) + ", so unpack it and send that";
        }
        return nearMiss.isEmpty()
                ? "make it with makeappx or the like"
                : "it has " + NameList.cut(nearMiss) + ", so pack that folder's content and not the folder";
    }

    private Optional<BlockMap> blockMap(byte[] xml) throws IOException {
        return blockMap == null
                ? Optional.empty()
                : Optional.of(readBlockMap(zip, blockMap, listed, Map.entry(PackageFiles.key(MANIFEST), xml)));
    }

    /** Holds a block map, whose size the size of the whole allows, against the files that it has to list. */
    static BlockMap readBlockMap(
            ZipContent zip, ZipPart map, Map<String, BlockMap.Part> listed, Map.Entry<String, byte[]> manifest)
            throws IOException {
        try (Bytes content = zip.open(map)) {
            if (content.size() > LARGEST_BLOCK_MAP + zip.zip().size() / 100) {
                throw new DamagedPackage(content.place(), "is larger than any real one", "make the package again");
            }
            return BlockMap.read(content, listed, manifest);
        }
    }
}
