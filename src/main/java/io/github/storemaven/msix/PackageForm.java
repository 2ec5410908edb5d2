package io.github.storemaven.msix;

import io.github.storemaven.zip.ZipDirectory.Entry;
import io.github.storemaven.zip.ZipReader;
import java.io.IOException;
import java.util.List;

/**
 * What Windows' own reader refuses in the ZIP that a package or bundle is, though other readers take it.
 *
 * @param bytesInFront whether something is before the first file
 * @param withBlanks names with a blank, which is to be written as %20
 * @param twoVersions files whose two headers name different versions of ZIP
 * @param shortDescriptors files that are followed by sizes of four bytes
 * @param hasTypes whether there is a [Content_Types].xml
 * @param withoutType files without a type in it
 */
public record PackageForm(
        boolean bytesInFront,
        NameList withBlanks,
        NameList twoVersions,
        NameList shortDescriptors,
        boolean hasTypes,
        NameList withoutType) {

    /** Looks at a ZIP as Windows' own reader does, file by file in their order. */
    static final class Inspection {
        private static final int MAX_TYPES = 8 * 1024 * 1024;

        private final ZipReader zip;
        private final NameList withBlanks = new NameList();
        private final NameList twoVersions = new NameList();
        private final NameList shortDescriptors = new NameList();
        private final NameList withoutType = new NameList();
        private Entry types;
        private byte[] typesXml = new byte[0];

        Inspection(ZipReader zip) {
            this.zip = zip;
        }

        /** Looks at one file. */
        ZipReader.LocalHeader inspect(Entry entry) throws IOException {
            ZipReader.LocalHeader header = zip.header(entry);
            if (entry.name().indexOf(' ') >= 0) {
                withBlanks.add(entry.name());
            }
            if (header.version() != entry.version()) {
                twoVersions.add(entry.name());
            }
            if (zip.hasShortDescriptor(entry, header)) {
                shortDescriptors.add(entry.name());
            }
            if (entry.name().equalsIgnoreCase(PartName.CONTENT_TYPES)) {
                types = entry;
                typesXml = zip.readWhole(entry, MAX_TYPES);
            }
            return header;
        }

        /** What was found, after all files, sorted by their starts, were looked at. */
        PackageForm form(List<Entry> entries, MemoryLimit limit) throws IOException {
            if (types != null) {
                ContentTypes read = ContentTypes.read(zip.placeOf(types.name()), typesXml, limit);
                entries.stream()
                        .filter(entry -> !entry.equals(types) && !read.cover(entry.name()))
                        .forEach(entry -> withoutType.add(entry.name()));
            }
            boolean bytesInFront = !entries.isEmpty() && entries.get(0).start() != 0;
            return new PackageForm(bytesInFront, withBlanks, twoVersions, shortDescriptors, types != null, withoutType);
        }
    }
}
