package io.github.storemaven.msix;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an {@code AppxManifest.xml}, of any version of its schema: prefixes and namespaces hardly matter. */
final class ManifestReader {
    private static final String RESTRICTED = "/restrictedcapabilities";

    private final Likeness likeness = new Likeness();
    private final List<String> languages = new ArrayList<>();
    private final List<TargetDeviceFamily> families = new ArrayList<>();
    private final Set<Capability> capabilities = new LinkedHashSet<>();
    private final Set<String> categories = new LinkedHashSet<>();
    private Identity identity;
    private String displayName = "";
    private String publisherDisplayName = "";
    private boolean resourcePackage;
    private boolean hidden;

    private ManifestReader() {}

    /**
     * Reads one manifest.
     *
     * @param blockMapHash as found in the same package
     * @param namesNotAnsi as found in the same package
     */
    static Manifest read(String place, byte[] xml, Optional<String> blockMapHash, List<String> namesNotAnsi)
            throws DamagedPackage {
        ManifestReader reader = new ManifestReader();
        XmlWalk.over(place, xml, reader::visit);
        if (reader.identity == null) {
            throw new DamagedPackage(place, "has no Package/Identity", "write one, or reserve a name to get one");
        }
        return reader.manifest(place, blockMapHash, namesNotAnsi);
    }

    private void visit(XmlElement element) {
        likeness.add(element);
        switch (element.path()) {
            case "Package/Identity" -> identity = identity(element);
            case "Package/Properties/DisplayName" -> displayName = element.text();
            case "Package/Properties/PublisherDisplayName" -> publisherDisplayName = element.text();
            case "Package/Properties/ResourcePackage" -> resourcePackage = isTrue(element.text());
            case "Package/Resources/Resource" -> addLanguage(element.attribute("Language"));
            case "Package/Dependencies/TargetDeviceFamily" -> families.add(family(element));
            case "Package/Applications/Application/VisualElements" ->
                hidden |= element.attribute("AppListEntry").equals("none");
            case "Package/Extensions/Extension", "Package/Applications/Application/Extensions/Extension" ->
                categories.add(element.attribute("Category"));
            case "Package/Capabilities/Capability" -> add(element, kind(element.namespace()));
            case "Package/Capabilities/DeviceCapability" -> add(element, Capability.Kind.DEVICE);
            case "Package/Capabilities/CustomCapability" -> add(element, Capability.Kind.CUSTOM);
            default -> {
                // Nothing that the Store shows or a check needs.
            }
        }
    }

    private static Identity identity(XmlElement element) {
        String architecture = element.attribute("ProcessorArchitecture");
        return new Identity(
                element.attribute("Name"),
                element.attribute("Publisher"),
                new PackageVersion(element.attribute("Version")),
                architecture.isEmpty() ? "neutral" : architecture,
                Optional.ofNullable(element.attributes().get("ResourceId")));
    }

    private Manifest manifest(String place, Optional<String> blockMapHash, List<String> namesNotAnsi) {
        return new Manifest(
                place,
                identity,
                displayName,
                publisherDisplayName,
                List.copyOf(languages),
                List.copyOf(families),
                List.copyOf(capabilities),
                List.copyOf(categories),
                resourcePackage,
                hidden,
                blockMapHash,
                namesNotAnsi,
                likeness.text());
    }

    private void addLanguage(String language) {
        if (!language.isEmpty()) {
            languages.add(language);
        }
    }

    private void add(XmlElement element, Capability.Kind kind) {
        capabilities.add(new Capability(element.attribute("Name"), kind));
    }

    private static Capability.Kind kind(String namespace) {
        return namespace.endsWith(RESTRICTED) ? Capability.Kind.RESTRICTED : Capability.Kind.GENERAL;
    }

    private static TargetDeviceFamily family(XmlElement element) {
        return new TargetDeviceFamily(
                element.attribute("Name"),
                new PackageVersion(element.attribute("MinVersion")),
                new PackageVersion(element.attribute("MaxVersionTested")));
    }

    private static boolean isTrue(String text) {
        return text.equals("true") || text.equals("1");
    }
}
