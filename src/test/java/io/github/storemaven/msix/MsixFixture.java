package io.github.storemaven.msix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A package of the true layout, made in memory, to be varied and mutilated: {@code MsixFixture.app().version("2.0.0.0")}.
 * For the project's tests and for the hook scripts of its builds.
 */
public final class MsixFixture extends ContainerFixture<MsixFixture> {
    private final ManifestFixture manifest = new ManifestFixture();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private boolean compressed;
    private boolean manifestFirst;
    private UnaryOperator<String> manifestChange = UnaryOperator.identity();
    private UnaryOperator<String> blockMapChange = UnaryOperator.identity();

    private MsixFixture() {
        files.put("app.exe", PeFixture.program(PeFixture.X64));
        for (String picture : List.of("logo", "150", "44")) {
            files.put("assets/" + picture + ".png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        }
    }

    /** A good package: ExampleHarbour.TideTable 1.2.3.0 for x64, English, for Windows.Desktop, no capabilities. */
    public static MsixFixture app() {
        return new MsixFixture();
    }

    /** A bundle of packages, with the identity of the first one. */
    public static BundleFixture bundle(MsixFixture... packages) {
        return new BundleFixture(List.of(packages));
    }

    public MsixFixture name(String name) {
        return identity("Name", name);
    }

    public MsixFixture publisher(String publisher) {
        return identity("Publisher", publisher);
    }

    public MsixFixture version(String version) {
        return identity("Version", version);
    }

    /** Sets the architecture, and that of the program where it is one of a processor. */
    public MsixFixture architecture(String architecture) {
        PeFixture.of(architecture).ifPresent(program -> files.put("app.exe", program));
        return identity("ProcessorArchitecture", architecture);
    }

    /** Sets an attribute of {@code Identity}; null takes it out. */
    public MsixFixture identity(String attribute, String value) {
        manifest.identity.put(attribute, value);
        manifest.identity.values().removeIf(each -> each == null);
        return this;
    }

    public MsixFixture displayName(String displayName) {
        manifest.displayName = displayName;
        return this;
    }

    public MsixFixture publisherDisplayName(String publisherDisplayName) {
        manifest.publisherDisplayName = publisherDisplayName;
        return this;
    }

    public MsixFixture languages(String... languages) {
        manifest.languages.clear();
        manifest.languages.addAll(List.of(languages));
        return this;
    }

    /** Adds a device family; the first one takes the place of Windows.Desktop. */
    public MsixFixture family(String name, String minVersion, String maxVersionTested) {
        manifest.families.add(ManifestFixture.family(name, minVersion, maxVersionTested));
        return this;
    }

    public MsixFixture capability(String name) {
        manifest.capabilities.add("<Capability Name=\"" + name + "\"/>");
        return this;
    }

    public MsixFixture restrictedCapability(String name) {
        manifest.capabilities.add("<rescap:Capability Name=\"" + name + "\"/>");
        return this;
    }

    public MsixFixture deviceCapability(String name) {
        manifest.capabilities.add("<DeviceCapability Name=\"" + name + "\"/>");
        return this;
    }

    public MsixFixture customCapability(String name) {
        manifest.capabilities.add("<CustomCapability Name=\"" + name + "\"/>");
        return this;
    }

    public MsixFixture resourcePackage(String resourceId) {
        manifest.propertiesEnd = "<ResourcePackage>true</ResourcePackage>";
        files.remove("app.exe");
        return identity("ResourceId", resourceId);
    }

    public MsixFixture hiddenFromStart() {
        manifest.visualAttributes = " AppListEntry=\"none\"";
        return this;
    }

    /** Takes a file of the app away; the block map does not list it then. */
    public MsixFixture without(String name) {
        files.remove(name);
        return this;
    }

    /** Adds a file of the app. */
    public MsixFixture file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** Deflates the parts, which the block map then no longer describes to the letter. */
    public MsixFixture compressed() {
        compressed = true;
        return this;
    }

    /** Puts the manifest in front of all files. */
    public MsixFixture manifestFirst() {
        manifestFirst = true;
        return this;
    }

    /** Changes the manifest's text. */
    public MsixFixture manifest(UnaryOperator<String> change) {
        manifestChange = change;
        return this;
    }

    /** Changes the block map's text. */
    public MsixFixture blockMap(UnaryOperator<String> change) {
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
        String blockMap = blockMapChange.apply(BlockMapFixture.of(parts));
        parts.put("AppxBlockMap.xml", blockMap.getBytes(UTF_8));
        parts.put(
                "[Content_Types].xml",
                BlockMapFixture.contentTypes(parts.keySet()).getBytes(UTF_8));
        return pack(compressed ? ZipFixture.deflated() : ZipFixture.stored(), parts);
    }

    /** The same package as MakeAppx writes it: deflated, with ZIP64. */
    public byte[] byMakeAppx() {
        return MakeAppxFixture.pack(parts());
    }

    /** Its files and its manifest, for somebody else to pack. */
    public Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>(files);
        parts.put("AppxManifest.xml", manifestChange.apply(manifest.text()).getBytes(UTF_8));
        return parts;
    }

    @Override
    MsixFixture self() {
        return this;
    }

    boolean isResourcePackage() {
        return !manifest.propertiesEnd.isEmpty();
    }

    Map<String, String> identity() {
        return manifest.identity;
    }
}
