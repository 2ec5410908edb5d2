package io.github.storemaven.msix.pri;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Reads a {@code resources.pri} of images as the reference describes it, and asserts whatever it says of the form. It shares no
 * code with the writer.
 */
final class PriReader {
    private static final String[] KINDS = {
        "language",
        "contrast",
        "scale",
        "homeregion",
        "targetsize",
        "layoutdirection",
        "theme",
        "alternateform",
        "dxfeaturelevel",
        "configuration",
        "devicefamily",
        "custom"
    };

    private final ByteBuffer file;
    private final List<ByteBuffer> sections = new ArrayList<>();
    private final List<Map<String, String>> sets = new ArrayList<>();
    private final List<List<String>> orders = new ArrayList<>();
    private final List<List<Integer>> decisions = new ArrayList<>();
    private final List<List<String>> values = new ArrayList<>();
    private final List<String> scopes = new ArrayList<>();
    private final List<String> items = new ArrayList<>();

    /** The paths of the images of each resource, by their qualifiers; the order is that of the decision. */
    final Map<String, Map<Map<String, String>, String>> images = new TreeMap<>();

    /** How well each qualifier serves where nothing is asked for. */
    final Map<String, Integer> scores = new TreeMap<>();

    PriReader(byte[] bytes) {
        file = little(bytes);
        readFrame();
        readDecisions(sections.get(0));
        readDescriptor(sections.get(1));
        readNames(sections.get(2));
        sections.subList(4, sections.size()).forEach(this::readValues);
        readMap(sections.get(3));
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void readFrame() {
        int length = file.capacity();
        assertThat(ascii(file, 0, 8)).isEqualTo("mrm_pri2");
        assertThat(ascii(file, length - 8, 8)).isEqualTo("mrm_pri2");
        assertThat(file.getInt(12)).isEqualTo(length);
        assertThat(file.getInt(length - 16)).isEqualTo(0xDEFFFADE);
        assertThat(file.getInt(length - 12)).isEqualTo(length);
        int first = file.getInt(20);
        int next = 0;
        for (int entry = 32; entry < first; entry += 32) {
            assertThat(file.getInt(entry + 24)).isEqualTo(next);
            int size = file.getInt(entry + 28);
            int at = first + next;
            assertThat(ascii(file, at, 16)).isEqualTo(ascii(file, entry, 16));
            assertThat(file.getInt(at + 24)).isEqualTo(size);
            assertThat(file.getInt(at + size - 8)).isEqualTo(0xDEF5FADE);
            assertThat(file.getInt(at + size - 4)).isEqualTo(size);
            byte[] data = new byte[size - 40];
            file.get(at + 32, data);
            sections.add(little(data));
            next += size;
        }
        assertThat(sections).hasSize(file.getShort(24));
        assertThat(first + next + 16).isEqualTo(length);
    }

    private void readDecisions(ByteBuffer data) {
        int bases = data.getShort(0);
        int decided = 12;
        int grouped = decided + 4 * data.getShort(6);
        int qualified = grouped + 4 * data.getShort(4);
        int based = qualified + 8 * data.getShort(2);
        int referred = based + 12 * bases;
        int pool = referred + 2 * data.getShort(8);
        for (int set = 0; set < data.getShort(4); set++) {
            Map<String, String> qualifiers = new LinkedHashMap<>();
            List<String> order = new ArrayList<>();
            for (int number : references(data, referred, grouped + 4 * set)) {
                int qualifier = qualified + 8 * number;
                int base = based + 12 * data.getShort(qualifier);
                String kind = KINDS[data.getShort(base + 2)];
                String value = utf16(data, pool + 2 * data.getInt(base + 8));
                qualifiers.put(kind, value.toUpperCase(Locale.ROOT));
                int priority = data.getShort(qualifier + 2);
                order.add(String.format(Locale.ROOT, "%04d %s", priority, value.toUpperCase(Locale.ROOT)));
                scores.put(kind + "-" + value, (int) data.getShort(qualifier + 4));
            }
            assertThat(order).as("a set of qualifiers").isSortedAccordingTo((one, other) -> other.compareTo(one));
            sets.add(qualifiers);
            orders.add(order);
        }
        assertThat(sets).doesNotHaveDuplicates();
        for (int decision = 0; decision < data.getShort(6); decision++) {
            decisions.add(references(data, referred, decided + 4 * decision));
        }
        assertThat(decisions).doesNotHaveDuplicates();
    }

    private static List<Integer> references(ByteBuffer data, int referred, int entry) {
        List<Integer> numbers = new ArrayList<>();
        for (int at = 0; at < data.getShort(entry + 2); at++) {
            numbers.add((int) data.getShort(referred + 2 * (data.getShort(entry) + at)));
        }
        return numbers;
    }

    private void readDescriptor(ByteBuffer data) {
        int count = sections.size() - 4;
        assertThat(data.getShort(16)).isEqualTo((short) count);
        for (int at = 0; at < count; at++) {
            assertThat(data.getShort(26 + 2 * at)).isEqualTo((short) (4 + at));
        }
    }

    private void readNames(ByteBuffer data) {
        String uniqueName = utf16(data, 44);
        String identity = utf16(data, 46 + 2 * uniqueName.length());
        assertThat(uniqueName).isEqualTo("ms-appx://" + identity + "/");
        int block = (44 + 2 * (uniqueName.length() + identity.length() + 2) + 3) / 4 * 4;
        int nodes = data.getInt(block + 4);
        int scopeCount = data.getInt(block + 8);
        int itemCount = data.getInt(block + 12);
        assertThat(scopeCount + itemCount).isEqualTo(nodes);
        assertThat(List.of(data.getInt(36), data.getInt(40))).isEqualTo(List.of(scopeCount, itemCount));
        int scopeTable = block + 28 + 12 * nodes;
        int itemTable = scopeTable + 8 * scopeCount;
        int wide = itemTable + 2 * itemCount;
        int narrow = wide + 2 * data.getInt(block + 16);
        String[] names = new String[nodes];
        for (int node = 0; node < nodes; node++) {
            names[node] = fullName(data, block + 28, node, wide, narrow);
        }
        for (int scope = 0; scope < scopeCount; scope++) {
            scopes.add(names[data.getShort(scopeTable + 8 * scope)]);
            readChildren(data, block + 28, scopeTable + 8 * scope);
        }
        for (int item = 0; item < itemCount; item++) {
            items.add(names[data.getShort(itemTable + 2 * item)]);
        }
        assertThat(items).doesNotHaveDuplicates();
        assertThat(data.getShort(block))
                .isEqualTo((short) items.stream().mapToInt(String::length).max().orElseThrow());
        assertThat(data.getInt(32)).as("checksum").isEqualTo(checksum(uniqueName, identity));
    }

    private static void readChildren(ByteBuffer data, int table, int scope) {
        int parent = data.getShort(scope);
        int first = data.getShort(scope + 4);
        int last = 0;
        for (int child = first; child < first + data.getShort(scope + 2); child++) {
            assertThat(data.getShort(table + 12 * child)).isEqualTo((short) parent);
            int initial = data.getShort(table + 12 * child + 4) & 0xFFFF;
            assertThat(initial).as("initials are in order").isGreaterThanOrEqualTo(last);
            last = initial;
        }
    }

    private static String fullName(ByteBuffer data, int table, int node, int wide, int narrow) {
        int at = table + 12 * node;
        if (node == 0) {
            return "";
        }
        int flags = data.get(at + 7);
        int offset = ((flags & 0xF) << 16) | (data.getShort(at + 8) & 0xFFFF);
        String name = (flags & 0x20) == 0 ? utf16(data, wide + 2 * offset) : asciiUpToZero(data, narrow + offset);
        assertThat(data.get(at + 6) & 0xFF).isEqualTo(name.length());
        int parent = data.getShort(at);
        String full = parent == 0 ? name : fullName(data, table, parent, wide, narrow) + "/" + name;
        assertThat(data.getShort(at + 2)).isEqualTo((short) full.length());
        return full;
    }

    private int checksum(String uniqueName, String identity) {
        CRC32 sum = new CRC32();
        addText(sum, uniqueName);
        addText(sum, identity);
        sum.update(new byte[] {1, 0, 0, 0});
        for (List<String> names : List.of(scopes, items)) {
            sum.update(
                    little(new byte[16]).putInt(8, 1).putInt(12, names.size()).array());
            names.forEach(name -> addText(sum, name));
        }
        return (int) sum.getValue();
    }

    private static void addText(CRC32 sum, String text) {
        byte[] bytes = lower(text).getBytes(StandardCharsets.UTF_16LE);
        sum.update(little(new byte[4]).putInt(0, bytes.length + 2).array());
        sum.update(bytes);
        sum.update(new byte[2]);
    }

    private static String lower(String text) {
        char[] units = text.toCharArray();
        for (int at = 0; at < units.length; at++) {
            units[at] = units[at] >= 'A' && units[at] <= 'Z' ? (char) (units[at] + 32) : units[at];
        }
        return new String(units);
    }

    private void readValues(ByteBuffer data) {
        int small = data.getShort(4) & 0xFFFF;
        int large = data.getShort(6) & 0xFFFF;
        int start = 12 + 4 * small + 8 * large;
        assertThat(start + data.getInt(8)).isEqualTo(data.capacity());
        List<String> found = new ArrayList<>();
        for (int at = 0; at < small; at++) {
            int entry = 12 + 4 * at;
            found.add(value(data, start + data.getShort(entry), data.getShort(entry + 2)));
        }
        for (int at = 0; at < large; at++) {
            int entry = 12 + 4 * small + 8 * at;
            found.add(value(data, start + data.getInt(entry), data.getInt(entry + 4)));
        }
        values.add(found);
    }

    /** The bytes, one a character: how they are encoded is said elsewhere. */
    private static String value(ByteBuffer data, int at, int length) {
        byte[] bytes = new byte[length];
        data.get(at, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void readMap(ByteBuffer data) {
        int count = data.getShort(16);
        assertThat(count).isEqualTo(items.size());
        int table = 32 + 56 + 4 + (count > 1 ? 4 : 0);
        int candidates = table + 4 * count;
        int next = 0;
        for (int item = 0; item < count; item++) {
            assertThat(data.getShort(table + 4 * item + 2)).isEqualTo((short) next);
            Map<Map<String, String>, String> ofItem = new LinkedHashMap<>();
            List<Integer> decision = decisions.get(data.getShort(table + 4 * item));
            for (int set : decision) {
                ofItem.put(sets.get(set), path(data, candidates + 8 * next++));
            }
            assertThat(decision.stream().map(orders::get).toList())
                    .as("the order of " + items.get(item))
                    .isSortedAccordingTo(PriReader::compare);
            images.put(items.get(item), ofItem);
        }
        assertThat(data.getInt(20)).isEqualTo(next);
    }

    /** The larger qualifier first; a list before its own beginning. */
    private static int compare(List<String> one, List<String> other) {
        for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
            int order = other.get(at).compareTo(one.get(at));
            if (order != 0) {
                return order;
            }
        }
        return other.size() - one.size();
    }

    private String path(ByteBuffer data, int candidate) {
        assertThat(data.get(candidate)).isEqualTo((byte) 1);
        String raw = values.get(data.getShort(candidate + 6) - 4).get(data.getShort(candidate + 4));
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        String text = new String(
                bytes,
                switch (data.get(candidate + 1)) {
                    case 1 -> StandardCharsets.UTF_16LE;
                    case 5 -> StandardCharsets.US_ASCII;
                    case 6 -> StandardCharsets.UTF_8;
                    default -> throw new AssertionError("type " + data.get(candidate + 1));
                });
        assertThat(text).endsWith("\0");
        return text.substring(0, text.length() - 1);
    }

    private static String ascii(ByteBuffer data, int at, int length) {
        return value(data, at, length);
    }

    private static String asciiUpToZero(ByteBuffer data, int at) {
        int end = at;
        while (data.get(end) != 0) {
            end++;
        }
        return ascii(data, at, end - at);
    }

    private static String utf16(ByteBuffer data, int at) {
        StringBuilder text = new StringBuilder();
        for (int unit = at; data.getChar(unit) != 0; unit += 2) {
            text.append(data.getChar(unit));
        }
        return text.toString();
    }
}
