package io.github.storemaven.msix;

import io.github.storemaven.zip.ByteSource;
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

/** Reads a bundle: a ZIP with {@code AppxMetadata/AppxBundleManifest.xml} and packages, stored as they are. */
final class BundleReader {
    private static final int MAX_PACKAGES = 1000;

    private final ZipReader zip;
    private final MemoryLimit limit;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> packages = new ArrayList<>();
    private final Map<Entry, Long> starts = new HashMap<>();
    private final Map<Entry, AppxManifest> manifests = new HashMap<>();
    private Entry manifest;
    private Entry blockMap;
    private BlockMap.Part listed;
    private byte[] xml = new byte[0];

    private BundleReader(ZipReader zip, MemoryLimit limit) {
        this.zip = zip;
        this.limit = limit;
    }

    /** Reads the bundle that a file is, or that is inside an upload container. */
    static PackageInfo read(Path file, ZipReader zip, MemoryLimit limit) throws IOException {
        BundleReader reader = new BundleReader(zip, limit);
        ZipDirectory directory = zip.directory();
        for (Optional<Entry> next = directory.next(); next.isPresent(); next = directory.next()) {
            reader.add(next.get());
        }
        reader.entries.sort(Comparator.comparingLong(Entry::start));
        reader.packages.sort(Comparator.comparingLong(Entry::start));
        return reader.info(file);
    }

    private void add(Entry entry) throws InvalidPackageException {
        limit.keep(1);
        entries.add(entry);
        if (entry.name().equalsIgnoreCase(PartName.BUNDLE_MANIFEST)) {
            if (manifest != null) {
                throw invalid("has " + entry.name() + " twice", "make the bundle again");
            }
            manifest = entry;
            return;
        }
        if (entry.name().equalsIgnoreCase(PartName.BLOCK_MAP)) {
            blockMap = entry;
        }
        PackageKind kind = PackageKind.ofName(entry.name()).orElse(null);
        if (kind == PackageKind.PACKAGE) {
            packages.add(entry);
        } else if (kind != null) {
            throw invalid(
                    "has " + NameList.cut(entry.name()) + " inside, and a bundle contains only packages",
                    "bundle the packages");
        }
        if (packages.size() > MAX_PACKAGES) {
            throw invalid("has more than " + MAX_PACKAGES + " packages inside", "split the bundle");
        }
    }

    private PackageInfo info(Path file) throws IOException {
        if (manifest == null) {
            throw invalid(
                    "has no " + PartName.BUNDLE_MANIFEST,
                    "make it with makeappx bundle, or name it .msix if it is one package");
        }
        if (packages.isEmpty()) {
            throw invalid("has no package inside", "make it with makeappx bundle");
        }
        PackageForm form = readEntries();
        String place = zip.placeOf(manifest.name());
        XmlElement root = XmlWalker.tree(place, xml, limit);
        XmlElement identity = (root.name().equals("Bundle") ? root.first("Identity") : Optional.<XmlElement>empty())
                .orElseThrow(() -> new InvalidPackageException(
                        place, "has no Bundle/Identity", "make the bundle again, with makeappx bundle"));
        return PackageInfo.ofBundle(
                file,
                PackageIdentity.ofBundle(identity),
                bundle(place, root.all("Packages/Package"), form),
                packages.stream().map(manifests::get).toList());
    }

    /**
     * First all lists of contents, then all contents, so that a bundle in a compressed container is unpacked twice more,
     * however many packages it has.
     */
    private PackageForm readEntries() throws IOException {
        Map<Entry, MsixReader> opened = new HashMap<>();
        PackageForm.Inspection inspection = new PackageForm.Inspection(zip);
        for (Entry entry : entries) {
            ZipReader.LocalHeader header = inspection.inspect(entry);
            starts.put(entry, entry.start() + header.size());
            if (entry.equals(manifest)) {
                xml = MsixReader.readManifest(zip, entry, limit);
                listed = new BlockMap.Part(entry.name(), entry, header.size());
            } else if (packages.contains(entry) && entry.isStored()) {
                opened.put(entry, MsixReader.open(zip.inner(zip.open(entry)), limit));
            }
        }
        for (Entry entry : packages) {
            try (ByteSource inner = zip.open(entry)) {
                MsixReader reader =
                        opened.containsKey(entry) ? opened.remove(entry) : MsixReader.open(zip.inner(inner), limit);
                manifests.put(entry, reader.manifest());
            }
        }
        return inspection.form(entries, limit);
    }

    private Bundle bundle(String place, List<XmlElement> elements, PackageForm form) throws IOException {
        Map<String, Entry> present = new HashMap<>();
        packages.forEach(entry -> present.put(PartName.key(PartName.decode(entry.name())), entry));
        List<Bundle.Entry> listedPackages = new ArrayList<>();
        NameList missing = new NameList();
        for (XmlElement element : elements) {
            String name = element.attribute("FileName");
            Entry entry = present.remove(PartName.key(name));
            if (entry == null) {
                missing.add(name);
            } else {
                listedPackages.add(new Bundle.Entry(element, starts.get(entry), entry.size(), manifests.get(entry)));
            }
        }
        NameList notListed = new NameList();
        NameList compressed = new NameList();
        for (Entry entry : packages) {
            if (present.containsValue(entry)) {
                notListed.add(entry.name());
            }
            if (!entry.isStored()) {
                compressed.add(entry.name());
            }
        }
        return new Bundle(place, List.copyOf(listedPackages), missing, notListed, compressed, map(), form);
    }

    private Optional<BlockMap> map() throws IOException {
        String key = PartName.key(PartName.BUNDLE_MANIFEST);
        return blockMap == null
                ? Optional.empty()
                : Optional.of(MsixReader.readBlockMap(zip, blockMap, Map.of(key, listed), Map.entry(key, xml)));
    }

    private InvalidPackageException invalid(String fault, String remedy) {
        return new InvalidPackageException(zip.place(), fault, remedy);
    }
}
