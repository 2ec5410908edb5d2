package io.github.storemaven.msix.build;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads packages and bundles as the reference of packages describes them, and as strictly: all that a reader of Windows
 * may look at is held against the bytes. It has nothing of the writer's, nor of the plugin's reader.
 */
final class PackageVerifier {
    private static final int BLOCK = 65_536;
    private static final String MANIFEST = "AppxManifest.xml";
    private static final String BLOCK_MAP = "AppxBlockMap.xml";
    private static final String TYPES = "[Content_Types].xml";
    private static final String BUNDLE_MANIFEST = "AppxMetadata/AppxBundleManifest.xml";
    private static final String OWN_BYTES = "-._~/";

    private final byte[] bytes;
    private final ByteBuffer zip;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private PackageVerifier(byte[] bytes) throws Exception {
        this.bytes = bytes;
        zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        readEntries();
    }

    /** An entry: its name as it is written, where its data are, and what they hold. */
    private record Part(String entryName, int method, int headerSize, int start, int packedSize, Content content) {}

    /** What an entry holds. */
    private static final class Content {
        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /** The files of a package by name, without block map and content types. */
    static Map<String, byte[]> readPackage(Path file) throws Exception {
        return readPackage(Files.readAllBytes(file));
    }

    private static Map<String, byte[]> readPackage(byte[] bytes) throws Exception {
        PackageVerifier verifier = new PackageVerifier(bytes);
        List<String> names = new ArrayList<>(verifier.parts.keySet());
        int payload = names.size() - 3;
        assertThat(names.subList(payload, names.size())).containsExactly(MANIFEST, BLOCK_MAP, TYPES);
        assertThat(verifier.parts.values().stream().limit(payload).map(Part::entryName))
                .isSorted();
        verifier.assertBlockMap(new HashSet<>(names.subList(0, payload + 1)));
        verifier.assertTypes("application/vnd.ms-appx.manifest+xml", MANIFEST);
        Map<String, byte[]> files = new LinkedHashMap<>();
        names.subList(0, payload + 1)
                .forEach(name -> files.put(name, verifier.parts.get(name).content().bytes));
        return files;
    }

    /** The packages of a bundle by file name, each with its files. */
    static Map<String, Map<String, byte[]>> readBundle(Path file) throws Exception {
        PackageVerifier verifier = new PackageVerifier(Files.readAllBytes(file));
        List<String> names = new ArrayList<>(verifier.parts.keySet());
        int packages = names.size() - 3;
        assertThat(names.subList(packages, names.size())).containsExactly(BUNDLE_MANIFEST, BLOCK_MAP, TYPES);
        verifier.assertBlockMap(Set.of(BUNDLE_MANIFEST));
        verifier.assertTypes("application/vnd.ms-appx.bundlemanifest+xml", BUNDLE_MANIFEST);
        Map<String, Map<String, byte[]>> read = new LinkedHashMap<>();
        Element root = xml(verifier.parts.get(BUNDLE_MANIFEST).content().bytes);
        Element identity =
                (Element) root.getElementsByTagNameNS("*", "Identity").item(0);
        for (Element listed : all(root, "Package")) {
            String name = listed.getAttribute("FileName");
            Part part = verifier.parts.get(name);
            assertThat(part.method()).as(name).isZero();
            assertThat(listed.getAttribute("Offset")).isEqualTo(String.valueOf(part.start()));
            assertThat(listed.getAttribute("Size")).isEqualTo(String.valueOf(part.packedSize()));
            assertThat(listed.getAttribute("Type")).isEqualTo("application");
            byte[] inner = Arrays.copyOfRange(verifier.bytes, part.start(), part.start() + part.packedSize());
            Map<String, byte[]> files = readPackage(inner);
            assertListed(listed, identity, xml(files.get(MANIFEST)));
            read.put(name, files);
        }
        assertThat(read.keySet()).containsExactlyElementsOf(names.subList(0, packages));
        return read;
    }

    /** What the bundle says of a package is what the package says of itself. */
    private static void assertListed(Element listed, Element bundle, Element manifest) {
        Element own = (Element) manifest.getElementsByTagNameNS("*", "Identity").item(0);
        for (String shared : List.of("Name", "Publisher", "Version")) {
            assertThat(own.getAttribute(shared)).isEqualTo(bundle.getAttribute(shared));
        }
        assertThat(listed.getAttribute("Version")).isEqualTo(own.getAttribute("Version"));
        assertThat(listed.getAttribute("Architecture")).isEqualTo(own.getAttribute("ProcessorArchitecture"));
        assertThat(all(listed, "Resource"))
                .extracting(each -> each.getAttribute("Language"))
                .isEqualTo(all(manifest, "Resource").stream()
                        .map(each -> each.getAttribute("Language"))
                        .toList());
        for (String value : List.of("Name", "MinVersion", "MaxVersionTested")) {
            assertThat(all(listed, "TargetDeviceFamily"))
                    .extracting(each -> each.getAttribute(value))
                    .isEqualTo(all(manifest, "TargetDeviceFamily").stream()
                            .map(each -> each.getAttribute(value))
                            .toList());
        }
    }

