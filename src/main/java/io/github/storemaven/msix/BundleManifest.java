package io.github.storemaven.msix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an {@code AppxMetadata/AppxBundleManifest.xml} says.
 *
 * @param identity of the bundle, neutral and with "~" for a resource id, as in its full name
 * @param packages the file names of its packages
 */
record BundleManifest(Identity identity, List<String> packages) {
    static BundleManifest read(String place, byte[] xml) throws DamagedPackage {
        List<Identity> identities = new ArrayList<>();
        List<String> packages = new ArrayList<>();
        XmlWalk.over(place, xml, element -> {
            switch (element.path()) {
                case "Bundle/Identity" -> identities.add(identity(element));
                case "Bundle/Packages/Package" -> packages.add(element.attribute("FileName"));
                default -> {
                    // Facts about the packages are read from the packages themselves.
                }
            }
        });
        if (identities.isEmpty()) {
            throw new DamagedPackage(place, "has no Bundle/Identity", "make the bundle again, with makeappx bundle");
        }
        return new BundleManifest(identities.get(0), List.copyOf(packages));
    }

    private static Identity identity(XmlElement element) {
        return new Identity(
                element.attribute("Name"),
                element.attribute("Publisher"),
                new PackageVersion(element.attribute("Version")),
                "neutral",
                Optional.of("~"));
    }
}
