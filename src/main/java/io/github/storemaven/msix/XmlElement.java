package io.github.storemaven.msix;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * An element of a manifest with all that is in it.
 *
 * @param name without its prefix
 * @param namespace of its name; empty without one
 * @param line where it begins
 * @param attributes by name; one with a namespace of its own as {@code {namespace}name}
 * @param text directly in it, as it is written
 * @param children in order
 */
public record XmlElement(
        String name,
        String namespace,
        int line,
        SortedMap<String, String> attributes,
        String text,
        List<XmlElement> children) {

    /**
     * The root element of a file, with all that is in it.
     *
     * @param place the file, for messages
     * @throws InvalidPackageException when it is no XML, with line and column
     */
    public static XmlElement of(String place, byte[] xml) throws IOException {
        return XmlWalker.tree(place, xml, new MemoryLimit());
    }

    /** The value of an attribute of this name, whatever its namespace, one without a namespace first. */
    public Optional<String> find(String attribute) {
        if (attributes.containsKey(attribute)) {
            return Optional.of(attributes.get(attribute));
        }
        return attributes.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("}" + attribute))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The value of an attribute, empty without one. */
    public String attribute(String attribute) {
        return find(attribute).orElse("");
    }

    /** The elements at a path below this one, for example {@code Applications/Application}. */
    public List<XmlElement> all(String path) {
        Stream<XmlElement> found = Stream.of(this);
        for (String step : path.split("/", -1)) {
            found = found.flatMap(element -> element.children.stream()).filter(child -> child.name.equals(step));
        }
        return found.toList();
    }

    /** The first element at a path below this one. */
    public Optional<XmlElement> first(String path) {
        return all(path).stream().findFirst();
    }

    /** The text of the first element at a path, without blanks around it; empty without one. */
    public String text(String path) {
        return first(path).map(element -> element.text.strip()).orElse("");
    }

    /** This element and all below it, outer ones first. */
    public Stream<XmlElement> everything() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::everything));
    }
}
