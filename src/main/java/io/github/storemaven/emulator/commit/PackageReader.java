package io.github.storemaven.emulator.commit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads packages, bundles and upload containers that lie in an uploaded ZIP. */
public final class PackageReader {
    private static final int MAX_MANIFEST = 8 * 1024 * 1024;
    private static final int MAX_DEPTH = 3;

    private final Path folder;

    /** @param folder for the files that have to be unpacked meanwhile */
    public PackageReader(Path folder) {
        this.folder = folder;
    }

    /** The facts of the package in an entry. */
    public PackageFacts read(UploadedArchive archive, ZipEntry entry)
            throws IOException, UploadedArchive.InvalidUploadException {
        return unpacked(archive, entry, 0);
    }

    private PackageFacts unpacked(UploadedArchive outer, ZipEntry entry, int depth)
            throws IOException, UploadedArchive.InvalidUploadException {
        if (depth > MAX_DEPTH) {
            throw unreadable(entry.getName());
        }
        Path file = Files.createTempFile(folder, "package-", ".tmp");
        try {
            String digest = outer.extract(entry, file);
            try (UploadedArchive archive = open(outer, file, entry.getName())) {
                return facts(archive, entry.getName(), depth).of(digest);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static UploadedArchive open(UploadedArchive outer, Path file, String name)
            throws IOException, UploadedArchive.InvalidUploadException {
        try {
            return outer.inner(file);
        } catch (UploadedArchive.InvalidUploadException e) {
            throw unreadable(name);
        }
    }

    private PackageFacts facts(UploadedArchive archive, String name, int depth)
            throws IOException, UploadedArchive.InvalidUploadException {
        Optional<ZipEntry> bundle = archive.find("AppxMetadata/AppxBundleManifest.xml");
        if (bundle.isPresent()) {
            return bundle(archive, bundle.get(), depth);
        }
        Optional<ZipEntry> manifest = archive.find("AppxManifest.xml");
        if (manifest.isPresent()) {
            requireSha256(archive, name);
            return manifest(archive, manifest.get()).facts();
        }
        ZipEntry inner = archive.ending(".msixbundle", ".appxbundle")
                .or(() -> archive.ending(".msix", ".appx"))
                .orElseThrow(() -> unreadable(name));
        return unpacked(archive, inner, depth + 1);
    }

    /** The block map says at its start how it is made (reference 8.4). */
    private static void requireSha256(UploadedArchive archive, String name)
            throws IOException, UploadedArchive.InvalidUploadException {
        Optional<ZipEntry> map = archive.find("AppxBlockMap.xml");
        String start = map.isEmpty() ? "" : new String(archive.start(map.get(), 4096), StandardCharsets.UTF_8);
        if (start.contains("HashMethod=") && !start.contains("xmlenc#sha256")) {
            throw new UploadedArchive.InvalidUploadException(
                    "PackageValidationFailed", "The block map of " + name + " is not made with SHA2-256.");
        }
    }

    private PackageFacts bundle(UploadedArchive archive, ZipEntry entry, int depth)
            throws IOException, UploadedArchive.InvalidUploadException {
        Manifest manifest = manifest(archive, entry);
        Optional<ZipEntry> inner = manifest.firstApplication().flatMap(archive::find);
        return inner.isPresent() ? manifest.facts().with(unpacked(archive, inner.get(), depth + 1)) : manifest.facts();
    }

    private static Manifest manifest(UploadedArchive archive, ZipEntry entry)
            throws IOException, UploadedArchive.InvalidUploadException {
        return Manifest.read(archive.bytes(entry, MAX_MANIFEST));
    }

    private static UploadedArchive.InvalidUploadException unreadable(String name) {
        return new UploadedArchive.InvalidUploadException(
                "PackageValidationFailed", "The package " + name + " cannot be read.");
    }

    /** Reads {@code AppxManifest.xml} and {@code AppxBundleManifest.xml}; neither DTD nor external entities are read. */
    private static final class Manifest {
        private String name = "";
        private String publisher = "";
        private String resourceId = "";
        private String version = "";
        private final Set<String> architectures = new LinkedHashSet<>();
        private final Set<String> languages = new LinkedHashSet<>();
        private final Set<String> capabilities = new LinkedHashSet<>();
        private final List<String> families = new ArrayList<>();
        private String firstApplication = "";

        private Manifest() {}

        static Manifest read(byte[] xml) throws UploadedArchive.InvalidUploadException {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            Manifest manifest = new Manifest();
            try {
                XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
                while (reader.hasNext()) {
                    if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                        manifest.element(reader);
                    }
                }
            } catch (XMLStreamException | MissingResourceException e) { // The second is a bug of the JDK's parser.
                throw new UploadedArchive.InvalidUploadException(
                        "PackageValidationFailed", "The manifest is no XML: " + e.getMessage());
            }
            return manifest;
        }

        /** The first application package that a bundle names. */
        Optional<String> firstApplication() {
            return Optional.of(firstApplication).filter(file -> !file.isEmpty());
        }

        PackageFacts facts() {
            String architecture = architectures.isEmpty() ? "Neutral" : String.join(", ", architectures);
            return new PackageFacts(
                    name,
                    publisher,
                    resourceId,
                    version,
                    architecture,
                    List.copyOf(languages),
                    List.copyOf(capabilities),
                    "",
                    families);
        }

        private void element(XMLStreamReader reader) {
            switch (reader.getLocalName()) {
                case "Identity" -> identity(reader);
                case "Resource" -> add(languages, attribute(reader, "Language"));
                case "Capability", "DeviceCapability", "CustomCapability" ->
                    add(capabilities, attribute(reader, "Name"));
                case "TargetDeviceFamily" ->
                    families.add(attribute(reader, "Name") + " min version " + attribute(reader, "MinVersion"));
                case "Package" -> bundled(reader);
                default -> {
                    // It holds nothing that the service returns.
                }
            }
        }

        private void identity(XMLStreamReader reader) {
            name = attribute(reader, "Name");
            publisher = attribute(reader, "Publisher");
            resourceId = attribute(reader, "ResourceId");
            version = attribute(reader, "Version");
            add(architectures, spelled(attribute(reader, "ProcessorArchitecture")));
        }

        private void bundled(XMLStreamReader reader) {
            if (attribute(reader, "Type").equals("application")) {
                add(architectures, spelled(attribute(reader, "Architecture")));
                firstApplication = firstApplication.isEmpty() ? attribute(reader, "FileName") : firstApplication;
            }
        }

        private static String spelled(String architecture) {
            return switch (architecture.toLowerCase(Locale.ROOT)) {
                case "arm" -> "ARM";
                case "arm64" -> "ARM64";
                case "neutral" -> "Neutral";
                default -> architecture;
            };
        }

        private static void add(Set<String> set, String value) {
            if (!value.isEmpty()) {
                set.add(value);
            }
        }

        private static String attribute(XMLStreamReader reader, String name) {
            String value = reader.getAttributeValue(null, name);
            return value == null ? "" : value.strip();
        }
    }
}
