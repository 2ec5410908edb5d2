package io.github.storemaven.msix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bundle: a ZIP with {@code AppxMetadata/AppxBundleManifest.xml} and packages, stored as they are. */
final class BundleZip {
    static final String MANIFEST = "AppxMetadata/AppxBundleManifest.xml";

    private static final int MOST_PACKAGES = 1000;
    private static final String REMEDY = "make the bundle again, with makeappx bundle";

    private final ZipContent zip;
    private final List<ZipPart> parts = new ArrayList<>();
    private final List<ZipPart> packages = new ArrayList<>();
    private final Map<ZipPart, Long> starts = new HashMap<>();
    private final Map<ZipPart, Manifest> manifests = new HashMap<>();
    private ZipPart manifest;
    private ZipPart blockMap;
    private BlockMap.Part listed;
    private byte[] xml = new byte[0];

    private BundleZip(ZipContent zip) {
        this.zip = zip;
    }

    static Contents read(ZipContent zip) throws IOException {
        BundleZip reading = new BundleZip(zip);
        ZipDirectory.walk(zip.zip(), reading::visit);
        reading.parts.sort(Comparator.comparingLong(ZipPart::start));
        reading.packages.sort(Comparator.comparingLong(ZipPart::start));
        return reading.contents();
    }

    private void visit(ZipPart part) throws DamagedPackage {
        zip.allowance().keep(1);
        parts.add(part);
        if (part.name().equalsIgnoreCase(MANIFEST)) {
            if (manifest != null) {
                throw damaged("has " + part.name() + " twice", "make the bundle again");
            }
            manifest = part;
            return;
        }
        if (part.name().equalsIgnoreCase(PackageZip.BLOCK_MAP)) {
            blockMap = part;
        }
        PackageKind kind = PackageKind.ofName(part.name()).orElse(null);
        if (kind == PackageKind.PACKAGE) {
            packages.add(part);
        } else if (kind != null) {
            throw damaged(
                    "has " + NameList.cut(part.name()) + " inside, and a bundle holds packages only",
                    "bundle the packages");
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
        PackageForm form = readParts();
        String place = zip.zip().inside(manifest.name());
        XmlElement root = XmlWalker.tree(place, xml, zip.allowance());
        XmlElement identity = (root.name().equals("Bundle") ? root.first("Identity") : Optional.<XmlElement>empty())
                .orElseThrow(() -> new DamagedPackage(place, "has no Bundle/Identity", REMEDY));
        return new Contents(
                identity(identity),
                Optional.of(bundle(place, root.all("Packages/Package"), form)),
                packages.stream().map(manifests::get).toList());
    }

    /**
     * First all lists of contents, then all contents, so that a bundle in a compressed container is unpacked twice more,
     * however many packages it has.
     */
    private PackageForm readParts() throws IOException {
        Map<ZipPart, PackageZip> opened = new HashMap<>();
        FormInspection inspection = new FormInspection(zip);
        for (ZipPart part : parts) {
            ZipContent.LocalHeader header = inspection.look(part);
            starts.put(part, part.start() + header.size());
            if (part.equals(manifest)) {
                zip.allowance().keepManifest((int) Math.min(part.size(), PackageZip.LARGEST_MANIFEST));
                xml = zip.readWhole(part, PackageZip.LARGEST_MANIFEST);
                listed = new BlockMap.Part(part.name(), part, header.size());
            } else if (packages.contains(part) && part.method() == ZipPart.STORED) {
                opened.put(part, PackageZip.open(zip.inner(zip.open(part))));
            }
        }
        for (ZipPart part : packages) {
            try (Bytes inner = zip.open(part)) {
                PackageZip reading = opened.containsKey(part) ? opened.remove(part) : PackageZip.open(zip.inner(inner));
                manifests.put(part, reading.manifest());
            }
        }
        return inspection.form(parts);
    }

    private Bundle bundle(String place, List<XmlElement> elements, PackageForm form) throws IOException {
        Map<String, ZipPart> there = new HashMap<>();
        packages.forEach(part -> there.put(PackageFiles.key(AnsiNames.decode(part.name())), part));
        List<Bundle.Entry> entries = new ArrayList<>();
        NameList missing = new NameList();
        for (XmlElement element : elements) {
            String name = element.attribute("FileName");
            ZipPart part = there.remove(PackageFiles.key(name));
            if (part == null) {
                missing.add(name);
            } else {
                entries.add(new Bundle.Entry(element, starts.get(part), part.size(), manifests.get(part)));
            }
        }
        NameList notListed = new NameList();
        NameList compressed = new NameList();
        for (ZipPart part : packages) {
            if (there.containsValue(part)) {
                notListed.add(part.name());
            }
            if (part.method() != ZipPart.STORED) {
                compressed.add(part.name());
            }
        }
        return new Bundle(place, List.copyOf(entries), missing, notListed, compressed, map(), form);
    }

    private Optional<BlockMap> map() throws IOException {
        String key = PackageFiles.key(MANIFEST);
        return blockMap == null
                ? Optional.empty()
                : Optional.of(PackageZip.readBlockMap(zip, blockMap, Map.of(key, listed), Map.entry(key, xml)));
    }

    private static Identity identity(XmlElement element) {
        return new Identity(
                element.attribute("Name"),
                element.attribute("Publisher"),
                new PackageVersion(element.attribute("Version")),
                "neutral",
                Optional.of("~"));
    }

    private DamagedPackage damaged(String fault, String remedy) {
        return new DamagedPackage(zip.zip().place(), fault, remedy);
    }
}
