package io.github.storemaven.msix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A bundle of the true layout, made by {@link MsixFixture#bundle}. Its packages are called {@code
 * 0_x64.msix}, {@code 1_arm64.msix} and so on.
 */
public final class BundleFixture extends ContainerFixture<BundleFixture> {
    private static final int LOCAL_HEADER = 30;

    private final List<MsixFixture> packages;
    private String version;
    private UnaryOperator<String> manifestChange = UnaryOperator.identity();

    BundleFixture(List<MsixFixture> packages) {
        this.packages = packages;
        this.version =
                packages.isEmpty() ? "1.2.3.0" : packages.get(0).identity().get("Version");
    }

    /** The bundle's own version, which may differ from those of its packages. */
    public BundleFixture version(String newVersion) {
        version = newVersion;
        return this;
    }

    /** Changes the text of the bundle's manifest. */
    public BundleFixture manifest(UnaryOperator<String> change) {
        manifestChange = change;
        return this;
    }

    @Override
    public byte[] bytes() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < packages.size(); i++) {
            parts.put(fileName(i), packages.get(i).bytes());
        }
        byte[] manifest = manifestChange.apply(manifest(parts)).getBytes(UTF_8);
        String blockMap = BlockMapFixture.of(Map.of("AppxMetadata/AppxBundleManifest.xml", manifest));
        parts.put("AppxMetadata/AppxBundleManifest.xml", manifest);
        parts.put("AppxBlockMap.xml", blockMap.getBytes(UTF_8));
        parts.put(
                "[Content_Types].xml",
                BlockMapFixture.contentTypes(parts.keySet()).getBytes(UTF_8));
        return pack(ZipFixture.stored(), parts);
    }

    @Override
    BundleFixture self() {
        return this;
    }

    private String manifest(Map<String, byte[]> parts) {
        Map<String, String> first = packages.isEmpty()
                ? new ManifestFixture().identity
                : packages.get(0).identity();
        StringBuilder listed = new StringBuilder();
        int start = 0;
        for (int i = 0; i < packages.size(); i++) {
            Map<String, String> identity = packages.get(i).identity();
            int size = parts.get(fileName(i)).length;
            start += LOCAL_HEADER + fileName(i).length();
            listed.append("    <Package Type=\"%s\" Version=\"%s\" Architecture=\"%s\" FileName=\"%s\""
                            .formatted(
                                    packages.get(i).isResourcePackage() ? "resource" : "application",
                                    identity.get("Version"),
                                    identity.get("ProcessorArchitecture"),
                                    fileName(i)))
                    .append(" Offset=\"%d\" Size=\"%d\"/>\n".formatted(start, size));
            start += size;
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <Bundle xmlns="http://schemas.microsoft.com/appx/2013/bundle" SchemaVersion="6.0">
              <Identity Name="%s" Publisher="%s" Version="%s"/>
              <Packages>
            %s  </Packages>
            </Bundle>
            """.formatted(first.get("Name"), first.get("Publisher"), version, listed);
    }

    private String fileName(int i) {
        return i + "_" + packages.get(i).identity().get("ProcessorArchitecture") + ".msix";
    }
}
