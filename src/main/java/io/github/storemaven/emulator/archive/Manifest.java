package io.github.storemaven.emulator.archive;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads {@code AppxManifest.xml} and {@code AppxBundleManifest.xml}; neither DTD nor external entities are read. */
final class Manifest {
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

    static Manifest read(byte[] xml) throws ArchiveProblem {
        XMLInputFactory factory = XMLInputFactory.newFactory();
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
            throw new ArchiveProblem("PackageValidationFailed", "The manifest is no XML: " + e.getMessage());
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
            case "Capability", "DeviceCapability", "CustomCapability" -> add(capabilities, attribute(reader, "Name"));
            case "TargetDeviceFamily" ->
                families.add(attribute(reader, "Name") + " min version " + attribute(reader, "MinVersion"));
            case "Package" -> bundled(reader);
            default -> {
                // Says nothing that the service hands out.
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
