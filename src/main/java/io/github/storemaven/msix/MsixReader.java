package io.github.storemaven.msix;

import io.github.storemaven.zip.ByteSource;
import io.github.storemaven.zip.ZipDirectory;
import io.github.storemaven.zip.ZipDirectory.Entry;
import io.github.storemaven.zip.ZipReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one app package: a ZIP with {@code AppxManifest.xml} and {@code AppxBlockMap.xml} in its root. First its list of
 * contents is read, then what is in it, forward through the file: in a container that is compressed a step back means
 * to unpack it from its beginning.
 */
final class MsixReader {
    /** In bytes; real manifests have some kilobytes. */
    static final int MAX_MANIFEST = 1024 * 1024;

    private static final int MAX_BLOCK_MAP = 8 * 1024 * 1024;

    /** What no block map lists, and what no type needs. */
    private static final Set<String> NOT_LISTED =
            Set.of("appxblockmap.xml", "[content_types].xml", "appxsignature.p7x", "appxmetadata/codeintegrity.cat");

    private final ZipReader zip;
    private final MemoryLimit limit;
    private final List<Entry> entries = new ArrayList<>();
    private final PackageFiles files = new PackageFiles();
    private final Map<String, BlockMap.Part> listed = new HashMap<>();
    private final NameList unsupportedNames = new NameList();
    private Entry manifest;
    private Entry blockMap;
    private String misplacedManifest = "";
    private String innerPackage = "";

    private MsixReader(ZipReader zip, MemoryLimit limit) {
        this.zip = zip;
        this.limit = limit;
    }

    /** Reads the list of contents. */
    static MsixReader open(ZipReader zip, MemoryLimit limit) throws IOException {
        MsixReader reader = new MsixReader(zip, limit);
        ZipDirectory directory = zip.directory();
        for (Optional<Entry> next = directory.next(); next.isPresent(); next = directory.next()) {
            reader.add(next.get());
        }
        reader.entries.sort(Comparator.comparingLong(Entry::start));
        if (reader.manifest == null) {
            throw new InvalidPackageException(
                    zip.place(), "has no " + PartName.MANIFEST + " in its root", reader.remedyWithoutManifest());
        }
        return reader;
    }

    private void add(Entry entry) throws InvalidPackageException {
        limit.keep(1);
        String name = entry.name();
        if (name.equalsIgnoreCase(PartName.MANIFEST)) {
            manifest = requireSingle(manifest, entry);
        } else if (name.equalsIgnoreCase(PartName.BLOCK_MAP)) {
            blockMap = requireSingle(blockMap, entry);
        } else if (name.endsWith("/" + PartName.MANIFEST) || name.equals(PartName.BUNDLE_MANIFEST)) {
            misplacedManifest = name;
        } else if (PackageKind.ofName(name).isPresent()) {
            innerPackage = name;
        }
        entries.add(entry);
        if (!PartName.isSupported(name)) {
            unsupportedNames.add(name);
        }
        files.add(PartName.decode(name));
    }

    private Entry requireSingle(Entry before, Entry entry) throws InvalidPackageException {
        if (before != null) {
            throw new InvalidPackageException(zip.place(), "has " + entry.name() + " twice", "make the package again");
        }
        return entry;
    }

    private String remedyWithoutManifest() {
        if (misplacedManifest.equals(PartName.BUNDLE_MANIFEST)) {
            return "it is a bundle, so name it .msixbundle";
        }
        if (!innerPackage.isEmpty()) {
            return "it contains " + NameList.cut(innerPackage) + ", so unpack it and send that";
        }
        return misplacedManifest.isEmpty()
                ? "make it with makeappx or the like"
                : "it has " + NameList.cut(misplacedManifest) + ", so pack that folder's content and not the folder";
    }

    /** Reads what is in the package. */
    AppxManifest manifest() throws IOException {
        byte[] xml = new byte[0];
        PackageForm.Inspection inspection = new PackageForm.Inspection(zip);
        for (Entry entry : entries) {
            list(entry, inspection.inspect(entry).size());
            if (entry.equals(manifest)) {
                xml = readManifest(zip, entry, limit);
            } else if (!entry.equals(blockMap)) {
                readProgram(entry);
            }
        }
        PackageForm form = inspection.form(entries, limit);
        String place = zip.placeOf(manifest.name());
        XmlElement root = XmlWalker.tree(place, xml, limit);
        return AppxManifest.of(place, root, files, blockMap(xml), form, unsupportedNames);
    }

    /** Remembers a file that the block map has to list. */
    private void list(Entry entry, int headerSize) {
        String name = PartName.decode(entry.name());
        String key = PartName.key(name);
        if (!NOT_LISTED.contains(key)) {
            listed.put(key, new BlockMap.Part(name, entry, headerSize));
        }
    }

    private void readProgram(Entry entry) throws IOException {
        try (ByteSource content = zip.openBeginning(entry)) {
            Optional<PeHeader> program = PeHeader.of(content);
            program.ifPresent(header -> files.add(PartName.decode(entry.name()), header));
        }
    }

    private Optional<BlockMap> blockMap(byte[] xml) throws IOException {
        return blockMap == null
                ? Optional.empty()
                : Optional.of(readBlockMap(zip, blockMap, listed, Map.entry(PartName.key(PartName.MANIFEST), xml)));
    }

    /** The bytes of a package's or a bundle's manifest. */
    static byte[] readManifest(ZipReader zip, Entry manifest, MemoryLimit limit) throws IOException {
        limit.keepManifest(Math.min(manifest.size(), MAX_MANIFEST));
        return zip.readWhole(manifest, MAX_MANIFEST);
    }

    /** Holds a block map against the files that it has to list. */
    static BlockMap readBlockMap(
            ZipReader zip, Entry map, Map<String, BlockMap.Part> listed, Map.Entry<String, byte[]> manifest)
            throws IOException {
        try (ByteSource content = openBlockMap(zip, map)) {
            return BlockMap.read(content, listed, manifest);
        }
    }

    /** The block map of a package, whose size the size of the whole allows. */
    static ByteSource openBlockMap(ZipReader zip, Entry map) throws IOException {
        if (map.size() > MAX_BLOCK_MAP + zip.size() / 100) {
            throw new InvalidPackageException(
                    zip.placeOf(map.name()), "is larger than any real one", "make the package again");
        }
        return zip.open(map);
    }
}
