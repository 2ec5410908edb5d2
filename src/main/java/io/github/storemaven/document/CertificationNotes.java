package io.github.storemaven.document;

import io.github.storemaven.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The notes for the testers often hold a test account: their length is shown, and that they change, not their text. */
public final class CertificationNotes {
    /** Of an app, a flight or an add-on, and of an MSI or EXE product. */
    private static final Set<String> PATHS = Set.of("/notesforcertification", "/properties/certificationnotes");

    private static final Pattern HIDDEN = Pattern.compile("\\((\\d+ characters?)\\)");

    private CertificationNotes() {}

    /** The changes with lengths instead of the text of the notes. */
    public static List<Change> hidden(List<Change> changes) {
        return changes.stream().map(CertificationNotes::hidden).toList();
    }

    private static Change hidden(Change change) {
        return isAbout(change)
                ? new Change(
                        change.path(),
                        change.from().map(CertificationNotes::length),
                        change.to().map(CertificationNotes::length))
                : change;
    }

    private static boolean isAbout(Change change) {
        return PATHS.contains(change.path().toLowerCase(Locale.ROOT));
    }

    private static JsonValue length(JsonValue value) {
        int length = value instanceof JsonString text
                ? text.getString().codePointCount(0, text.getString().length())
                : value.toString().length();
        return Json.PROVIDER.createValue("(" + length + (length == 1 ? " character)" : " characters)"));
    }

    /** What stands for a hidden text in a line; empty where the text may be shown. */
    public static Optional<String> lengthIn(Change change, JsonValue value) {
        if (!isAbout(change) || !(value instanceof JsonString text)) {
            return Optional.empty();
        }
        var length = HIDDEN.matcher(text.getString());
        return length.matches() ? Optional.of(length.group(1)) : Optional.empty();
    }
}
