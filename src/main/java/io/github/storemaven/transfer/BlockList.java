package io.github.storemaven.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The XML that names the blocks of a blob (submission-api.md, 8.6). */
final class BlockList {
    private BlockList() {}

    /** What makes a blob of blocks, in their order. */
    static String write(List<BlockId> blocks) {
        return blocks.stream()
                .map(block -> "<Latest>" + block.text() + "</Latest>")
                .collect(Collectors.joining(
                        "", "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>", "</BlockList>"));
    }

    /** The names of all blocks in the storage's answer. */
    static Set<String> names(byte[] answer) throws IOException {
        return texts(answer, "Name");
    }

    /** The texts of all elements of a name. */
    static Set<String> texts(byte[] xml, String element) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Set<String> texts = new HashSet<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals(element)) {
                    texts.add(reader.getElementText());
                }
            }
            return texts;
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's parser has unchecked exceptions too, for example of a document type that is damaged.
            throw new IOException("the answer of the storage is not the expected XML", e);
        }
    }
}
