package io.github.storemaven.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text of an {@code AppxManifest.xml}, of the schema of Windows 10. */
final class ManifestText {
    final Map<String, String> identity = new LinkedHashMap<>();
    final List<String> languages = new ArrayList<>(List.of("en-us"));
    final List<String> families = new ArrayList<>();
    final List<String> capabilities = new ArrayList<>();
    String displayName = "Tide Table";
    String publisherDisplayName = "Example Harbour";
    String propertiesEnd = "";
    String visualAttributes = "";

    ManifestText() {
        identity.put("Name", "ExampleHarbour.TideTable");
        identity.put("Publisher", "CN=42698433-7A02-4CC2-A7B4-8F0E646CB76C");
        identity.put("Version", "1.2.3.0");
        identity.put("ProcessorArchitecture", "x64");
    }

    String text() {
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <Package xmlns="http://schemas.microsoft.com/appx/manifest/foundation/windows10"
                xmlns:uap="http://schemas.microsoft.com/appx/manifest/uap/windows10"
                xmlns:rescap="http://schemas.microsoft.com/appx/manifest/foundation/windows10/restrictedcapabilities">
              <Identity%s/>
              <Properties>
                <DisplayName>%s</DisplayName>
                <PublisherDisplayName>%s</PublisherDisplayName>
                <Logo>assets/logo.png</Logo>%s
              </Properties>
              <Resources>%s</Resources>
              <Dependencies>%s</Dependencies>
              <Applications>
                <Application Id="App" Executable="app.exe" EntryPoint="TideTable.App">
                  <uap:VisualElements DisplayName="Tide Table" Description="Tide tables" BackgroundColor="transparent"
                      Square150x150Logo="assets/150.png" Square44x44Logo="assets/44.png"%s/>
                  <Extensions></Extensions>
                </Application>
              </Applications>
              <Capabilities>%s</Capabilities>
            </Package>
            """.formatted(
                        attributes(),
                        displayName,
                        publisherDisplayName,
                        propertiesEnd,
                        each("<Resource Language=\"%s\"/>", languages),
                        families.isEmpty() ? desktop() : String.join("", families),
                        visualAttributes,
                        String.join("", capabilities));
    }

    static String family(String name, String minVersion, String maxVersionTested) {
        return "<TargetDeviceFamily Name=\"%s\" MinVersion=\"%s\" MaxVersionTested=\"%s\"/>"
                .formatted(name, minVersion, maxVersionTested);
    }

    static String each(String form, List<String> values) {
        return String.join("", values.stream().map(form::formatted).toList());
    }

    private static String desktop() {
        return family("Windows.Desktop", "10.0.17763.0", "10.0.22621.0");
    }

    private String attributes() {
        StringBuilder attributes = new StringBuilder();
        identity.forEach((name, value) ->
                attributes.append(" ").append(name).append("=\"").append(value).append('"'));
        return attributes.toString();
    }
}
