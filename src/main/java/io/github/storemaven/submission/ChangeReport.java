package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.json.Members;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a release changes and what it inherits, in lines for a log. */
final class ChangeReport {
    private static final int LONGEST = 60;

    private ChangeReport() {}

    /** One line a change, in the order of the document that they lead to. */
    static List<String> lines(List<Change> changes, JsonObject document) {
        return changes.stream().map(change -> line(change, document)).toList();
    }

    /** What the document inherits that a release manager should know of (design, section 3). */
    static List<String> dangers(JsonObject document) {
        List<String> dangers = new ArrayList<>();
        JsonObject delivery = Members.object(document, "packageDeliveryOptions").orElse(JsonValue.EMPTY_JSON_OBJECT);
        JsonObject rollout = Members.object(delivery, "packageRollout").orElse(JsonValue.EMPTY_JSON_OBJECT);
        if (isTrue(rollout, "isPackageRollout")) {
            dangers.add("a gradual rollout to " + rollout.get(Members.nameIn(rollout, "packageRolloutPercentage"))
                    + " % of the customers");
        }
        if (isTrue(delivery, "isMandatoryUpdate")) {
            dangers.add("a mandatory update");
        }
        unless(document, "targetPublishMode", "Immediate").ifPresent(dangers::add);
        unless(document, "visibility", "Public").ifPresent(dangers::add);
        return dangers;
    }

    private static Optional<String> unless(JsonObject document, String member, String usual) {
        return Members.text(document, member)
                .filter(value -> !value.equals(usual) && !value.equals("NotSet"))
                .map(value -> member + " " + value);
    }

    private static boolean isTrue(JsonObject object, String member) {
        return Members.value(object, member).filter(JsonValue.TRUE::equals).isPresent();
    }

    /** One change; a file is told by its name, and as what comes or goes. */
    static String line(Change change, JsonObject document) {
        if (change.from().isEmpty()) {
            return change.path() + ": new, "
                    + change.to().map(ChangeReport::shown).orElse("");
        }
        String from = change.from().map(ChangeReport::shown).orElse("");
        String line = change.path() + ": " + from + " -> "
                + change.to().map(ChangeReport::shown).orElse("(removed)");
        return line + owner(change, document).map(name -> " (" + name + ")").orElse("");
    }

    /** The file whose status changes. */
    private static Optional<String> owner(Change change, JsonObject document) {
        if (!change.member().equalsIgnoreCase("fileStatus")) {
            return Optional.empty();
        }
        String file = change.path().substring(0, change.path().lastIndexOf('/'));
        var pointer = Json.PROVIDER.createPointer(file);
        return pointer.containsValue(document) && pointer.getValue(document) instanceof JsonObject entry
                ? FileArrays.name(entry)
                : Optional.empty();
    }

    /** A file by its name and status, anything else as JSON, cut to a length that fits a line. */
    private static String shown(JsonValue value) {
        if (value instanceof JsonObject file && FileArrays.name(file).isPresent()) {
            return FileArrays.name(file).get()
                    + Members.text(file, "fileStatus")
                            .map(status -> " (" + status + ")")
                            .orElse("");
        }
        String text = value instanceof JsonString string
                ? '"' + string.getString().replaceAll("\\s+", " ") + '"'
                : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text;
    }
}