    // ---- the ZIP: section 1

    private void readEntries() throws Exception {
        int end = zip.limit() - 22;
        assertThat(zip.getInt(end)).isEqualTo(0x06054B50);
        assertThat(Arrays.copyOfRange(bytes, end + 4, end + 22))
                .isEqualTo(HexFormat.of().parseHex("00000000" + "FF".repeat(12) + "0000"));
        int locator = end - 20;
        assertThat(zip.getInt(locator)).isEqualTo(0x07064B50);
        assertThat(zip.getInt(locator + 4)).isZero();
        assertThat(zip.getInt(locator + 16)).isEqualTo(1);
        int end64 = locator - 56;
        assertThat(zip.getLong(locator + 8)).isEqualTo(end64);
        assertThat(zip.getInt(end64)).isEqualTo(0x06064B50);
        assertThat(zip.getLong(end64 + 4)).isEqualTo(44);
        long count = zip.getLong(end64 + 24);
        assertThat(zip.getLong(end64 + 32)).isEqualTo(count);
        int directory = (int) zip.getLong(end64 + 48);
        assertThat(directory + zip.getLong(end64 + 40)).isEqualTo(end64);
        int at = directory;
        int next = 0;
        for (long i = 0; i < count; i++) {
            next = readEntry(at, next);
            at += 46 + zip.getShort(at + 28) + zip.getShort(at + 30);
        }
        assertThat(at).isEqualTo(end64);
        assertThat(next).isEqualTo(directory);
    }

    /** Reads one entry, which has to begin where the one before ended; returns where it ends itself. */
    private int readEntry(int central, int local) throws Exception {
        assertThat(zip.getInt(central)).isEqualTo(0x02014B50);
        assertThat(zip.getInt(local)).isEqualTo(0x04034B50);
        assertThat(zip.getInt(central + 42)).isEqualTo(local);
        assertThat(zip.getShort(local + 4)).isEqualTo((short) 20);
        assertThat(zip.getShort(local + 6)).as("flags").isZero();
        // From the version to the length of the name, both headers are the same.
        assertThat(Arrays.copyOfRange(bytes, local + 4, local + 28))
                .isEqualTo(Arrays.copyOfRange(bytes, central + 6, central + 30));
        assertThat(Arrays.copyOfRange(bytes, central + 30, central + 42)).containsOnly(0);
        assertThat(zip.getShort(local + 28)).as("length of the extra field").isZero();
        int nameLength = zip.getShort(local + 26);
        byte[] name = Arrays.copyOfRange(bytes, local + 30, local + 30 + nameLength);
        assertThat(name).isEqualTo(Arrays.copyOfRange(bytes, central + 46, central + 46 + nameLength));
        int start = local + 30 + nameLength;
        int packed = zip.getInt(local + 18);
        int method = zip.getShort(local + 8);
        assertThat(method).isIn(0, 8);
        byte[] data = Arrays.copyOfRange(bytes, start, start + packed);
        byte[] content = method == 0 ? data : inflateWhole(data, zip.getInt(local + 22));
        assertThat(content).hasSize(zip.getInt(local + 22));
        CRC32 crc = new CRC32();
        crc.update(content);
        assertThat((int) crc.getValue()).isEqualTo(zip.getInt(local + 14));
        String entryName = new String(name, US_ASCII);
        Part part = new Part(entryName, method, 30 + nameLength, start, packed, new Content(content));
        assertThat(parts.put(unescaped(entryName), part)).isNull();
        return start + packed;
    }

    private static byte[] inflateWhole(byte[] data, int size) throws Exception {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(data);
            byte[] content = new byte[size + 1];
            int length = inflater.inflate(content);
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
            return Arrays.copyOf(content, length);
        } finally {
            inflater.end();
        }
    }

    /** The name of a file; an escape that is not needed, or one that lacks, is a fault. */
    private static String unescaped(String entryName) {
        if (entryName.equals(TYPES)) {
            return entryName;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < entryName.length(); i++) {
            char letter = entryName.charAt(i);
            if (letter == '%') {
                String digits = entryName.substring(i + 1, i + 3);
                assertThat(digits).isUpperCase().matches("[0-9A-F]{2}");
                int unit = Integer.parseInt(digits, 16);
                assertThat(isPlain(unit)).as(entryName).isFalse();
                bytes.write(unit);
                i += 2;
            } else {
                assertThat(isPlain(letter)).as(entryName).isTrue();
                bytes.write(letter);
            }
        }
        return bytes.toString(UTF_8);
    }

