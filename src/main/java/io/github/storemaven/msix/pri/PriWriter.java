package io.github.storemaven.msix.pri;

import io.github.storemaven.text.ForeignText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes the {@code resources.pri} of a package whose resources are images, byte for byte as Microsoft's MakePri does
 * (pri-file reference). Only the names count; content, size and time of the images do not.
 */
public final class PriWriter {
    private static final Pattern IDENTITY_NAME = Pattern.compile("[A-Za-z0-9.-]{3,50}");
    private static final int MAX_IMAGES = 1000;
    private static final int FIRST_VALUES = 4;
    private static final int HEADER = 32;

    private final ResourceNames names = new ResourceNames();
    private final DecisionTable decisions;
    private final Map<Integer, ResourceValues> values = new LinkedHashMap<>();
    private final Map<Integer, List<Candidate>> candidates = new TreeMap<>();

    private record Candidate(int set, ResourceValues.Value value, String path) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Section(String name, byte[] data) {
        int length() {
            return HEADER + LittleEndianBytes.roundUp(data.length, 8) + 8;
        }
    }

    private PriWriter(String defaultLanguage) {
        decisions = new DecisionTable(defaultLanguage);
    }

    /**
     * The bytes of the file.
     *
     * @param identityName {@code Identity/@Name} of the manifest, as spelled there
     * @param defaultLanguage the first language of the manifest
     * @param paths of the images inside the package, with slashes
     * @throws InvalidResourceException where MakePri would refuse the images, or where it is not known what it would write
     */
    public static byte[] write(String identityName, String defaultLanguage, Collection<String> paths)
            throws InvalidResourceException {
        if (!IDENTITY_NAME.matcher(identityName).matches()) {
            throw new InvalidResourceException("The identity name " + ForeignText.oneLine(identityName)
                    + " has other characters than letters, digits, dots and hyphens, or not 3 to 50 of them; copy it from"
                    + " Partner Center, Product identity");
        }
        if (paths.isEmpty() || paths.size() > MAX_IMAGES) {
            throw new InvalidResourceException("A resources.pri lists 1 to " + MAX_IMAGES + " images, and there are "
                    + paths.size() + "; give only the images of the manifest to it");
        }
        PriWriter writer = new PriWriter(defaultLanguage);
        for (ImageFolder.Image image : ImageFolder.root(paths).images()) {
            writer.add(image);
        }
        return writer.file(identityName);
    }

    private void add(ImageFolder.Image image) throws InvalidResourceException {
        List<Candidate> ofItem = candidates.computeIfAbsent(names.item(image), item -> new ArrayList<>());
        int set = decisions.set(image.qualifiers());
        for (Candidate other : ofItem) {
            if (other.set() == set) {
                throw new InvalidResourceException("The images " + ForeignText.oneLine(other.path()) + " and "
                        + ForeignText.oneLine(image.path())
                        + " are made for the same resource, size, form and language; remove one of them");
            }
        }
        ResourceValues ofSet = values.computeIfAbsent(set, number -> new ResourceValues());
        ofItem.add(new Candidate(set, ofSet.add(image.path()), image.path()));
    }

    private byte[] file(String identityName) {
        byte[] map = map();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("[mrm_decn_info]\0", decisions.data()));
        sections.add(new Section("[mrm_pridescex]\0", descriptor()));
        sections.add(new Section("[mrm_hschemaex] ", names.data(identityName)));
        sections.add(new Section("[mrm_res_map2_]\0", map));
        values.values().forEach(ofSet -> sections.add(new Section("[mrm_dataitem] \0", ofSet.data())));
        int length = HEADER + HEADER * sections.size() + 16;
        for (Section section : sections) {
            length += section.length();
        }
        LittleEndianBytes file = new LittleEndianBytes()
                .ascii("mrm_pri2")
                .u16(0, 1)
                .u32(length, HEADER, HEADER + HEADER * sections.size())
                .u16(sections.size(), 0xFFFF)
                .u32(0);
        int offset = 0;
        for (Section section : sections) {
            file.ascii(section.name()).u16(0, 0).u32(0, offset, section.length());
            offset += section.length();
        }
        sections.forEach(section -> append(file, section));
        return file.u32(0xDEFFFADE, length).ascii("mrm_pri2").toByteArray();
    }

    private static void append(LittleEndianBytes file, Section section) {
        file.ascii(section.name())
                .u32(0)
                .u16(0, 0)
                .u32(section.length(), 0)
                .all(section.data())
                .align(8)
                .u32(0xDEF5FADE, section.length());
    }

    /** Which sections there are (pri-file reference 6.2). */
    private byte[] descriptor() {
        LittleEndianBytes data = new LittleEndianBytes()
                .u16(2, 0xFFFF, 0, 1, 1, 1, 3, 0, values.size(), 0)
                .u16(2, 0, 3);
        for (int at = 0; at < values.size(); at++) {
            data.u16(FIRST_VALUES + at);
        }
        return data.toByteArray();
    }

    /** The images of each resource (pri-file reference 6.4). */
    private byte[] map() {
        List<Integer> sections = List.copyOf(values.keySet());
        LittleEndianBytes items = new LittleEndianBytes();
        LittleEndianBytes images = new LittleEndianBytes();
        int count = 0;
        for (List<Candidate> ofItem : candidates.values()) {
            ofItem.sort(Comparator.comparing(Candidate::set, decisions.order()));
            items.u16(decisions.decision(ofItem.stream().map(Candidate::set).toList()), count);
            count += ofItem.size();
            for (Candidate candidate : ofItem) {
                int index = values.get(candidate.set()).index(candidate.value());
                int section = FIRST_VALUES + sections.indexOf(candidate.set());
                images.u8(1, candidate.value().type()).u16(0, index, section);
            }
        }
        LittleEndianBytes data = new LittleEndianBytes()
                .u16(0, 0, 2, 0, 0, 7, 1, names.items() > 1 ? 1 : 0, names.items(), 0)
                .u32(count, 0, 0);
        for (int type = 0; type < 7; type++) {
            data.u32(4, type);
        }
        data.u16(0, 0);
        if (names.items() > 1) {
            data.u16(names.items(), 0);
        }
        return data.all(items.toByteArray()).all(images.toByteArray()).toByteArray();
    }
}
