package io.github.storemaven.msix;

import java.io.IOException;
import java.util.List;

/** Looks at the ZIP of a package or bundle as Windows' own reader does, file by file in their order. */
final class FormInspection {
    private static final int LARGEST_TYPES = 8 * 1024 * 1024;

    private final ZipContent zip;
    private final NameList withBlanks = new NameList();
    private final NameList twoVersions = new NameList();
    private final NameList shortDescriptors = new NameList();
    private final NameList withoutType = new NameList();
    private ZipPart types;
    private byte[] typesXml = new byte[0];

    FormInspection(ZipContent zip) {
        this.zip = zip;
    }

    /** Looks at one file. */
    ZipContent.LocalHeader look(ZipPart part) throws IOException {
        ZipContent.LocalHeader header = zip.header(part);
        if (part.name().indexOf(' ') >= 0) {
            withBlanks.add(part.name());
        }
        if (header.version() != part.version()) {
            twoVersions.add(part.name());
        }
        if (zip.isShortlyDescribed(part, header)) {
            shortDescriptors.add(part.name());
        }
        if (part.name().equalsIgnoreCase(ContentTypes.NAME)) {
            types = part;
            typesXml = zip.readWhole(part, LARGEST_TYPES);
        }
        return header;
    }

    /** What was found, after all files, sorted by their places, were looked at. */
    PackageForm form(List<ZipPart> parts) throws IOException {
        if (types != null) {
            ContentTypes read = ContentTypes.read(zip.zip().inside(types.name()), typesXml, zip.allowance());
            parts.stream()
                    .filter(part -> !part.equals(types) && !read.cover(part.name()))
                    .forEach(part -> withoutType.add(part.name()));
        }
        boolean bytesInFront = !parts.isEmpty() && parts.get(0).start() != 0;
        return new PackageForm(bytesInFront, withBlanks, twoVersions, shortDescriptors, types != null, withoutType);
    }
}
