package io.github.storemaven.submission;

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

    /** One line a change, in the order of the document. */
    static List<String> lines(List<Change> changes) {
        return changes.stream().map(ChangeReport::line).toList();
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

    private static String line(Change change) {
        if (change.from().isEmpty()) {
            return change.path() + ": new, "
                    + change.to().map(ChangeReport::shown).orElse("");
        }
        String from = change.from().map(ChangeReport::shown).orElse("");
        return change.path() + ": " + from + " -> "
                + change.to().map(ChangeReport::shown).orElse("(removed)");
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
