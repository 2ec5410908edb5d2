package io.github.storemaven.msix;

import io.github.storemaven.zip.ByteSource;
import io.github.storemaven.zip.InvalidZipException;
import io.github.storemaven.zip.ZipDirectory;
import io.github.storemaven.zip.ZipDirectory.Entry;
import io.github.storemaven.zip.ZipReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an update of one package is made of, by its block map: reference of packages, section 10.
 *
 * @param architecture of the package
 * @param hashMethod of all blocks
 * @param files the blocks of each file but the manifest, by {@link PartName#key}
 * @param always what every update downloads, in bytes: manifest and block map of the package and of its bundle
 * @param size of the package, with its bundle's own files, in bytes
 */
public record PackageBlocks(
        String architecture, String hashMethod, Map<String, List<Block>> files, long always, long size) {

    /**
     * A part of a file.
     *
     * @param hash as the map has it
     * @param bytes that are downloaded for it
     */
    public record Block(String hash, long bytes) {}

    /**
     * Reads the block maps of a package or of the packages in a bundle.
     *
     * @throws InvalidPackageException when the file is not what its extension promises, or has no block map
     * @throws IOException when it cannot be read at all
     */
    public static List<PackageBlocks> read(Path file) throws IOException {
        PackageInfo info = new PackageReader().read(file);
        try (ZipReader zip = ZipReader.open(file)) {
            return info.kind() == PackageKind.UPLOAD ? inUpload(zip, info) : contents(zip, info);
        } catch (InvalidPackageException fault) {
            throw fault.of(file);
        } catch (InvalidZipException damage) {
            throw InvalidPackageException.of(file, damage);
        }
    }

    private static List<PackageBlocks> inUpload(ZipReader zip, PackageInfo info) throws IOException {
        Entry first = entry(zip, info.uploadContents().get(0));
        try (ByteSource content = zip.open(first)) {
            return contents(zip.inner(content), info);
        }
    }

    private static List<PackageBlocks> contents(ZipReader zip, PackageInfo info) throws IOException {
        if (!info.isBundle()) {
            return List.of(of(zip, info.manifests().get(0), 0));
        }
        long always = entry(zip, PartName.BUNDLE_MANIFEST).packedSize()
                + entry(zip, PartName.BLOCK_MAP).packedSize();
        List<Entry> packages = entries(zip);
        packages.removeIf(entry -> PackageKind.ofName(entry.name()).isEmpty());
        packages.sort(Comparator.comparingLong(Entry::start));
        List<PackageBlocks> all = new ArrayList<>();
        for (int i = 0; i < packages.size(); i++) {
            try (ByteSource content = zip.open(packages.get(i))) {
                all.add(of(zip.inner(content), info.manifests().get(i), always));
            }
        }
        return all;
    }

    private static PackageBlocks of(ZipReader zip, AppxManifest manifest, long ofBundle) throws IOException {
        Entry map = entry(zip, PartName.BLOCK_MAP);
        BlockLists lists = new BlockLists();
        try (ByteSource xml = MsixReader.openBlockMap(zip, map)) {
            XmlWalker.walk(xml.place(), xml.stream(), lists);
        }
        lists.files.remove(PartName.key(PartName.MANIFEST));
        long always =
                ofBundle + map.packedSize() + entry(zip, PartName.MANIFEST).packedSize();
        return new PackageBlocks(
                manifest.identity().architecture(), lists.hashMethod, lists.files, always, zip.size() + ofBundle);
    }

    private static Entry entry(ZipReader zip, String name) throws IOException {
        return entries(zip).stream()
                .filter(entry -> entry.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidPackageException(zip.place(), "has no " + name, "make the package again"));
    }

    private static List<Entry> entries(ZipReader zip) throws IOException {
        List<Entry> entries = new ArrayList<>();
        ZipDirectory directory = zip.directory();
        for (Optional<Entry> next = directory.next(); next.isPresent(); next = directory.next()) {
            entries.add(next.get());
        }
        return entries;
    }

    /** Collects the blocks of a map, file by file. */
    private static final class BlockLists implements XmlWalker.Visitor {
        private final Map<String, List<Block>> files = new HashMap<>();
        private List<Block> file = new ArrayList<>();
        private String hashMethod = "";
        private long left;

        @Override
        public void begin(XmlElement element) {
            switch (element.name()) {
                case "BlockMap" -> hashMethod = element.attribute("HashMethod");
                case "File" -> {
                    file = files.computeIfAbsent(PartName.key(element.attribute("Name")), key -> new ArrayList<>());
                    left = Math.max(0, BlockMap.number(element.attribute("Size")));
                }
                case "Block" -> {
                    long packed = BlockMap.number(element.attribute("Size"));
                    file.add(new Block(
                            element.attribute("Hash"), packed >= 0 ? packed : Math.min(left, BlockMap.BLOCK_SIZE)));
                    left = Math.max(0, left - BlockMap.BLOCK_SIZE);
                }
                default -> {
                    // Later additions, such as the hash of a whole file.
                }
            }
        }
    }
}
