package io.github.storemaven.msix;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks over a manifest without ever following an entity; the manifest's author may be anybody. */
final class XmlWalk {
    private static final int DEEPEST = 100;
    private static final String REMEDY = "correct the manifest and make the package again";

    private final String place;
    private final XMLStreamReader reader;
    private final Deque<Open> open = new ArrayDeque<>();

    /** An element that has begun. */
    private record Open(String path, String namespace, SortedMap<String, String> attributes, StringBuilder text) {}

    private XmlWalk(String place, byte[] xml) throws XMLStreamException {
        this.place = place;
        this.reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    /** Shows all elements, inner ones before outer ones. */
    static void over(String place, byte[] xml, Consumer<XmlElement> visitor) throws DamagedPackage {
        try {
            new XmlWalk(place, xml).walk(visitor);
        } catch (XMLStreamException e) {
            throw new DamagedPackage(place, "is not well-formed XML" + line(e) + reason(e), REMEDY);
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
            throw new DamagedPackage(place, "is not well-formed XML" + line(e) + reason(e), REMEDY);
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
            throw new DamagedPackage(place, "is nested more than " + DEEPEST + " deep" + here(), REMEDY);
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
            throw new DamagedPackage(place, "has a DOCTYPE or an entity, which no manifest needs" + here(), REMEDY);
        }
    }

    private String here() {
        return ", line " + reader.getLocation().getLineNumber();
    }

    private static String line(XMLStreamException problem) {
        return problem.getLocation() == null
                ? ""
                : ", line " + problem.getLocation().getLineNumber();
    }

    /** The parser's text without the location that it repeats in front. */
    private static String reason(XMLStreamException problem) {
        String message = String.valueOf(problem.getMessage()).replaceAll("(?s).*\nMessage: ", "");
        return " (" + message.replaceAll("\\s+", " ").replaceAll("\\.$", "") + ")";
    }

    /** The JDK's own parser: another one on the class path may have other defaults. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
