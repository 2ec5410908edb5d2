package io.github.storemaven.msix.pri;

import io.github.storemaven.text.ForeignText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The tree of resource names: scopes, and items in them (pri-file reference 4.2, 6.3 and 7). */
final class ResourceNames {
    private static final int SCOPE = 0x10;
    private static final int ASCII = 0x20;
    private static final int HEADER = 28;
    private static final int MAX_NAMES = 30_000;

    private final Node root = new Node(null, "", true, 0);
    private final List<Node> scopes = new ArrayList<>(List.of(root));
    private final List<Node> items = new ArrayList<>();

    /** A name in its scope. */
    private static final class Node {
        private final Node parent;
        private final String name;
        private final String fullName;
        private final boolean scope;
        private final int number;
        private final Map<String, Node> children = new TreeMap<>(
                Comparator.<String, Character>comparing(Node::initial).thenComparing(ImageFolder::upper));
        private int place;
        private int offset;

        Node(Node parent, String name, boolean scope, int number) {
            this.parent = parent;
            this.name = name;
            this.scope = scope;
            this.number = number;
            this.fullName = parent == null || parent.parent == null ? name : parent.fullName + "/" + name;
        }

        /** Only ASCII letters are made capitals here. */
        private static char initial(String name) {
            char first = name.isEmpty() ? 0 : name.charAt(0);
            return first >= 'a' && first <= 'z' ? (char) (first - 'a' + 'A') : first;
        }

        boolean isAscii() {
            return StandardCharsets.US_ASCII.newEncoder().canEncode(name);
        }

        String name() {
            return name;
        }
    }

    int items() {
        return items.size();
    }

    /** The number of an item; it and its scopes are made as needed. */
    int item(ImageFolder.Image image) throws InvalidResourceException {
        Node scope = root;
        for (String name : image.scopes()) {
            scope = child(scope, name, true, scopes, image);
        }
        return child(scope, image.name(), false, items, image).number;
    }

    private static Node child(Node parent, String name, boolean scope, List<Node> list, ImageFolder.Image image)
            throws InvalidResourceException {
        Node child = parent.children.get(name);
        if (child == null) {
            if (list.size() == MAX_NAMES) {
                throw new InvalidResourceException("The images are in more than " + MAX_NAMES
                        + " folders, which resources.pri cannot list; put them into fewer");
            }
            child = new Node(parent, name, scope, list.size());
            list.add(child);
            parent.children.put(name, child);
        }
        if (child.scope != scope) {
            throw new InvalidResourceException("The image " + ForeignText.oneLine(image.path()) + " needs the name "
                    + ForeignText.oneLine(child.fullName) + " for a " + (scope ? "folder" : "file")
                    + ", and another image has it for a " + (scope ? "file" : "folder") + "; rename one of them");
        }
        return child;
    }

    /** The data of the section. */
    byte[] data(String identityName) {
        String uniqueName = "ms-appx://" + identityName + "/";
        LittleEndianBytes data = new LittleEndianBytes()
                .u16(1, uniqueName.length() + 1, identityName.length() + 1, 0)
                .ascii("[def_hnamesx]  \0")
                .u16(1, 0)
                .u32(0, checksum(uniqueName, identityName), scopes.size(), items.size())
                .utf16(uniqueName)
                .utf16(identityName)
                .align(4);
        return data.all(nameBlock()).toByteArray();
    }

    private byte[] nameBlock() {
        List<Node> nodes = placed();
        LittleEndianBytes wide = pool(false, 2, (pool, name) -> pool.utf16(name));
        LittleEndianBytes narrow =
                pool(true, 1, (pool, name) -> pool.ascii(name).u8(0));
        int tables = 12 * nodes.size() + 8 * scopes.size() + 2 * items.size();
        int length = LittleEndianBytes.roundUp(HEADER + tables + wide.size() + narrow.size(), 8);
        int longest =
                nodes.stream().mapToInt(node -> node.fullName.length()).max().orElseThrow();
        LittleEndianBytes block = new LittleEndianBytes()
                .u16(longest, 0)
                .u32(nodes.size(), scopes.size(), items.size(), wide.size() / 2, length, narrow.size());
        nodes.forEach(node -> append(block, node));
        for (Node scope : scopes) {
            int first = scope.children.values().iterator().next().place;
            block.u16(scope.place, scope.children.size(), first, 0);
        }
        items.forEach(item -> block.u16(item.place));
        return block.all(wide.toByteArray())
                .all(narrow.toByteArray())
                .fill(length)
                .toByteArray();
    }

    /** Numbers the nodes: the children of a scope one after another, then those of each child. */
    private List<Node> placed() {
        List<Node> nodes = new ArrayList<>(List.of(root));
        place(root, nodes);
        return nodes;
    }

    private static void place(Node scope, List<Node> nodes) {
        for (Node child : scope.children.values()) {
            child.place = nodes.size();
            nodes.add(child);
        }
        scope.children.values().forEach(child -> place(child, nodes));
    }

    private interface Appender {
        void append(LittleEndianBytes pool, String name);
    }

    /** All names of one kind behind a zero, each with its offset; empty without any. */
    private LittleEndianBytes pool(boolean ascii, int unit, Appender appender) {
        LittleEndianBytes pool = new LittleEndianBytes();
        Stream.concat(scopes.stream().skip(1), items.stream())
                .filter(node -> node.isAscii() == ascii)
                .forEach(node -> {
                    pool.fill(unit);
                    node.offset = pool.size() / unit;
                    appender.append(pool, node.name());
                });
        return pool;
    }

    private static void append(LittleEndianBytes block, Node node) {
        boolean isRoot = node.parent == null;
        int flags = node.offset >>> 16 | (node.scope ? SCOPE : 0) | (!isRoot && node.isAscii() ? ASCII : 0);
        block.u16(isRoot ? 0 : node.parent.place, node.fullName.length(), Node.initial(node.name))
                .u8(node.name.length(), flags)
                .u16(node.offset & 0xFFFF, node.number);
    }

    private int checksum(String uniqueName, String identityName) {
        LittleEndianBytes sum = new LittleEndianBytes();
        text(sum, uniqueName);
        text(sum, identityName);
        sum.u16(1, 0);
        names(sum, scopes);
        names(sum, items);
        CRC32 crc = new CRC32();
        crc.update(sum.toByteArray());
        return (int) crc.getValue();
    }

    private static void names(LittleEndianBytes sum, List<Node> nodes) {
        sum.u32(0, 0, 1, nodes.size());
        nodes.forEach(node -> text(sum, node.fullName));
    }

    private static void text(LittleEndianBytes sum, String text) {
        String lower = text.chars()
                .map(unit -> unit >= 'A' && unit <= 'Z' ? unit - 'A' + 'a' : unit)
                .mapToObj(unit -> String.valueOf((char) unit))
                .collect(Collectors.joining());
        sum.u32(2 * (lower.length() + 1)).utf16(lower);
    }
}
