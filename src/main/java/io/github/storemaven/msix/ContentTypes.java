package io.github.storemaven.msix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which files have a type in a {@code [Content_Types].xml}; Windows refuses a package with one that has none. */
final class ContentTypes {
    private final Set<String> extensions = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    private ContentTypes() {}

    static ContentTypes read(String place, byte[] xml, MemoryLimit limit) throws IOException {
        ContentTypes types = new ContentTypes();
        XmlWalker.walk(place, new ByteArrayInputStream(xml), element -> {
            if (element.name().equals("Default")) {
                limit.keep(1);
                types.extensions.add(lower(element.attribute("Extension")));
            } else if (element.name().equals("Override")) {
                limit.keep(1);
                types.names.add(lower(element.attribute("PartName")));
            }
        });
        return types;
    }

    /** Whether a file has a type, by its name as the ZIP writes it. */
    boolean cover(String entryName) {
        String name = lower(entryName);
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return (dot >= 0 && extensions.contains(last.substring(dot + 1))) || names.contains("/" + name);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
