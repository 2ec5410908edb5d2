package io.github.storemaven.document;

import io.github.storemaven.json.Json;
import io.github.storemaven.json.Members;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file array as it is wanted, laid over the one that the document holds: known files keep their id, new ones have
 * none, what is held and not wanted is marked for deletion and never left out (reference, section 8.3).
 */
final class FileReconciliation {
    private final List<JsonObject> held = new ArrayList<>();
    private final List<JsonObject> result = new ArrayList<>();

    private FileReconciliation(JsonArray held) {
        held.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .forEach(this.held::add);
    }

    static JsonArray of(JsonArray held, JsonArray wanted) {
        FileReconciliation reconciliation = new FileReconciliation(held);
        wanted.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .forEach(reconciliation::want);
        reconciliation.held.forEach(reconciliation::drop);
        JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
        reconciliation.result.forEach(array::add);
        return array.build();
    }

    private void want(JsonObject wanted) {
        Optional<JsonObject> known = take(wanted);
        if (FileStatus.PENDING_DELETE.isOf(wanted)) {
            known.ifPresent(this::drop);
        } else {
            result.add(known.map(entry -> keep(entry, wanted)).orElseGet(() -> fresh(wanted)));
        }
    }

    /** A new file never takes the place of one that is in the Store, even under its name (reference, section 8.3). */
    private Optional<JsonObject> take(JsonObject wanted) {
        boolean pending = FileStatus.PENDING_UPLOAD.isOf(wanted);
        Optional<JsonObject> known = held.stream()
                .filter(entry -> !pending || FileStatus.PENDING_UPLOAD.isOf(entry))
                .filter(entry -> sameId(entry, wanted))
                .findFirst()
                .or(() -> held.stream()
                        .filter(entry -> pending == FileStatus.PENDING_UPLOAD.isOf(entry))
                        .filter(entry -> FileEntry.name(entry).equals(FileEntry.name(wanted)))
                        .findFirst());
        known.ifPresent(held::remove);
        return known;
    }

    private static boolean sameId(JsonObject entry, JsonObject wanted) {
        return FileEntry.id(wanted).isPresent() && FileEntry.id(wanted).equals(FileEntry.id(entry));
    }

    /** What a draft marks for deletion and somebody wants is kept again, under the status of a file of the Store. */
    private static JsonObject keep(JsonObject entry, JsonObject wanted) {
        JsonObject patch = without(wanted, List.of("id", "fileName", FileStatus.MEMBER));
        JsonObject kept = MergePatch.apply(entry, patch);
        return FileStatus.PENDING_DELETE.isOf(entry) ? with(kept, FileStatus.UPLOADED) : kept;
    }

    private static JsonObject fresh(JsonObject wanted) {
        JsonObject entry = without(wanted, List.of("id"));
        return FileEntry.name(entry)
                .map(name -> Json.PROVIDER
                        .createObjectBuilder(entry)
                        .add("fileName", name)
                        .build())
                .orElse(entry);
    }

    /** A file that was never committed cannot be deleted, only left out (field report 15). */
    private void drop(JsonObject entry) {
        if (!FileStatus.PENDING_UPLOAD.isOf(entry)) {
            result.add(with(entry, FileStatus.PENDING_DELETE));
        }
    }

    private static JsonObject with(JsonObject entry, FileStatus status) {
        return MergePatch.apply(
                entry,
                Json.PROVIDER
                        .createObjectBuilder()
                        .add(FileStatus.MEMBER, status.text())
                        .build());
    }

    private static JsonObject without(JsonObject object, List<String> names) {
        var rest = Json.PROVIDER.createObjectBuilder(object);
        names.forEach(name -> rest.remove(Members.nameIn(object, name)));
        return rest.build();
    }
}
