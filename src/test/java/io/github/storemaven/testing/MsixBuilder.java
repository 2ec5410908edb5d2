package io.github.storemaven.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A package of the true layout, made in memory, to be varied and mutilated: {@code MsixBuilder.app().version("2.0.0.0")}.
 * For the project's tests and for the hook scripts of its builds.
 */
public final class MsixBuilder extends ContainerBuilder<MsixBuilder> {
    private final ManifestText manifest = new ManifestText();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private boolean compressed;
    private boolean manifestFirst;
    private UnaryOperator<String> manifestChange = UnaryOperator.identity();
    private UnaryOperator<String> blockMapChange = UnaryOperator.identity();

    private MsixBuilder() {
        files.put("app.exe", PeProgram.program(PeProgram.X64));
        for (String picture : List.of("logo", "150", "44")) {
            files.put("assets/" + picture + ".png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        }
    }

    /** A good package: ExampleHarbour.TideTable 1.2.3.0 for x64, English, for Windows.Desktop, no capabilities. */
    public static MsixBuilder app() {
        return new MsixBuilder();
    }

    /** A bundle of packages, with the identity of the first one. */
    public static BundleBuilder bundle(MsixBuilder... packages) {
        return new BundleBuilder(List.of(packages));
    }

    public MsixBuilder name(String name) {
        return identity("Name", name);
    }

    public MsixBuilder publisher(String publisher) {
        return identity("Publisher", publisher);
    }

    public MsixBuilder version(String version) {
        return identity("Version", version);
    }

    /** Sets the architecture, and that of the program where it is one of a processor. */
    public MsixBuilder architecture(String architecture) {
        PeProgram.of(architecture).ifPresent(program -> files.put("app.exe", program));
        return identity("ProcessorArchitecture", architecture);
    }

    /** Sets an attribute of {@code Identity}; null takes it out. */
    public MsixBuilder identity(String attribute, String value) {
        manifest.identity.put(attribute, value);
        manifest.identity.values().removeIf(each -> each == null);
        return this;
    }

    public MsixBuilder displayName(String displayName) {
        manifest.displayName = displayName;
        return this;
    }

    public MsixBuilder publisherDisplayName(String publisherDisplayName) {
        manifest.publisherDisplayName = publisherDisplayName;
        return this;
    }

    public MsixBuilder languages(String... languages) {
        manifest.languages.clear();
        manifest.languages.addAll(List.of(languages));
        return this;
    }

    /** Adds a device family; the first one takes the place of Windows.Desktop. */
    public MsixBuilder family(String name, String minVersion, String maxVersionTested) {
        manifest.families.add(ManifestText.family(name, minVersion, maxVersionTested));
        return this;
    }

    public MsixBuilder capability(String name) {
        manifest.capabilities.add("<Capability Name=\"" + name + "\"/>");
        return this;
    }

    public MsixBuilder restrictedCapability(String name) {
        manifest.capabilities.add("<rescap:Capability Name=\"" + name + "\"/>");
        return this;
    }

    public MsixBuilder deviceCapability(String name) {
        manifest.capabilities.add("<DeviceCapability Name=\"" + name + "\"/>");
        return this;
    }

    public MsixBuilder customCapability(String name) {
        manifest.capabilities.add("<CustomCapability Name=\"" + name + "\"/>");
        return this;
    }

    public MsixBuilder resourcePackage(String resourceId) {
        manifest.propertiesEnd = "<ResourcePackage>true</ResourcePackage>";
        files.remove("app.exe");
        return identity("ResourceId", resourceId);
    }

    public MsixBuilder hiddenFromStart() {
        manifest.visualAttributes = " AppListEntry=\"none\"";
        return this;
    }

    /** Takes a file of the app away; the block map does not list it then. */
    public MsixBuilder without(String name) {
        files.remove(name);
        return this;
    }

    /** Adds a file of the app. */
    public MsixBuilder file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** Deflates the parts, which the block map then no longer describes to the letter. */
    public MsixBuilder compressed() {
        compressed = true;
        return this;
    }

    /** Puts the manifest in front of all files. */
    public MsixBuilder manifestFirst() {
        manifestFirst = true;
        return this;
    }

    /** Changes the manifest's text. */
    public MsixBuilder manifest(UnaryOperator<String> change) {
        manifestChange = change;
        return this;
    }

    /** Changes the block map's text. */
    public MsixBuilder blockMap(UnaryOperator<String> change) {
        blockMapChange = change;
        return this;
    }

    @Override
    public byte[] bytes() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        if (manifestFirst) {
            parts.put("AppxManifest.xml", new byte[0]);
        }
        parts.putAll(files);
        parts.put("AppxManifest.xml", manifestChange.apply(manifest.text()).getBytes(UTF_8));
        String blockMap = blockMapChange.apply(BlockMapText.of(parts));
        parts.put("AppxBlockMap.xml", blockMap.getBytes(UTF_8));
        parts.put(
                "[Content_Types].xml", BlockMapText.contentTypes(parts.keySet()).getBytes(UTF_8));
        return pack(compressed ? ZipBuilder.deflated() : ZipBuilder.stored(), parts);
    }

    /** The same package as MakeAppx writes it: deflated, with ZIP64. */
    public byte[] byMakeAppx() {
        return MakeAppxArchive.pack(parts());
    }

    /** Its files and its manifest, for somebody else to pack. */
    public Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>(files);
        parts.put("AppxManifest.xml", manifestChange.apply(manifest.text()).getBytes(UTF_8));
        return parts;
    }

    @Override
    MsixBuilder self() {
        return this;
    }

    boolean isResourcePackage() {
        return !manifest.propertiesEnd.isEmpty();
    }

    Map<String, String> identity() {
        return manifest.identity;
    }
}
