package io.github.storemaven.msix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bundle of the true layout, with its packages stored as they are; made by {@link MsixFixture#bundle}. */
public final class BundleFixture {
    private final List<MsixFixture> packages;
    private final Map<String, byte[]> replaced = new LinkedHashMap<>();
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

    /** Puts other bytes in the place of any part, or adds one; null takes the part out. */
    public BundleFixture replace(String part, byte[] content) {
        replaced.put(part, content);
        return this;
    }

    /** The bundle as it is set up now; its packages are called {@code 0_x64.msix}, {@code 1_arm64.msix} ... */
    public byte[] bytes() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < packages.size(); i++) {
            parts.put(fileName(i), packages.get(i).bytes());
        }
        parts.put("AppxMetadata/AppxBundleManifest.xml", manifest().getBytes(UTF_8));
        parts.put("AppxBlockMap.xml", BlockMapFixture.of(parts).getBytes(UTF_8));
        parts.put("[Content_Types].xml", BlockMapFixture.CONTENT_TYPES.getBytes(UTF_8));
        parts.putAll(replaced);
        ZipFixture zip = ZipFixture.stored();
        parts.forEach((name, content) -> {
            if (content != null) {
                zip.with(name, content);
            }
        });
        return zip.bytes();
    }

    /** Writes the bundle; the folder is made where it does not exist. */
    public Path write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.write(file, bytes());
    }

    /** An upload container with this bundle, compressed as Visual Studio does it. */
    public byte[] upload(String bundleName) {
        return ZipFixture.deflated().with(bundleName, bytes()).bytes();
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
