package io.github.storemaven.preview;

import io.github.storemaven.document.Change;
import io.github.storemaven.document.Difference;
import io.github.storemaven.document.Members;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a document differs from the published one; nothing where nothing was published or nobody has asked. */
final class PublishedDifferences {
    /** How a value differs. */
    enum Mark {
        SAME,
        NEW,
        CHANGED,
        REMOVED;

        /** For the page's style, and as the page shows it. */
        String word() {
            return this == SAME ? "" : name().toLowerCase(Locale.ROOT);
        }
    }

    private final JsonObject published;
    private final List<Change> changes;

    PublishedDifferences(Optional<JsonObject> published, JsonObject document) {
        this.published = published.orElse(JsonValue.EMPTY_JSON_OBJECT);
        this.changes = this.published.isEmpty() ? List.of() : Difference.between(this.published, document);
    }

    /** Whether there is something to compare with. */
    boolean isComparing() {
        return !published.isEmpty();
    }

    /** How the value at a pointer, or something in it, differs. */
    Mark at(String pointer) {
        List<Change> there = changes.stream()
                .filter(change -> Pointers.isAtOrBelow(change.path(), pointer))
                .toList();
        if (there.isEmpty()) {
            return Mark.SAME;
        }
        if (there.stream().allMatch(change -> change.from().isEmpty())
                && before(pointer).isEmpty()) {
            return Mark.NEW;
        }
        boolean isGone = there.stream()
                .allMatch(change ->
                        change.path().equalsIgnoreCase(pointer) && change.to().isEmpty());
        return isGone ? Mark.REMOVED : Mark.CHANGED;
    }

    /** What is published there; empty also where that is an empty text or list. */
    Optional<JsonValue> before(String pointer) {
        return Members.find(published, pointer).filter(value -> !Pointers.isNothing(value));
    }

    /** Names of the members that the published document has in an object. */
    List<String> publishedMembers(String member) {
        return List.copyOf(Members.objectOrEmpty(published, member).keySet());
    }
}
