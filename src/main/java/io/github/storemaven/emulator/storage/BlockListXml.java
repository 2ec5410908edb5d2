package io.github.storemaven.emulator.storage;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Block lists as XML; neither DTD nor external entities are read. */
final class BlockListXml {
    private static final int MOST = 50_000;

    private final XMLInputFactory factory = XMLInputFactory.newFactory();

    BlockListXml() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    synchronized List<BlockChoice> read(byte[] xml) throws StorageProblem {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            reader.nextTag();
            reader.require(XMLStreamConstants.START_ELEMENT, null, "BlockList");
            List<BlockChoice> list = new ArrayList<>();
            while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
                String source = reader.getLocalName().toUpperCase(Locale.ROOT);
                list.add(new BlockChoice(
                        BlockChoice.Source.valueOf(source),
                        reader.getElementText().strip()));
            }
            return bounded(list);
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new StorageProblem(400, "InvalidXmlDocument", "XML specified is not syntactically valid.");
        }
    }

    private static List<BlockChoice> bounded(List<BlockChoice> list) throws StorageProblem {
        if (list.size() > MOST) {
            throw new StorageProblem(
                    400, "BlockListTooLong", "The block list may not contain more than 50,000 blocks.");
        }
        return list;
    }

    /** The answer to Get Block List, of type {@code committed}, {@code uncommitted} or {@code all}. */
    static String write(Blob blob, String type) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
        if (!type.equals("uncommitted")) {
            blocks(xml, "CommittedBlocks", blob.committed());
        }
        if (!type.equals("committed")) {
            blocks(xml, "UncommittedBlocks", blob.uncommitted());
        }
        return xml.append("</BlockList>").toString();
    }

    private static void blocks(StringBuilder xml, String element, List<Block> blocks) {
        xml.append('<').append(element).append('>');
        for (Block block : blocks) {
            xml.append("<Block><Name>").append(block.id()).append("</Name><Size>");
            xml.append(block.size()).append("</Size></Block>");
        }
        xml.append("</").append(element).append('>');
    }
}
