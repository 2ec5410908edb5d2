package io.github.storemaven.document;

import io.github.storemaven.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The files of two arrays, paired by id, then by name.
 *
 * @param kept in the order of the new array
 * @param gone by index in the old array
 * @param added by index in the new array
 */
record FilePairs(List<Pair> kept, Map<Integer, JsonObject> gone, Map<Integer, JsonObject> added) {
    /** The same file in both arrays. */
    record Pair(int fromIndex, int toIndex, JsonObject from, JsonObject to) {}

    static FilePairs of(JsonArray from, JsonArray to) {
        FilePairs pairs = new FilePairs(new ArrayList<>(), indexed(from), indexed(to));
        pairs.match(FileEntry::id);
        pairs.match(FileEntry::name);
        pairs.kept.sort((a, b) -> Integer.compare(a.toIndex(), b.toIndex()));
        return pairs;
    }

    /** Whether files that are in both arrays changed their order. */
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

    /** The names of an array's files, to show an order. */
    static JsonArray names(JsonArray files) {
        JsonArrayBuilder names = Json.PROVIDER.createArrayBuilder();
        indexed(files).values().forEach(file -> names.add(FileEntry.name(file).orElse("")));
        return names.build();
    }

    private void match(Function<JsonObject, Optional<String>> key) {
        for (int toIndex : List.copyOf(added.keySet())) {
            JsonObject to = added.get(toIndex);
            key.apply(to)
                    .flatMap(wanted -> find(key, wanted))
                    .ifPresent(fromIndex ->
                            kept.add(new Pair(fromIndex, toIndex, gone.remove(fromIndex), added.remove(toIndex))));
        }
    }

    private Optional<Integer> find(Function<JsonObject, Optional<String>> key, String wanted) {
        return gone.entrySet().stream()
                .filter(entry ->
                        key.apply(entry.getValue()).filter(wanted::equals).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<Integer, JsonObject> indexed(JsonArray files) {
        Map<Integer, JsonObject> indexed = new TreeMap<>();
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i) instanceof JsonObject file) {
                indexed.put(i, file);
            }
        }
        return indexed;
    }
}
