package io.github.storemaven.emulator;

import io.github.storemaven.testing.PngImage;
import io.github.storemaven.testing.ZipBuilder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** ZIPs and packages for the tests. */
final class Zips {
    /** What an icon has to be: the start of a PNG of 300 x 300. */
    static final byte[] PNG = PngImage.header(300, 300);

    private Zips() {}

    static byte[] zip(Map<String, byte[]> entries) {
        ZipBuilder zip = ZipBuilder.deflated();
        entries.forEach(zip::with);
        return zip.bytes();
    }

    static byte[] zip(String name, byte[] content) {
        return zip(Map.of(name, content));
    }

    static byte[] msix(String version, String architecture) {
        return msix("40001Harbour.TideTableDemo", version, architecture);
    }

    static byte[] msix(String identity, String version, String architecture) {
        return zip("AppxManifest.xml", manifest(identity, version, architecture));
    }

    static byte[] manifest(String identity, String version, String architecture) {
        String manifest = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Package><Identity Name=\"" + identity
                + "\" Publisher=\"CN=Harbour\" Version=\"" + version + "\" ProcessorArchitecture=\"" + architecture
                + "\"/><Resources><Resource Language=\"en-US\"/></Resources><Dependencies><TargetDeviceFamily"
                + " Name=\"Windows.Desktop\" MinVersion=\"10.0.17763.0\"/></Dependencies><Capabilities><Capability"
                + " Name=\"internetClient\"/></Capabilities></Package>";
        return manifest.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bundle(String version, String... architectures) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        StringBuilder packages = new StringBuilder();
        for (String architecture : architectures) {
            String name = "app_" + architecture + ".msix";
            entries.put(name, msix(version, architecture));
            packages.append("<Package Type=\"application\" Version=\"").append(version);
            packages.append("\" Architecture=\"")
                    .append(architecture)
                    .append("\" FileName=\"")
                    .append(name);
            packages.append("\"><Resources><Resource Language=\"en-US\"/></Resources></Package>");
        }
        String manifest = "<Bundle><Identity Name=\"40001Harbour.TideTableDemo\" Publisher=\"CN=Harbour\" Version=\""
                + version + "\"/><Packages>" + packages + "</Packages></Bundle>";
        entries.put("AppxMetadata/AppxBundleManifest.xml", manifest.getBytes(StandardCharsets.UTF_8));
        return zip(entries);
    }
}
