package io.github.storemaven.msix.pri;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the path of an image in a package says (pri-file reference 2).
 *
 * @param name the path without qualifiers, by which a manifest names the image
 * @param qualifiers their values in capitals, by their kinds in small letters, such as {@code scale} and
 *     {@code alternateform}
 */
public record ImageResource(String name, Map<String, String> qualifiers) {
    /** Reads a path with slashes. */
    public static ImageResource of(String path) throws InvalidResourceException {
        ImageFolder.Image image = ImageFolder.root(List.of(path)).images().get(0);
        StringBuilder name = new StringBuilder();
        image.scopes().stream().skip(1).forEach(folder -> name.append(folder).append('/'));
        Map<String, String> qualifiers = new TreeMap<>();
        image.qualifiers()
                .forEach(qualifier -> qualifiers.put(
                        qualifier.kind().name().toLowerCase(Locale.ROOT).replace("_", ""), qualifier.upper()));
        return new ImageResource(name.append(image.name()).toString(), Map.copyOf(qualifiers));
    }
}
