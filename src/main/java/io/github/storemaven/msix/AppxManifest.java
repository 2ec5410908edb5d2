package io.github.storemaven.msix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
 * @param unsupportedNames file names in the package outside the ANSI characters (PKG-07)
 * @param fingerprint equal for manifests that differ in the processor architecture only (PKG-09)
 */
public record AppxManifest(
        String place,
        PackageIdentity identity,
        XmlElement root,
        PackageFiles files,
        Optional<BlockMap> blockMap,
        PackageForm form,
        NameList unsupportedNames,
        String fingerprint) {
    private static final String RESTRICTED = "/restrictedcapabilities";

    /**
     * Something that a package asks the system for: listing rules, section 6.6.
     *
     * @param name for example {@code runFullTrust}
     * @param kind by the element and its namespace
     */
    public record Capability(String name, Kind kind) {
        /** Which rules a capability is under. */
        public enum Kind {
            /** An ordinary one, of whatever version of the schema. */
            GENERAL,
            /** One of the {@code rescap} namespace, which needs a justification (CAP-01). */
            RESTRICTED,
            /** A {@code DeviceCapability} such as {@code webcam}. */
            DEVICE,
            /** A {@code CustomCapability}, granted by a manufacturer. */
            CUSTOM
        }

        private static Capability of(XmlElement element) {
            return new Capability(element.attribute("Name"), kind(element));
        }

        private static Kind kind(XmlElement element) {
            return switch (element.name()) {
                case "DeviceCapability" -> Kind.DEVICE;
                case "CustomCapability" -> Kind.CUSTOM;
                default -> element.namespace().endsWith(AppxManifest.RESTRICTED) ? Kind.RESTRICTED : Kind.GENERAL;
            };
        }
    }

    /**
     * A kind of device that a package runs on: listing rules, section 6.5.
     *
     * @param name for example {@code Windows.Desktop}
     * @param minVersion the oldest system
     * @param maxVersionTested the newest system that it was tested on
     */
    public record DeviceFamily(String name, PackageVersion minVersion, PackageVersion maxVersionTested) {
        private static DeviceFamily of(XmlElement element) {
            return new DeviceFamily(
                    element.attribute("Name"),
                    new PackageVersion(element.attribute("MinVersion")),
                    new PackageVersion(element.attribute("MaxVersionTested")));
        }
    }

    /**
     * The manifest of a package.
     *
     * @throws InvalidPackageException when it has no {@code Package/Identity}
     */
    static AppxManifest of(
            String place,
            XmlElement root,
            PackageFiles files,
            Optional<BlockMap> blockMap,
            PackageForm form,
            NameList unsupportedNames)
            throws InvalidPackageException {
        Optional<XmlElement> identity = root.name().equals("Package") ? root.first("Identity") : Optional.empty();
        if (identity.isEmpty()) {
            throw new InvalidPackageException(
                    place, "has no Package/Identity", "write one, or reserve a name to get one");
        }
        return new AppxManifest(
                place,
                PackageIdentity.ofPackage(identity.get()),
                root,
                files,
                blockMap,
                form,
                unsupportedNames,
                Fingerprint.of(root));
    }

    /**
     * The manifest of a package that is not written yet; it has no block map.
     *
     * @param place the file that it comes from, for messages
     * @throws InvalidPackageException when it is no XML, with line and column, or has no {@code Package/Identity}
     */
    public static AppxManifest ofUnwritten(String place, byte[] xml, PackageFiles files) throws IOException {
        NameList unsupported = new NameList();
        files.names().stream().filter(name -> !PartName.isAnsi(name)).forEach(unsupported::add);
        PackageForm form = new PackageForm(false, new NameList(), new NameList(), new NameList(), true, new NameList());
        return of(place, XmlElement.of(place, xml), files, Optional.empty(), form, unsupported);
    }

    /** The name of the publisher, a text or a reference to a resource ({@code ms-resource:...}). */
    public String publisherDisplayName() {
        return root.text("Properties/PublisherDisplayName");
    }

    /** Where an element is, for messages. */
    public String place(XmlElement element) {
        return place + ", line " + element.line();
    }

    /** The languages of the resources, in order; one that is empty is none. */
    public List<String> languages() {
        return root.all("Resources/Resource").stream()
                .map(resource -> resource.attribute("Language"))
                .filter(language -> !language.isEmpty())
                .toList();
    }

    /** The kinds of devices that it runs on, in order. */
    public List<DeviceFamily> deviceFamilies() {
        return root.all("Dependencies/TargetDeviceFamily").stream()
                .map(DeviceFamily::of)
                .distinct()
                .toList();
    }

    /** What it asks the system for, in order. */
    public List<Capability> capabilities() {
        return root.all("Capabilities").stream()
                .flatMap(all -> all.children().stream())
                .map(Capability::of)
                .distinct()
                .toList();
    }

    /** The apps that are in it. */
    public List<XmlElement> applications() {
        return root.all("Applications/Application");
    }

    /** Whether it has resources only, for an app in another package of its bundle. */
    public boolean isResourcePackage() {
        return isTrue("Properties/ResourcePackage");
    }

    /** Whether it may be without an app: it belongs to another package, or others are built on it. */
    public boolean needsNoApplication() {
        return isResourcePackage()
                || isTrue("Properties/Framework")
                || root.first("Dependencies/MainPackageDependency").isPresent();
    }

    private boolean isTrue(String path) {
        String text = root.text(path);
        return text.equals("true") || text.equals("1");
    }

    /** A digest of all that a manifest has except the processor architecture, to compare those of a bundle (PKG-09). */
    private static final class Fingerprint {
        private static final String ARCHITECTURE = "ProcessorArchitecture";

        private final MessageDigest digest = sha256();

        static String of(XmlElement root) {
            Fingerprint fingerprint = new Fingerprint();
            fingerprint.add(root);
            return HexFormat.of().formatHex(fingerprint.digest.digest());
        }

        private void add(XmlElement element) {
            add(element.name());
            add(element.namespace());
            element.attributes().forEach((name, value) -> {
                if (!name.equals(ARCHITECTURE)) {
                    add(name);
                    add(value);
                }
            });
            add(element.text().strip());
            element.children().forEach(this::add);
            add("");
        }

        /** With a zero byte after it, which no XML has. */
        private void add(String text) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
