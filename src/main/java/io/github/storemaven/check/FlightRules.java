package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.document.Node;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.regex.Pattern;

/** The request that creates a flight: listing rules, section 12, and submission API, section 5.17. */
public final class FlightRules {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern GROUP = Pattern.compile("\\d{1,19}");
    private static final Schema SHAPE = Schema.members(Map.of(
            "friendlyName", Schema.text(),
            "groupIds", Schema.anything(),
            "rankHigherThan", Schema.text()));

    /** Checks the body of the request; what is missing is told by whoever puts it together. */
    public void check(JsonObject request, Origin origin, FindingCollector findings) {
        OfDocument report = new OfDocument(findings, origin);
        Node root = Node.root(request);
        SHAPE.check(root, report);
        CharacterRules.checkLost(root.member("friendlyName"), report);
        Node name = root.member("friendlyName");
        if (name.isGiven() && !name.hasText()) {
            report.error("FLT-02", name, "the friendlyName is empty", "a name");
        }
        checkGroups(root.member("groupIds"), report);
        Node rank = root.member("rankHigherThan");
        if (rank.text().filter(text -> GUID.matcher(text).matches()).isPresent()) {
            report.warning(
                    "FLT-05", rank, "this looks like the id of a flight", "the friendly name of the flight below");
        }
    }

    private static void checkGroups(Node groups, OfDocument report) {
        if (groups.isGiven() && !(groups.value() instanceof JsonArray)) {
            report.error("FLT-04", groups, "the groupIds are no array", "an array of ids in double quotes");
        } else if (groups.isGiven() && groups.items().findAny().isEmpty()) {
            report.error("FLT-03", groups, "the flight has no group", "at least one id in groupIds");
        }
        groups.items()
                .takeWhile(group -> !report.full())
                .filter(group -> !GROUP.matcher(group.text().orElse("")).matches())
                .forEach(group -> report.error(
                        "FLT-04",
                        group,
                        "this is no group's id",
                        "digits in double quotes, as in the group's address"));
    }
}
