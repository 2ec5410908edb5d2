package io.github.storemaven.msix;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks over a manifest without ever following an entity; the manifest's author may be anybody. */
final class XmlWalk {
    private static final int DEEPEST = 100;

    private final String place;
    private final XMLStreamReader reader;
    private final Deque<Open> open = new ArrayDeque<>();

    /** An element that has begun. */
    private record Open(String path, String namespace, SortedMap<String, String> attributes, StringBuilder text) {}

    private XmlWalk(String place, byte[] xml) throws XMLStreamException {
        this.place = place;
        this.reader = XmlParser.of(xml);
    }

    /** Shows all elements, inner ones before outer ones. */
    static void over(String place, byte[] xml, Consumer<XmlElement> visitor) throws DamagedPackage {
        try {
            new XmlWalk(place, xml).walk(visitor);
        } catch (XMLStreamException e) {
            throw XmlParser.notWellFormed(place, e);
        }
    }

    /** The attributes of the first element, whatever comes after it, even nothing. */
    static SortedMap<String, String> rootAttributes(String place, byte[] beginning) throws DamagedPackage {
        try {
            XmlWalk walk = new XmlWalk(place, beginning);
            while (walk.reader.next() != XMLStreamConstants.START_ELEMENT) {
                walk.refuseDoctype();
            }
            return walk.attributes();
        } catch (XMLStreamException e) {
            throw XmlParser.notWellFormed(place, e);
        }
    }

    private void walk(Consumer<XmlElement> visitor) throws XMLStreamException, DamagedPackage {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> visitor.accept(end());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> addText();
                default -> refuseDoctype();
            }
        }
    }

    private void begin() throws DamagedPackage {
        if (open.size() == DEEPEST) {
            throw new DamagedPackage(place, "is nested more than " + DEEPEST + " deep" + here(), XmlParser.REMEDY);
        }
        String outer = open.isEmpty() ? "" : open.element().path() + "/";
        open.push(new Open(outer + reader.getLocalName(), namespace(), attributes(), new StringBuilder()));
    }

    private void addText() {
        if (!open.isEmpty()) {
            open.element().text().append(reader.getText());
        }
    }

    private XmlElement end() {
        Open ended = open.pop();
        return new XmlElement(
                ended.path(),
                ended.namespace(),
                ended.attributes(),
                ended.text().toString().strip());
    }

    private String namespace() {
        return reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    }

    private SortedMap<String, String> attributes() {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            String prefix = namespace == null || namespace.isEmpty() ? "" : "{" + namespace + "}";
            attributes.put(prefix + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private void refuseDoctype() throws DamagedPackage {
        int event = reader.getEventType();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new DamagedPackage(
                    place, "has a DOCTYPE or an entity, which no manifest needs" + here(), XmlParser.REMEDY);
        }
    }

    private String here() {
        return ", line " + reader.getLocation().getLineNumber();
    }
}
