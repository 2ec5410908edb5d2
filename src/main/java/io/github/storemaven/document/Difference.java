package io.github.storemaven.document;

import io.github.storemaven.json.Json;
import io.github.storemaven.json.Members;
import io.github.storemaven.json.Pointer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between two documents, path by path (design, section 3): objects by name, files by id or name, all else
 * by meaning. JSON-P's own diff has no old value and takes a moved item for a change.
 */
public final class Difference {
    private static final Set<String> DEFAULTS = Set.of("false", "0", "0.0", "\"None\"", "\"NotSet\"");

    private final List<Change> changes = new ArrayList<>();

    private Difference() {}

    /** The changes that lead from one document to the other, without those that are the service's affair. */
    public static List<Change> between(JsonObject from, JsonObject to) {
        Difference comparison = new Difference();
        comparison.objects("", from, to);
        return comparison.changes;
    }

    /**
     * What the Store did not store as it was asked to. Defaults that it fills in are no difference, nor is the order of
     * files, which it does not promise to keep.
     */
    public static List<Change> lost(JsonObject asked, JsonObject stored) {
        return between(asked, stored).stream()
                .filter(change -> !isDefault(change) && !FileEntry.isFileArray(change.member()))
                .toList();
    }

    private static boolean isDefault(Change change) {
        return change.from().isEmpty()
                && change.to()
                        .filter(value -> DEFAULTS.contains(value.toString()))
                        .isPresent();
    }

    private void values(String path, JsonValue from, JsonValue to) {
        if (MemberOwnership.isIgnored(path) || Equality.same(from, to)) {
            return;
        }
        boolean newFile = Equality.isEmpty(from)
                && to instanceof JsonObject file
                && FileEntry.name(file).isPresent();
        if (isObject(from) && isObject(to) && !newFile) {
            objects(path, objectOf(from), objectOf(to));
        } else if (FileEntry.isFileArray(path.substring(path.lastIndexOf('/') + 1)) && isArray(from) && isArray(to)) {
            files(path, arrayOf(from), arrayOf(to));
        } else {
            changes.add(new Change(path, present(from), present(to)));
        }
    }

    private void objects(String path, JsonObject from, JsonObject to) {
        from.forEach((name, value) -> values(Pointer.member(path, name), value, to.get(Members.nameIn(to, name))));
        to.forEach((name, value) -> {
            if (!from.containsKey(Members.nameIn(from, name))) {
                values(Pointer.member(path, name), null, value);
            }
        });
    }

    private void files(String path, JsonArray from, JsonArray to) {
        FilePairs pairs = FilePairs.of(from, to);
        pairs.kept()
                .forEach(pair ->
                        objects(Pointer.item(path, pair.toIndex()), withoutIds(pair.from()), withoutIds(pair.to())));
        pairs.gone()
                .forEach((index, item) ->
                        changes.add(new Change(Pointer.item(path, index), Optional.of(item), Optional.empty())));
        pairs.added()
                .forEach((index, item) ->
                        changes.add(new Change(Pointer.item(path, index), Optional.empty(), Optional.of(item))));
        if (pairs.isReordered()) {
            changes.add(new Change(path, Optional.of(FilePairs.names(from)), Optional.of(FilePairs.names(to))));
        }
    }

    /** A new file has no id yet; the service gives it one. */
    private static JsonObject withoutIds(JsonObject file) {
        return Json.PROVIDER
                .createObjectBuilder(file)
                .remove(Members.nameIn(file, "id"))
                .remove(Members.nameIn(file, "videoFileId"))
                .build();
    }

    /** What is absent counts as an empty object, so that a new language is told member by member. */
    private static boolean isObject(JsonValue value) {
        return Equality.isEmpty(value) || value instanceof JsonObject;
    }

    private static boolean isArray(JsonValue value) {
        return Equality.isEmpty(value) || value instanceof JsonArray;
    }

    private static JsonObject objectOf(JsonValue value) {
        return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static JsonArray arrayOf(JsonValue value) {
        return value instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    private static Optional<JsonValue> present(JsonValue value) {
        return Optional.ofNullable(value).filter(some -> !Equality.isEmpty(some));
    }
}
