package io.github.storemaven.msix;

import io.github.storemaven.zip.ByteSource;
import io.github.storemaven.zip.ZipDirectory.Entry;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an {@code AppxBlockMap.xml} fits the files of its package. It is read once and not kept, since that of a large
 * package has megabytes.
 */
public final class BlockMap {
    static final int BLOCK_SIZE = 64 * 1024;

    private static final Map<String, String> METHODS = Map.of(
            "http://www.w3.org/2001/04/xmlenc#sha256", "SHA-256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA-384",
            "http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512");

    private final NameList notInPackage = new NameList();
    private final NameList notInMap = new NameList();
    private final NameList otherSize = new NameList();
    private final NameList otherHeader = new NameList();
    private final NameList otherBlocks = new NameList();
    private String hashMethod = "";
    private boolean manifestChanged;

    private BlockMap() {}

    /**
     * A file of the package, as the map has to describe it.
     *
     * @param name as it is unpacked
     * @param headerSize of the local header
     */
    record Part(String name, Entry entry, int headerSize) {}

    /**
     * Compares a map with the package it is in.
     *
     * @param parts all files that the map has to list, by {@link PartName#key}
     * @param manifest the key and the bytes of the manifest
     */
    static BlockMap read(ByteSource xml, Map<String, Part> parts, Map.Entry<String, byte[]> manifest)
            throws IOException {
        BlockMap map = new BlockMap();
        Comparison comparison = map.new Comparison(parts, manifest.getKey());
        XmlWalker.walk(xml.place(), xml.stream(), comparison);
        comparison.endOfFile();
        parts.forEach((key, part) -> {
            if (!comparison.listed.contains(key)) {
                map.notInMap.add(part.name());
            }
        });
        map.compareManifest(comparison, manifest.getValue());
        return map;
    }

    /** The address of the hash method (PKG-06); empty without one. */
    public String hashMethod() {
        return hashMethod;
    }

    /** Files that the map lists and the package lacks. */
    public NameList notInPackage() {
        return notInPackage;
    }

    /** Files of the package that the map does not list. */
    public NameList notInMap() {
        return notInMap;
    }

    /** Files of another size than the map says. */
    public NameList otherSize() {
        return otherSize;
    }

    /** Files whose local header has another length than the map says. */
    public NameList otherHeader() {
        return otherHeader;
    }

    /** Files whose blocks are not those that their size asks for, in number or in compressed bytes. */
    public NameList otherBlocks() {
        return otherBlocks;
    }

    /** Whether the hashes of the manifest's blocks are not those of the manifest. */
    public boolean manifestChanged() {
        return manifestChanged;
    }

    /** A number of the map; -1 where it is none. */
    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void compareManifest(Comparison comparison, byte[] manifest) {
        Optional<MessageDigest> digest = digest();
        if (digest.isEmpty() || !comparison.listed.contains(comparison.manifestKey)) {
            return;
        }
        List<String> hashes = new ArrayList<>();
        for (int at = 0; at < manifest.length; at += BLOCK_SIZE) {
            digest.get().update(manifest, at, Math.min(BLOCK_SIZE, manifest.length - at));
            hashes.add(Base64.getEncoder().encodeToString(digest.get().digest()));
        }
        manifestChanged = !hashes.equals(comparison.manifestHashes);
    }

    private Optional<MessageDigest> digest() {
        String name = METHODS.get(hashMethod);
        try {
            return name == null ? Optional.empty() : Optional.of(MessageDigest.getInstance(name));
        } catch (NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }

    /** Holds the files of the map, one after another, against those of the package. */
    private final class Comparison implements XmlWalker.Visitor {
        private static final int MAX_HASHES = 32;

        private final Map<String, Part> parts;
        private final String manifestKey;
        private final Set<String> listed = new HashSet<>();
        private final List<String> manifestHashes = new ArrayList<>();
        private String file;
        private Part part;
        private long blocks;
        private long compressed;
        private boolean sizeMissing;

        Comparison(Map<String, Part> parts, String manifestKey) {
            this.parts = parts;
            this.manifestKey = manifestKey;
        }

        @Override
        public void begin(XmlElement element) {
            switch (element.name()) {
                case "BlockMap" -> hashMethod = element.attribute("HashMethod");
                case "File" -> {
                    endOfFile();
                    beginFile(element);
                }
                case "Block" -> block(element);
                default -> {
                    // Later additions, such as the hash of a whole file.
                }
            }
        }

        private void beginFile(XmlElement element) {
            String name = element.attribute("Name");
            file = PartName.key(name);
            part = parts.get(file);
            blocks = 0;
            compressed = 0;
            sizeMissing = false;
            if (part == null) {
                notInPackage.add(name);
                return;
            }
            listed.add(file);
            if (number(element.attribute("Size")) != part.entry().size()) {
                otherSize.add(part.name());
            }
            if (number(element.attribute("LfhSize")) != part.headerSize()) {
                otherHeader.add(part.name());
            }
        }

        private void block(XmlElement element) {
            blocks++;
            long size = number(element.attribute("Size"));
            sizeMissing |= size < 0;
            compressed += Math.max(0, size);
            if (manifestKey.equals(file) && manifestHashes.size() < MAX_HASHES) {
                manifestHashes.add(element.attribute("Hash"));
            }
        }

        /** A deflated file ends with two bytes that belong to no block; a last block may hold them. */
        private void endOfFile() {
            if (part == null) {
                return;
            }
            Entry entry = part.entry();
            boolean number = blocks == (entry.size() + BLOCK_SIZE - 1) / BLOCK_SIZE;
            boolean bytes = entry.isStored()
                    || blocks == 0
                    || (!sizeMissing && (compressed == entry.packedSize() || compressed + 2 == entry.packedSize()));
            if (!number || !bytes) {
                otherBlocks.add(part.name());
            }
            part = null;
        }
    }
}
