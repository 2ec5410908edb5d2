package io.github.storemaven.msix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bundle of the true layout, made by {@link MsixFixture#bundle}. Its packages are called {@code
 * 0_x64.msix}, {@code 1_arm64.msix} and so on.
 */
public final class BundleFixture extends ContainerFixture<BundleFixture> {
    private final List<MsixFixture> packages;
    private String version;

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

    @Override
    public byte[] bytes() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < packages.size(); i++) {
            parts.put(fileName(i), packages.get(i).bytes());
        }
        parts.put("AppxMetadata/AppxBundleManifest.xml", manifest().getBytes(UTF_8));
        parts.put("AppxBlockMap.xml", BlockMapFixture.of(parts).getBytes(UTF_8));
        parts.put("[Content_Types].xml", BlockMapFixture.CONTENT_TYPES.getBytes(UTF_8));
        return pack(ZipFixture.stored(), parts);
    }

    @Override
    BundleFixture self() {
        return this;
    }

    private String manifest() {
        Map<String, String> first = packages.isEmpty()
                ? new ManifestFixture().identity
                : packages.get(0).identity();
        StringBuilder listed = new StringBuilder();
        for (int i = 0; i < packages.size(); i++) {
            Map<String, String> identity = packages.get(i).identity();
            listed.append("    <Package Type=\"application\" Version=\"%s\" Architecture=\"%s\" FileName=\"%s\"/>\n"
                    .formatted(identity.get("Version"), identity.get("ProcessorArchitecture"), fileName(i)));
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
