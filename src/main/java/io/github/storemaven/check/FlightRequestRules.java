package io.github.storemaven.check;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.regex.Pattern;

/** The request that creates a flight: listing rules, section 12, and submission API, section 5.17. */
public final class FlightRequestRules {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Shape SHAPE = Shape.members(Map.of(
            "friendlyName", Shape.text(),
            "groupIds", Shape.anything(),
            "rankHigherThan", Shape.text()));

    /** Checks the body of the request. */
    public void check(JsonObject request, Origin origin, Report findings) {
        DocumentReport report = new DocumentReport(findings, origin);
        Node root = Node.root(request);
        SHAPE.check(root, report);
        if (!root.member("friendlyName").hasText()) {
            report.warning("FLT-02", root.member("friendlyName"), "the flight has no friendlyName", "a name");
        }
        checkGroups(root.member("groupIds"), report);
        Node rank = root.member("rankHigherThan");
        if (rank.text().filter(text -> GUID.matcher(text).matches()).isPresent()) {
            report.warning(
                    "FLT-05", rank, "this looks like the id of a flight", "the friendly name of the flight below");
        }
    }

    private static void checkGroups(Node groups, DocumentReport report) {
        if (groups.given() && !(groups.value() instanceof JsonArray)) {
            report.error("FLT-04", groups, "the groupIds are no array", "an array of ids in double quotes");
        } else if (groups.items().findAny().isEmpty()) {
            report.warning("FLT-03", groups, "the flight has no group", "at least one id in groupIds");
        }
        groups.items()
                .takeWhile(group -> !report.full())
                .filter(group -> !group.hasText())
                .forEach(group -> report.error("FLT-04", group, "a group's id is no text", "an id in double quotes"));
    }
}
