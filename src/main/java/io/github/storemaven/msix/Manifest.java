package io.github.storemaven.msix;

import java.util.List;
import java.util.Optional;

/**
 * One app package as its {@code AppxManifest.xml} describes it, with what the checks ask of the rest of the package.
 * Values are as written, empty where the manifest has none.
 *
 * @param place where it was read, for example {@code App_x64.msix > AppxManifest.xml}
 * @param identity the package's own, which in a bundle is not that of the bundle
 * @param root the element {@code Package} with all that is in it, of any version of the schema
 * @param files of the package
 * @param blockMap how the block map fits them (PKG-06); empty without one
 * @param form of the ZIP
 * @param namesNotAnsi file names in the package outside the ANSI characters (PKG-07)
 * @param likeness equal for manifests that differ in the processor architecture alone (PKG-09)
 */
public record Manifest(
        String place,
        Identity identity,
        XmlElement root,
        PackageFiles files,
        Optional<BlockMap> blockMap,
        PackageForm form,
        NameList namesNotAnsi,
        String likeness) {
    private static final String RESTRICTED = "/restrictedcapabilities";

    static Manifest of(
            String place,
            XmlElement root,
            PackageFiles files,
            Optional<BlockMap> blockMap,
            PackageForm form,
            NameList namesNotAnsi)
            throws DamagedPackage {
        Optional<XmlElement> identity = root.name().equals("Package") ? root.first("Identity") : Optional.empty();
        if (identity.isEmpty()) {
            throw new DamagedPackage(place, "has no Package/Identity", "write one, or reserve a name to get one");
        }
        return new Manifest(
                place, identity(identity.get()), root, files, blockMap, form, namesNotAnsi, Likeness.of(root));
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

    /** The name of the publisher, a text or a reference to a resource ({@code ms-resource:...}). */
    public String publisherDisplayName() {
        return root.text("Properties/PublisherDisplayName");
    }

    /** The languages of the resources, in order; one that is empty is none. */
    public List<String> languages() {
        return root.all("Resources/Resource").stream()
                .map(resource -> resource.attribute("Language"))
                .filter(language -> !language.isEmpty())
                .toList();
    }

    /** The kinds of devices that it runs on, in order. */
    public List<TargetDeviceFamily> families() {
        return root.all("Dependencies/TargetDeviceFamily").stream()
                .map(element -> new TargetDeviceFamily(
                        element.attribute("Name"),
                        new PackageVersion(element.attribute("MinVersion")),
                        new PackageVersion(element.attribute("MaxVersionTested"))))
                .distinct()
                .toList();
    }

    /** What it asks the system for, in order. */
    public List<Capability> capabilities() {
        return root.all("Capabilities").stream()
                .flatMap(all -> all.children().stream())
                .map(element -> new Capability(element.attribute("Name"), kind(element)))
                .distinct()
                .toList();
    }

    /** The apps that are in it. */
    public List<XmlElement> applications() {
        return root.all("Applications/Application");
    }

    /** Whether it has resources alone, for an app in another package of its bundle. */
    public boolean resourcePackage() {
        return isTrue("Properties/ResourcePackage");
    }

    /** Whether it may be without an app: it belongs to another package, or others are built on it. */
    public boolean needsNoApplication() {
        return resourcePackage()
                || isTrue("Properties/Framework")
                || root.first("Dependencies/MainPackageDependency").isPresent();
    }

    private boolean isTrue(String path) {
        String text = root.text(path);
        return text.equals("true") || text.equals("1");
    }

    private static Capability.Kind kind(XmlElement element) {
        return switch (element.name()) {
            case "DeviceCapability" -> Capability.Kind.DEVICE;
            case "CustomCapability" -> Capability.Kind.CUSTOM;
            default -> element.namespace().endsWith(RESTRICTED) ? Capability.Kind.RESTRICTED : Capability.Kind.GENERAL;
        };
    }
}
