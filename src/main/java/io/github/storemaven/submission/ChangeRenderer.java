package io.github.storemaven.submission;

import io.github.storemaven.document.Change;
import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a release changes, in lines for a log. */
final class ChangeRenderer {
    /** Of a value in a line. */
    private static final int MAX_VALUE = 60;

    /** Of a text that is shown line by line; longer than any text that the Store takes. */
    private static final int MAX_TEXT_LINE = 12_000;

    private static final String DOTS = "...";

    private ChangeRenderer() {}

    /** The changes of a plan, texts line by line, and the files that it sends. */
    static List<String> lines(Plan plan) {
        return lines(plan, ChangeRenderer::textDifference);
    }

    /** The same with one line a change. */
    static List<String> shortLines(Plan plan) {
        return lines(plan, change -> Optional.empty());
    }

    private static List<String> lines(Plan plan, Function<Change, Optional<List<String>>> difference) {
        List<String> lines = new ArrayList<>();
        lines.add(plan.isEmpty() ? "No change" : "Changes:");
        for (Change change : plan.changes()) {
            Optional<List<String>> text = difference.apply(change);
            if (text.isPresent()) {
                lines.add("  " + ForeignText.oneLine(change.path()) + ":");
                text.get().forEach(line -> lines.add("    " + textLine(line)));
            } else {
                lines.add("  " + line(change, plan.merged()));
            }
        }
        lines.addAll(plan.olderPackages());
        plan.files()
                .forEach(file -> lines.add("Sends " + file.name() + " ("
                        + (file.source().isEmpty() ? "" : file.source() + ", ") + file.size() + " bytes)"));
        return lines;
    }

    /** A line of a text, as far as any text may be long. */
    static String textLine(String line) {
        return ForeignText.oneLine(line, MAX_TEXT_LINE);
    }

    /** The difference of two texts line by line, where one has several or is too long for a line. */
    static Optional<List<String>> textDifference(Change change) {
        Optional<String> from = change.from().flatMap(ChangeRenderer::stringOf);
        Optional<String> to = change.to().flatMap(ChangeRenderer::stringOf);
        return from.isPresent() && to.isPresent() && (isLong(from.get()) || isLong(to.get()))
                ? Optional.of(TextDifference.between(from.get(), to.get())).filter(lines -> !lines.isEmpty())
                : Optional.empty();
    }

    private static boolean isLong(String text) {
        return text.contains("\n") || text.length() > MAX_VALUE;
    }

    private static Optional<String> stringOf(JsonValue value) {
        return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }

    /** One line a change, in the order of the document that they lead to. */
    static List<String> lines(List<Change> changes, JsonObject document) {
        return changes.stream().map(change -> line(change, document)).toList();
    }

    /** One change; a file is told by its name, and as what comes or goes. */
    static String line(Change change, JsonObject document) {
        return ForeignText.oneLine(told(change, document));
    }

    private static String told(Change change, JsonObject document) {
        Optional<JsonObject> file = fileOf(change, document);
        if (file.isPresent() && FileStatus.PENDING_DELETE.isOf(file.get())) {
            return parent(change.path()) + ": goes, " + named(file.get());
        }
        if (change.to().isEmpty()
                && change.from().isPresent()
                && isFile(change.from().get())) {
            return change.path() + ": goes, " + named(change.from().get().asJsonObject());
        }
        String from = change.from().map(value -> text(change, value)).orElse("");
        String to = change.to().map(value -> text(change, value)).orElse("");
        if (from.isEmpty() || to.isEmpty()) {
            return change.path() + (from.isEmpty() ? ": new, " : ": goes, ") + cut(from + to, 0);
        }
        int same = sameStart(from, to);
        return change.path() + ": " + cut(from, same) + " -> " + cut(to, same)
                + file.flatMap(FileEntry::name).map(name -> " (" + name + ")").orElse("");
    }

    /** The file whose status changes. */
    private static Optional<JsonObject> fileOf(Change change, JsonObject document) {
        return change.member().equalsIgnoreCase(FileStatus.MEMBER)
                ? Members.find(document, parent(change.path()))
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                : Optional.empty();
    }

    private static boolean isFile(JsonValue value) {
        return value instanceof JsonObject file && FileEntry.name(file).isPresent();
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** A file by its name, a package with its version and architecture. */
    static String named(JsonObject file) {
        return FileEntry.name(file).orElse("")
                + Members.text(file, "version")
                        .map(version -> " (version " + version
                                + Members.text(file, "architecture")
                                        .map(", "::concat)
                                        .orElse("") + ")")
                        .orElse("");
    }

    private static String text(Change change, JsonValue value) {
        return CertificationNotes.lengthIn(change, value).orElseGet(() -> text(value));
    }

    /** A file by its name and status, anything else as JSON in one line. */
    private static String text(JsonValue value) {
        if (value instanceof JsonObject file && FileEntry.name(file).isPresent()) {
            return FileEntry.name(file).get()
                    + Members.text(file, "fileStatus")
                            .map(status -> " (" + status + ")")
                            .orElse("");
        }
        return value instanceof JsonString string
                ? '"' + string.getString().replaceAll("\\s+", " ") + '"'
                : value.toString();
    }

    private static int sameStart(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int same = 0;
        while (same < length && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    /** Cut to a length that fits a line, in such a way that the first character that differs is seen. */
    private static String cut(String text, int same) {
        int start = same < MAX_VALUE - DOTS.length() ? 0 : same - MAX_VALUE / 2;
        String shown = start == 0 ? text : DOTS + text.substring(start);
        return shown.length() > MAX_VALUE ? shown.substring(0, MAX_VALUE - DOTS.length()) + DOTS : shown;
    }
}
