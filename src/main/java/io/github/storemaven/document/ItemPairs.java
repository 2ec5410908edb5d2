package io.github.storemaven.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The objects of two arrays, paired. A map for each kind of key makes it linear in the number of items.
 *
 * @param kept in the order of the new array
 * @param gone by index in the old array
 * @param added by index in the new array
 */
record ItemPairs(List<Pair> kept, Map<Integer, JsonObject> gone, Map<Integer, JsonObject> added) {
    /** Beyond it items without id and name are paired by place alone. */
    private static final int MOST_TRIED = 32;

    /** The same item in both arrays. */
    record Pair(int fromIndex, int toIndex, JsonObject from, JsonObject to) {}

    /** Files, by id, then by name; a file without its like is another file. */
    static ItemPairs ofFiles(JsonArray from, JsonArray to) {
        ItemPairs pairs = between(from, to);
        pairs.match(FileEntry::id);
        pairs.match(ItemPairs::kindOfFile);
        pairs.match(FileEntry::name);
        return pairs.sorted();
    }

    /**
     * Items of an array that was sent as a whole: by id, by name, then those that mean the same, those that the service
     * only added to, and at last by place.
     *
     * @param isTrial whether the items are only tried on each other; then nothing below them is tried again
     */
    static ItemPairs ofItems(JsonArray from, JsonArray to, boolean isTrial) {
        ItemPairs pairs = between(from, to);
        pairs.match(FileEntry::id);
        pairs.match(item -> FileEntry.name(item).or(() -> Members.text(item, "name")));
        if (pairs.gone.size() > 1 || pairs.added.size() > 1) {
            pairs.match(item -> Optional.of(Equality.key(item)));
        }
        boolean isSingle = pairs.gone.size() <= 1 && pairs.added.size() <= 1;
        if (!isTrial && !isSingle && pairs.gone.size() <= MOST_TRIED && pairs.added.size() <= MOST_TRIED) {
            pairs.matchFilledIn();
        }
        pairs.matchPlaces();
        return pairs.sorted();
    }

    /** A new file and one that goes may have one name, and so may pictures of two types. */
    private static Optional<List<Object>> kindOfFile(JsonObject file) {
        return FileEntry.name(file)
                .map(name -> List.of(
                        name,
                        FileStatus.PENDING_UPLOAD.isOf(file),
                        Members.text(file, "imageType").orElse("")));
    }

    /** Whether items that are in both arrays changed their order. */
    boolean isReordered() {
        int last = -1;
        for (Pair pair : kept) {
            if (pair.fromIndex() < last) {
                return true;
            }
            last = pair.fromIndex();
        }
        return false;
    }

    /** The same among those that customers see side by side: of one type, and not to be deleted. */
    boolean isShownInAnotherOrder() {
        Map<String, Integer> last = new HashMap<>();
        for (Pair pair : kept) {
            String type = Members.text(pair.from(), "imageType").orElse("").toLowerCase(Locale.ROOT);
            if (!FileStatus.PENDING_DELETE.isOf(pair.from())) {
                Integer before = last.put(type, pair.fromIndex());
                if (before != null && pair.fromIndex() < before) {
                    return true;
                }
            }
        }
        return false;
    }

    private static ItemPairs between(JsonArray from, JsonArray to) {
        return new ItemPairs(new ArrayList<>(), indexed(from), indexed(to));
    }

    private ItemPairs sorted() {
        kept.sort((a, b) -> Integer.compare(a.toIndex(), b.toIndex()));
        return this;
    }

    private <K> void match(Function<JsonObject, Optional<K>> key) {
        Map<K, Deque<Integer>> known = new HashMap<>();
        gone.forEach((index, item) -> key.apply(item)
                .ifPresent(name ->
                        known.computeIfAbsent(name, any -> new ArrayDeque<>()).add(index)));
        for (int toIndex : List.copyOf(added.keySet())) {
            key.apply(added.get(toIndex))
                    .map(known::get)
                    .map(Deque::poll)
                    .ifPresent(fromIndex -> pair(fromIndex, toIndex));
        }
    }

    private void matchFilledIn() {
        for (int fromIndex : List.copyOf(gone.keySet())) {
            JsonObject asked = gone.get(fromIndex);
            added.entrySet().stream()
                    .filter(entry -> Difference.isHeldBy(asked, entry.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(toIndex -> pair(fromIndex, toIndex));
        }
    }

    private void matchPlaces() {
        Deque<Integer> left = new ArrayDeque<>(added.keySet());
        for (int fromIndex : List.copyOf(gone.keySet())) {
            if (!left.isEmpty()) {
                pair(fromIndex, left.remove());
            }
        }
    }

    private void pair(int fromIndex, int toIndex) {
        kept.add(new Pair(fromIndex, toIndex, gone.remove(fromIndex), added.remove(toIndex)));
    }

    private static Map<Integer, JsonObject> indexed(JsonArray items) {
        Map<Integer, JsonObject> indexed = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof JsonObject item) {
                indexed.put(i, item);
            }
        }
        return indexed;
    }
}
