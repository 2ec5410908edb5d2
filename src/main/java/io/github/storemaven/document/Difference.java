package io.github.storemaven.document;

import io.github.storemaven.json.Json;
import io.github.storemaven.json.Pointer;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between two documents, path by path (design, section 3): objects by name, files by id or name, all else
 * by meaning. Each node is looked at once. JSON-P's own diff has no old value and takes a moved item for a change.
 */
public final class Difference {
    /** Members of a file that are the user's: that the Store adds one of them is never without meaning. */
    private static final Set<String> USERS = Set.of("description", "imagetype", "title");

    private final boolean readBack;
    private final boolean isTrial;
    private final List<Change> changes = new ArrayList<>();

    private Difference(boolean readBack, boolean isTrial) {
        this.readBack = readBack;
        this.isTrial = isTrial;
    }

    /** The changes that lead from one document to the other, without those that are the service's affair. */
    public static List<Change> between(JsonObject from, JsonObject to) {
        return of(from, to, false);
    }

    /**
     * What the Store did not store as it was asked to. No difference are the defaults that it fills in, what it adds to
     * items of arrays, and the order of files that nobody sees one after the other.
     */
    public static List<Change> notStored(JsonObject asked, JsonObject stored) {
        return of(asked, stored, true);
    }

    /** Whether the Store stored an item as it was asked to, whatever it added. */
    static boolean isHeldBy(JsonObject asked, JsonObject stored) {
        Difference difference = new Difference(true, true);
        difference.objects(Place.ROOT.item(0), asked, stored);
        return difference.changes.isEmpty();
    }

    private static List<Change> of(JsonObject from, JsonObject to, boolean readBack) {
        Difference difference = new Difference(readBack, false);
        difference.objects(Place.ROOT, from, to);
        return difference.changes;
    }

    private void objects(Place place, JsonObject from, JsonObject to) {
        Members.Index names = new Members.Index(from);
        Members.Index otherNames = new Members.Index(to);
        from.forEach((name, value) -> {
            JsonValue other = to.get(otherNames.actualName(name));
            if (value != other) {
                values(place.member(name), value, other);
            }
        });
        to.forEach((name, value) -> {
            if (!from.containsKey(names.actualName(name))) {
                values(place.member(name), null, value);
            }
        });
    }

    private void values(Place place, JsonValue from, JsonValue to) {
        if (place.isService()) {
            return;
        }
        if (isObject(from) && isObject(to)) {
            if (isFile(from) == isFile(to)) {
                objects(isFile(from) ? place.ofFile() : place, objectOf(from), objectOf(to));
            } else {
                add(place, from, to);
            }
        } else if (isArray(from) && isArray(to)) {
            arrays(place, arrayOf(from), arrayOf(to), from == null);
        } else if (!Equality.same(place.name, from, to) && !isStoredDate(from, to)) {
            add(place, from, to);
        }
    }

    private boolean isStoredDate(JsonValue from, JsonValue to) {
        return readBack
                && from instanceof JsonString asked
                && to instanceof JsonString stored
                && StoreDate.isLike(asked.getString())
                && StoreDate.isStored(asked.getString(), stored.getString());
    }

    private void arrays(Place place, JsonArray from, JsonArray to, boolean isAdded) {
        if (FileEntry.isFileArray(place.name)) {
            files(place, from, to);
        } else if (readBack && areObjects(from) && areObjects(to)) {
            items(place, from, to);
        } else if (!isSameList(place.name, from, to)) {
            add(place, isAdded ? null : from, to);
        }
    }

    private boolean isSameList(String name, JsonArray from, JsonArray to) {
        boolean isAnyOrder = readBack && !ListOrder.isOrdered(name);
        return isAnyOrder ? Equality.sameInAnyOrder(from, to) : Equality.same(name, from, to);
    }

    private static boolean areObjects(JsonArray array) {
        return !array.isEmpty() && array.stream().allMatch(JsonObject.class::isInstance);
    }

    private void files(Place place, JsonArray from, JsonArray to) {
        ItemPairs pairs = ItemPairs.ofFiles(from, to);
        pairs.kept().forEach(pair -> objects(place.file(pair.toIndex()), pair.from(), pair.to()));
        changed(place, pairs);
        boolean isReordered = readBack ? pairs.isShownInAnotherOrder() : pairs.isReordered();
        if (!ListOrder.isSet(place.name) && isReordered) {
            changes.add(new Change(place.pointer(), Optional.of(names(from)), Optional.of(names(to))));
        }
    }

