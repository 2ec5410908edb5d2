package io.github.storemaven.msix;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks over an XML file of a package within limits and without a DTD; its author may be anybody. The parser is the
 * JDK's own, because another one on the class path may have other defaults.
 */
final class XmlWalker {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_OF_A_KIND = 1000;
    private static final int PROLOG = 64 * 1024;
    private static final String REMEDY = "correct the manifest and make the package again";

    private final String place;
    private final Visitor visitor;
    private int depth;

    /** What is done with the parts of the file, in their order. */
    interface Visitor {
        /** An element begins. */
        void begin(XmlElement element) throws InvalidPackageException;

        /** Text of the element that was begun last and has not ended. */
        default void text(String text) {}

        /** The element that was begun last ends. */
        default void end() {}
    }

    private XmlWalker(String place, Visitor visitor) {
        this.place = place;
        this.visitor = visitor;
    }

    /** Shows a visitor all elements; each comes without text and children. */
    static void walk(String place, InputStream xml, Visitor visitor) throws IOException {
        new XmlWalker(place, visitor).walk(xml);
    }

    /** The root element with all that is in it, at most 1,000 elements of each kind. */
    static XmlElement tree(String place, byte[] xml, MemoryLimit limit) throws IOException {
        Tree tree = new Tree(place, limit);
        walk(place, new ByteArrayInputStream(xml), tree);
        return tree.root;
    }

    private void walk(InputStream xml) throws IOException {
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader reader = factory.createXMLStreamReader(withoutDoctype(xml));
            while (reader.hasNext()) {
                visit(reader, reader.next());
            }
        } catch (XMLStreamException e) {
            throw problem(e);
        } catch (CharacterCodingException e) {
            throw notUtf8();
        } catch (RuntimeException e) {
            // The JDK's parser throws its own unchecked ones, where a message of its resources is missing for example.
            throw new InvalidPackageException(place, "is not well-formed XML", REMEDY);
        }
    }

    private void visit(XMLStreamReader reader, int event) throws InvalidPackageException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > MAX_DEPTH) {
                    throw new InvalidPackageException(
                            place, "is nested more than " + MAX_DEPTH + " deep" + line(reader), REMEDY);
                }
                visitor.begin(element(reader));
            }
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                visitor.end();
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> visitor.text(reader.getText());
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new InvalidPackageException(
                        place, "has an entity, which no manifest needs" + line(reader), REMEDY);
            default -> {
                // Comments and instructions mean nothing here.
            }
        }
    }

    private static XmlElement element(XMLStreamReader reader) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            String prefix = namespace == null || namespace.isEmpty() ? "" : "{" + namespace + "}";
            attributes.put(prefix + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        int line = reader.getLocation().getLineNumber();
        return new XmlElement(reader.getLocalName(), namespace, line, attributes, "", List.of());
    }

    /**
     * The text, decoded strictly and without the parser's help, up to a DOCTYPE: the parser would read that before it
     * tells of it, and stumbles over some.
     */
    private Reader withoutDoctype(InputStream bytes) throws IOException {
        InputStream xml = new BufferedInputStream(bytes);
        Reader decoded = new BufferedReader(new InputStreamReader(
                xml,
                charset(xml)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        PushbackReader reader = new PushbackReader(decoded, PROLOG);
        char[] prolog = new char[PROLOG];
        int length = 0;
        for (int read = 0; read >= 0 && length < PROLOG; read = decoded.read(prolog, length, PROLOG - length)) {
            length += read;
        }
        int start = length > 0 && prolog[0] == '\uFEFF' ? 1 : 0;
        String beginning = new String(prolog, start, length - start);
        refuseDoctype(beginning);
        reader.unread(prolog, start, length - start);
        return reader;
    }

    private static Charset charset(InputStream xml) throws IOException {
        xml.mark(2);
        byte[] first = xml.readNBytes(2);
        xml.reset();
        int mark = first.length < 2 ? 0 : ((first[0] & 0xFF) << 8) | (first[1] & 0xFF);
        return switch (mark) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }

    /** Passes over blanks, instructions and comments, which may be in front of one. */
    private void refuseDoctype(String text) throws InvalidPackageException {
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("<?", at)) {
                at = after("?>", text, at);
            } else if (text.startsWith("<!--", at)) {
                at = after("-->", text, at + 4);
            } else {
                break;
            }
        }
        if (text.startsWith("<!", at) && !text.startsWith("<!--", at)) {
            long line = text.substring(0, at).lines().count();
            throw new InvalidPackageException(
                    place, "has a DOCTYPE, which no manifest needs, line " + Math.max(1, line), REMEDY);
        }
    }

    private static int after(String end, String text, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at + end.length();
    }

    private InvalidPackageException problem(XMLStreamException problem) {
        for (Throwable cause = problem.getNestedException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return notUtf8();
            }
        }
        String line = problem.getLocation() == null
                ? ""
                : ", line " + problem.getLocation().getLineNumber() + ", column "
                        + problem.getLocation().getColumnNumber();
        return new InvalidPackageException(place, "is not well-formed XML" + line + reason(problem), REMEDY);
    }

    private InvalidPackageException notUtf8() {
        return new InvalidPackageException(place, "has bytes that are not UTF-8", "save the manifest as UTF-8");
    }

    /** The parser's text without the place that it repeats in front. */
    private static String reason(XMLStreamException problem) {
        String message = String.valueOf(problem.getMessage()).replaceAll("(?s).*\nMessage: ", "");
        return " (" + message.replaceAll("\\s+", " ").replaceAll("\\.$", "") + ")";
    }

    private static String line(XMLStreamReader reader) {
        return ", line " + reader.getLocation().getLineNumber();
    }

    /** Keeps what it is shown. */
    private static final class Tree implements Visitor {
        private final String place;
        private final MemoryLimit limit;
        private final Deque<XmlElement> open = new ArrayDeque<>();
        private final Deque<StringBuilder> texts = new ArrayDeque<>();
        private final Map<String, Integer> kinds = new HashMap<>();
        private XmlElement root;

        Tree(String place, MemoryLimit limit) {
            this.place = place;
            this.limit = limit;
        }

        @Override
        public void begin(XmlElement element) throws InvalidPackageException {
            if (kinds.merge(element.name(), 1, Integer::sum) > MAX_OF_A_KIND) {
                String fault = "has more than " + MAX_OF_A_KIND + " elements called " + element.name();
                throw new InvalidPackageException(place, fault + ", line " + element.line(), REMEDY);
            }
            limit.keep(1 + element.attributes().size());
            open.push(new XmlElement(
                    element.name(), element.namespace(), element.line(), element.attributes(), "", new ArrayList<>()));
            texts.push(new StringBuilder());
        }

        @Override
        public void text(String text) {
            if (!texts.isEmpty()) {
                texts.element().append(text);
            }
        }

        @Override
        public void end() {
            XmlElement begun = open.pop();
            XmlElement whole = new XmlElement(
                    begun.name(),
                    begun.namespace(),
                    begun.line(),
                    begun.attributes(),
                    texts.pop().toString(),
                    begun.children());
            if (open.isEmpty()) {
                root = whole;
            } else {
                open.element().children().add(whole);
            }
        }
    }
}
