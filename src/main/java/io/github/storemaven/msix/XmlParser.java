package io.github.storemaven.msix;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The JDK's own parser, because another one on the class path may have other defaults; without DTDs and entities. */
final class XmlParser {
    static final String REMEDY = "correct the manifest and make the package again";

    private XmlParser() {}

    static XMLStreamReader of(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    static DamagedPackage notWellFormed(String place, XMLStreamException problem) {
        return new DamagedPackage(place, "is not well-formed XML" + line(problem) + reason(problem), REMEDY);
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
}
