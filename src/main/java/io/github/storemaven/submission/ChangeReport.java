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

/** What a release changes and what it inherits, in lines for a log. */
final class ChangeReport {
    /** Of a value in a line. */
    static final int LONGEST = 60;

    private static final String DOTS = "...";

    private ChangeReport() {}

    /** One line a change, in the order of the document that they lead to. */
    static List<String> lines(List<Change> changes, JsonObject document) {
        return changes.stream().map(change -> line(change, document)).toList();
    }

    /** What the document inherits that a release manager should know of (design, section 3). */
    static List<String> dangers(JsonObject document) {
        List<String> dangers = new ArrayList<>();
        JsonObject delivery = Members.objectOrEmpty(document, "packageDeliveryOptions");
        JsonObject rollout = Members.objectOrEmpty(delivery, "packageRollout");
        if (isTrue(rollout, "isPackageRollout")) {
            dangers.add(Members.value(rollout, "packageRolloutPercentage")
                    .map(percent -> "a gradual rollout to " + percent + " % of the customers")
                    .orElse("a gradual rollout without a percentage"));
        }
        if (isTrue(delivery, "isMandatoryUpdate")) {
            dangers.add("a mandatory update");
        }
        unless(document, "targetPublishMode", "Immediate")
                .map(mode -> mode.endsWith("SpecificDate") ? mode + date(document) : mode)
                .ifPresent(dangers::add);
        unless(document, "visibility", "Public").ifPresent(dangers::add);
        Members.object(document, "pricing")
                .flatMap(pricing -> Members.text(pricing, "priceId"))
                .filter("NotAvailable"::equals)
                .ifPresent(price -> dangers.add("priceId NotAvailable (nobody can get the product)"));
        return dangers;
    }

    private static Optional<String> unless(JsonObject document, String member, String usual) {
        return Members.text(document, member)
                .filter(value -> !value.equals(usual) && !value.equals("NotSet"))
                .map(value -> member + " " + value);
    }

    private static String date(JsonObject document) {
        return Members.text(document, "targetPublishDate")
                .map(date -> " (" + date + ")")
                .orElse("");
    }

    private static boolean isTrue(JsonObject object, String member) {
        return Members.value(object, member).filter(JsonValue.TRUE::equals).isPresent();
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

    private static String named(JsonObject file) {
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
        int start = same < LONGEST - DOTS.length() ? 0 : same - LONGEST / 2;
        String shown = start == 0 ? text : DOTS + text.substring(start);
        return shown.length() > LONGEST ? shown.substring(0, LONGEST - DOTS.length()) + DOTS : shown;
    }
}
