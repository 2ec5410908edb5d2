package io.github.storemaven.document;

import io.github.storemaven.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file array as it is wanted, laid over the one that the document holds: known files keep their id, new ones have
 * none, what is held and not wanted is marked for deletion and never left out (reference, section 8.3). Where the order
 * means nothing, what is kept stays in the order of the document.
 */
public final class FileReconciliation {
    /** How an entry is found; a new file never takes the place of one that is in the Store. */
    private record Key(String kind, String text, boolean pending) {}

    private final List<JsonObject> held;
    private final boolean[] isTaken;
    private final Map<Key, Deque<Integer>> places = new HashMap<>();
    private final SortedMap<Integer, JsonObject> kept = new TreeMap<>();
    private final List<JsonObject> inWantedOrder = new ArrayList<>();
    private final List<JsonObject> fresh = new ArrayList<>();

    private FileReconciliation(JsonArray held) {
        this.held = Members.objects(held);
        this.isTaken = new boolean[this.held.size()];
        for (int place = 0; place < this.held.size(); place++) {
            JsonObject entry = this.held.get(place);
            boolean pending = FileStatus.PENDING_UPLOAD.isOf(entry);
            int index = place;
            FileEntry.id(entry).ifPresent(id -> note(new Key("id", id, pending), index));
            FileEntry.name(entry).ifPresent(name -> note(new Key("name", name, pending), index));
        }
    }

    /** @param member the name of the array, which says whether its order means something */
    public static JsonArray of(String member, JsonArray held, JsonArray wanted) {
        FileReconciliation reconciliation = new FileReconciliation(held);
        Members.objects(wanted).forEach(reconciliation::want);
        JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
        reconciliation.result(ListOrder.isSet(member)).forEach(array::add);
        return array.build();
    }

    private Stream<JsonObject> result(boolean isSet) {
        Stream<JsonObject> wanted =
                isSet ? Stream.concat(kept.values().stream(), fresh.stream()) : inWantedOrder.stream();
        return Stream.concat(
                wanted,
                IntStream.range(0, held.size())
                        .filter(place -> !isTaken[place])
                        .mapToObj(held::get)
                        .flatMap(FileReconciliation::dropped));
    }

    private void want(JsonObject wanted) {
        Optional<Integer> place = take(wanted);
        if (FileStatus.PENDING_DELETE.isOf(wanted)) {
            place.map(held::get).stream().flatMap(FileReconciliation::dropped).forEach(entry -> {
                kept.put(place.get(), entry);
                inWantedOrder.add(entry);
            });
            return;
        }
        JsonObject entry =
                place.map(held::get).map(known -> keep(known, wanted)).orElseGet(() -> fresh(wanted));
        inWantedOrder.add(entry);
        place.ifPresentOrElse(known -> kept.put(known, entry), () -> fresh.add(entry));
    }

    private void note(Key key, int place) {
        places.computeIfAbsent(key, any -> new ArrayDeque<>()).add(place);
    }

    /** By id, else by name; a new file never takes the place of one that is in the Store, even under its name. */
    private Optional<Integer> take(JsonObject wanted) {
        boolean pending = FileStatus.PENDING_UPLOAD.isOf(wanted);
        Optional<Integer> place = FileEntry.id(wanted)
                .flatMap(id -> (pending
                        ? next(new Key("id", id, true))
                        : next(new Key("id", id, false)).or(() -> next(new Key("id", id, true)))))
                .or(() -> FileEntry.name(wanted).flatMap(name -> next(new Key("name", name, pending))));
        place.ifPresent(taken -> isTaken[taken] = true);
        return place;
    }

    private Optional<Integer> next(Key key) {
        Deque<Integer> left = places.getOrDefault(key, new ArrayDeque<>());
        while (!left.isEmpty() && isTaken[left.peek()]) {
            left.remove();
        }
        return Optional.ofNullable(left.poll());
    }

    /** What a draft marks for deletion and somebody wants is kept again, under the status of a file of the Store. */
    private static JsonObject keep(JsonObject entry, JsonObject wanted) {
        JsonObject patch = Members.without(wanted, "id", "fileName", FileStatus.MEMBER);
        JsonObject kept = MergePatch.apply(entry, patch);
        return FileStatus.PENDING_DELETE.isOf(entry) ? FileStatus.UPLOADED.setIn(kept) : kept;
    }

    private static JsonObject fresh(JsonObject wanted) {
        JsonObject entry = Members.without(wanted, "id");
        return FileEntry.name(entry)
                .map(name -> Members.with(entry, "fileName", Json.PROVIDER.createValue(name)))
                .orElse(entry);
    }

    /** A file that was never committed cannot be deleted, only left out (field report 15). */
    private static Stream<JsonObject> dropped(JsonObject entry) {
        return FileStatus.PENDING_UPLOAD.isOf(entry)
                ? Stream.empty()
                : Stream.of(FileStatus.PENDING_DELETE.setIn(entry));
    }
}
