package io.github.storemaven.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A bundle of the true layout, made by {@link MsixBuilder#bundle}. Its packages are called {@code
 * 0_x64.msix}, {@code 1_arm64.msix} and so on.
 */
public final class BundleBuilder extends ContainerBuilder<BundleBuilder> {
    private static final int LOCAL_HEADER = 30;

    private final List<MsixBuilder> packages;
    private String version;
    private UnaryOperator<String> manifestChange = UnaryOperator.identity();

    BundleBuilder(List<MsixBuilder> packages) {
        this.packages = packages;
        this.version =
                packages.isEmpty() ? "1.2.3.0" : packages.get(0).identity().get("Version");
    }

    /** The bundle's own version, which may differ from those of its packages. */
    public BundleBuilder version(String newVersion) {
        version = newVersion;
        return this;
    }

    /** Changes the text of the bundle's manifest. */
    public BundleBuilder manifest(UnaryOperator<String> change) {
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
        String blockMap = BlockMapText.of(Map.of("AppxMetadata/AppxBundleManifest.xml", manifest));
        parts.put("AppxMetadata/AppxBundleManifest.xml", manifest);
        parts.put("AppxBlockMap.xml", blockMap.getBytes(UTF_8));
        parts.put(
                "[Content_Types].xml", BlockMapText.contentTypes(parts.keySet()).getBytes(UTF_8));
        return pack(ZipBuilder.stored(), parts);
    }

    @Override
    BundleBuilder self() {
        return this;
    }

    private String manifest(Map<String, byte[]> parts) {
        Map<String, String> first = packages.isEmpty()
                ? new ManifestText().identity
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
