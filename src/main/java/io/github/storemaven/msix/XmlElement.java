package io.github.storemaven.msix;

import java.util.SortedMap;

/**
 * An element of a manifest, shown when it ends.
 *
 * @param path its name and those of the elements around it, such as {@code Package/Identity}, without prefixes
 * @param namespace of its name; empty without one
 * @param attributes by name; one with a namespace of its own as {@code {namespace}name}
 * @param text directly in it, stripped
 */
record XmlElement(String path, String namespace, SortedMap<String, String> attributes, String text) {
    /** The value of an attribute, empty without one. */
    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