    private static boolean isPlain(int unit) {
        return unit < 0x80 && (Character.isLetterOrDigit(unit) || OWN_BYTES.indexOf(unit) >= 0);
    }

    // ---- the block map: section 2

    private void assertBlockMap(Set<String> expected) throws Exception {
        Element map = xml(parts.get(BLOCK_MAP).content().bytes);
        assertThat(map.getNamespaceURI()).isEqualTo("http://schemas.microsoft.com/appx/2010/blockmap");
        assertThat(map.getAttribute("HashMethod")).isEqualTo("http://www.w3.org/2001/04/xmlenc#sha256");
        List<String> listed = new ArrayList<>();
        for (Element file : all(map, "File")) {
            String name = file.getAttribute("Name").replace('\\', '/');
            assertThat(file.getAttribute("Name")).doesNotContain("/");
            listed.add(name);
            assertFile(file, parts.get(name));
        }
        assertThat(listed)
                .containsExactlyElementsOf(
                        parts.keySet().stream().filter(expected::contains).toList());
        assertThat(listed).hasSameSizeAs(expected);
    }

    private void assertFile(Element file, Part part) throws Exception {
        String name = part.entryName();
        assertThat(file.getAttribute("Size")).as(name).isEqualTo(String.valueOf(part.content().bytes.length));
        assertThat(file.getAttribute("LfhSize")).as(name).isEqualTo(String.valueOf(part.headerSize()));
        List<Element> blocks = all(file, "Block");
        assertThat(blocks).as(name).hasSize((part.content().bytes.length + BLOCK - 1) / BLOCK);
        int at = part.start();
        for (int i = 0; i < blocks.size(); i++) {
            int length = Math.min(BLOCK, part.content().bytes.length - i * BLOCK);
            byte[] content = Arrays.copyOfRange(part.content().bytes, i * BLOCK, i * BLOCK + length);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(Base64.getDecoder().decode(blocks.get(i).getAttribute("Hash")))
                    .as(name)
                    .isEqualTo(hash);
            assertThat(blocks.get(i).hasAttribute("Size")).as(name).isEqualTo(part.method() == 8);
            if (part.method() == 8) {
                int size = Integer.parseInt(blocks.get(i).getAttribute("Size"));
                assertAlone(Arrays.copyOfRange(bytes, at, at + size), content);
                at += size;
            }
        }
        if (part.method() == 8) {
            assertThat(Arrays.copyOfRange(bytes, at, part.start() + part.packedSize()))
                    .containsExactly(3, 0);
            assertThat(part.packedSize())
                    .as("a file that does not shrink is stored")
                    .isLessThan(part.content().bytes.length);
        }
    }

    /** A block can be inflated without what is before it, ends on a byte, and is not the last one of its stream. */
    private static void assertAlone(byte[] data, byte[] content) throws Exception {
        assertThat(Arrays.copyOfRange(data, data.length - 4, data.length)).containsExactly(0, 0, 0xFF, 0xFF);
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(data);
            byte[] inflated = new byte[BLOCK + 1];
            int length = inflater.inflate(inflated);
            assertThat(Arrays.copyOf(inflated, length)).isEqualTo(content);
            assertThat(inflater.finished()).isFalse();
            assertThat(inflater.getRemaining()).isZero();
        } finally {
            inflater.end();
        }
    }

    // ---- the types: section 7

    private void assertTypes(String manifestType, String manifest) throws Exception {
        Element types = xml(parts.get(TYPES).content().bytes);
        assertThat(types.getNamespaceURI()).isEqualTo("http://schemas.openxmlformats.org/package/2006/content-types");
        Map<String, String> byExtension = new HashMap<>();
        for (Element each : all(types, "Default")) {
            String extension = each.getAttribute("Extension").toLowerCase(Locale.ROOT);
            assertThat(byExtension.put(extension, each.getAttribute("ContentType")))
                    .isNull();
        }
        Map<String, String> byName = new HashMap<>();
        for (Element each : all(types, "Override")) {
            assertThat(byName.put(each.getAttribute("PartName"), each.getAttribute("ContentType")))
                    .isNull();
        }
        parts.forEach((name, part) -> {
            String type = byName.getOrDefault("/" + part.entryName(), byExtension.get(extension(part.entryName())));
            if (name.equals(manifest)) {
                assertThat(type).isEqualTo(manifestType);
            } else if (name.equals(BLOCK_MAP)) {
                assertThat(type).isEqualTo("application/vnd.ms-appx.blockmap+xml");
            } else if (!name.equals(TYPES)) {
                assertThat(type).as(name).matches("[a-z]+/[a-z0-9.+-]+");
            }
        });
    }

    private static String extension(String entryName) {
        String last = entryName.substring(entryName.lastIndexOf('/') + 1);
        return last.contains(".") ? last.substring(last.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "/";
    }

    private static List<Element> all(Element root, String name) {
        NodeList nodes = root.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Element xml(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
    }
}
