package io.github.storemaven.submission;

import io.github.storemaven.document.Change;
import io.github.storemaven.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The notes for the testers often hold a test account: their length is shown, and that they change, not their text. */
final class CertificationNotes {
    private static final String PATH = "/notesForCertification";
    private static final Pattern HIDDEN = Pattern.compile("\\((\\d+ characters?)\\)");

    private CertificationNotes() {}

    /** The changes with lengths instead of the text of the notes. */
    static List<Change> hidden(List<Change> changes) {
        return changes.stream().map(CertificationNotes::hidden).toList();
    }

    private static Change hidden(Change change) {
        return change.path().equalsIgnoreCase(PATH)
                ? new Change(
                        change.path(),
                        change.from().map(CertificationNotes::length),
                        change.to().map(CertificationNotes::length))
                : change;
    }

    private static JsonValue length(JsonValue value) {
        int length = value instanceof JsonString text
                ? text.getString().codePointCount(0, text.getString().length())
                : value.toString().length();
        return Json.PROVIDER.createValue("(" + length + (length == 1 ? " character)" : " characters)"));
    }

    /** What stands for a hidden text in a line; empty where the text may be shown. */
    static Optional<String> lengthIn(Change change, JsonValue value) {
        if (!change.path().equalsIgnoreCase(PATH) || !(value instanceof JsonString text)) {
            return Optional.empty();
        }
        var length = HIDDEN.matcher(text.getString());
        return length.matches() ? Optional.of(length.group(1)) : Optional.empty();
    }
}