    /** Items of an array that was sent as a whole. */
    private void items(Place place, JsonArray from, JsonArray to) {
        ItemPairs pairs = ItemPairs.ofItems(from, to, isTrial);
        pairs.kept().forEach(pair -> objects(place.item(pair.toIndex()), pair.from(), pair.to()));
        changed(place, pairs);
    }

    /** What went and what came at one index is one change, so that no path is there twice. */
    private void changed(Place place, ItemPairs pairs) {
        pairs.gone()
                .forEach((index, item) ->
                        add(place.item(index), item, pairs.added().get(index)));
        pairs.added().forEach((index, item) -> {
            if (!pairs.gone().containsKey(index)) {
                add(place.item(index), null, item);
            }
        });
    }

    private void add(Place place, JsonValue from, JsonValue to) {
        Optional<JsonValue> old = present(from);
        Optional<JsonValue> present = present(to);
        boolean isFilledIn = readBack && from == null && place.isMemberInItem() && !isUsers(place, to);
        boolean isDefault =
                readBack && old.isEmpty() && present.filter(Equality::isDefault).isPresent();
        boolean isDeleted = readBack
                && present.isEmpty()
                && old.filter(Difference::isToBeDeleted).isPresent();
        if ((old.isPresent() || present.isPresent()) && !isFilledIn && !isDefault && !isDeleted) {
            changes.add(new Change(place.pointer(), old, present));
        }
    }

    /** A file that nobody wants any more may be gone already. */
    private static boolean isToBeDeleted(JsonValue value) {
        return value instanceof JsonObject file && FileStatus.PENDING_DELETE.isOf(file);
    }

    private static boolean isUsers(Place place, JsonValue value) {
        String name = place.name.toLowerCase(Locale.ROOT);
        return USERS.contains(name) || (name.equalsIgnoreCase(FileStatus.MEMBER) && FileStatus.isPending(value));
    }

    /** The names of an array's files, to show an order. */
    private static JsonArray names(JsonArray files) {
        JsonArrayBuilder names = Json.PROVIDER.createArrayBuilder();
        files.forEach(file -> names.add(
                file instanceof JsonObject entry ? FileEntry.name(entry).orElse("") : ""));
        return names.build();
    }

    /** What is absent counts as an empty object, so that a new language is told member by member. */
    private static boolean isObject(JsonValue value) {
        return value instanceof JsonObject || isNothing(value);
    }

    private static boolean isArray(JsonValue value) {
        return value instanceof JsonArray || isNothing(value);
    }

    private static boolean isNothing(JsonValue value) {
        return !(value instanceof JsonObject) && Equality.isEmpty(value);
    }

    private static boolean isFile(JsonValue value) {
        return value instanceof JsonObject file && FileEntry.name(file).isPresent();
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

    /** Where in the documents something is compared; its pointer is written only for what differs. */
    private static final class Place {
        static final Place ROOT = new Place(null, "", MemberOwnership.ROOT, Kind.MEMBER);

        private enum Kind {
            MEMBER,
            ITEM,
            FILE
        }

        private final Place parent;
        private final String name;
        private final MemberOwnership ownership;
        private final Kind kind;

        private Place(Place parent, String name, MemberOwnership ownership, Kind kind) {
            this.parent = parent;
            this.name = name;
            this.ownership = ownership;
            this.kind = kind;
        }

        Place member(String member) {
            return new Place(this, member, ownership.member(member), Kind.MEMBER);
        }

        Place item(int index) {
            String step = Integer.toString(index);
            return new Place(this, step, ownership.member(step), Kind.ITEM);
        }

        Place file(int index) {
            String step = Integer.toString(index);
            return new Place(this, step, ownership.member(step), Kind.FILE);
        }

        /** The same place, known to hold a file. */
        Place ofFile() {
            return kind == Kind.MEMBER ? new Place(parent, name, ownership, Kind.FILE) : this;
        }

        /** Whether a difference is the service's affair; a new file has no id yet, the service gives it one. */
        boolean isService() {
            return ownership.isService() || (parent != null && parent.kind == Kind.FILE && FileEntry.isId(name));
        }

        /** Whether it is a member of something inside an item of an array. */
        boolean isMemberInItem() {
            if (kind != Kind.MEMBER) {
                return false;
            }
            for (Place place = parent; place != null; place = place.parent) {
                if (place.kind != Kind.MEMBER) {
                    return true;
                }
            }
            return false;
        }

        String pointer() {
            return parent == null ? "" : Pointer.member(parent.pointer(), name);
        }
    }
}
