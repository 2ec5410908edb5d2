package io.github.storemaven.emulator.storage;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Block lists as XML, received and sent; neither DTD nor external entities are read. */
final class BlockList {
    private static final int MAX_BLOCKS = 50_000;

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    BlockList() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /**
     * A block that a list names.
     *
     * @param source where the block is looked for
     * @param id base64
     */
    record Entry(Source source, String id) {}

    /** Committed blocks, uncommitted ones, or uncommitted before committed. */
    enum Source {
        COMMITTED,
        UNCOMMITTED,
        LATEST
    }

    synchronized List<Entry> read(byte[] xml) throws StorageErrorException {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            reader.nextTag();
            reader.require(XMLStreamConstants.START_ELEMENT, null, "BlockList");
            List<Entry> list = new ArrayList<>();
            while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
                Source source = Source.valueOf(reader.getLocalName().toUpperCase(Locale.ROOT));
                list.add(new Entry(source, reader.getElementText().strip()));
            }
            return bounded(list);
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw StorageErrorException.invalidXml();
        }
    }

    private static List<Entry> bounded(List<Entry> list) throws StorageErrorException {
        if (list.size() > MAX_BLOCKS) {
            throw StorageErrorException.blockListTooLong();
        }
        return list;
    }

    /** The response to Get Block List, of type {@code committed}, {@code uncommitted} or {@code all}. */
    static String write(BlockBlob blob, String type) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
        if (!type.equals("uncommitted")) {
            blocks(xml, "CommittedBlocks", blob.committed());
        }
        if (!type.equals("committed")) {
            blocks(xml, "UncommittedBlocks", blob.uncommitted());
        }
        return xml.append("</BlockList>").toString();
    }

    private static void blocks(StringBuilder xml, String element, List<BlockBlob.Block> blocks) {
        xml.append('<').append(element).append('>');
        for (BlockBlob.Block block : blocks) {
            xml.append("<Block><Name>").append(block.id()).append("</Name><Size>");
            xml.append(block.size()).append("</Size></Block>");
        }
        xml.append("</").append(element).append('>');
    }
}
