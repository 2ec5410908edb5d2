package io.github.storemaven.document;

import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * One path of a document whose value changes.
 *
 * @param path a JSON Pointer
 * @param from empty for what is new
 * @param to empty for what goes
 */
public record Change(String path, Optional<JsonValue> from, Optional<JsonValue> to) {
    /** The last part of the path. */
    public String member() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
