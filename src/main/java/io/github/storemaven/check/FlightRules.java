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
            report.error("FLT-02", name, "the friendlyName is empty", "write a name");
        }
        checkGroups(root.member("groupIds"), report);
        Node rank = root.member("rankHigherThan");
        if (rank.text().filter(text -> GUID.matcher(text).matches()).isPresent()) {
            report.warning(
                    "FLT-05",
                    rank,
                    Quote.of(rank.text().orElse("")) + " looks like the id of a flight",
                    "use the friendly name of the flight below");
        }
    }

    private static String what(Node group) {
        return group.text()
                .map(text -> Quote.of(text) + " is not the id of a group")
                .orElse("the id of a group is not in double quotes");
    }

    private static void checkGroups(Node groups, OfDocument report) {
        if (groups.isGiven() && !(groups.value() instanceof JsonArray)) {
            report.error(
                    "FLT-04",
                    groups,
                    "groupIds is not an array",
                    "write [\"1152921504607280735\"], with the id of your group");
        } else if (groups.isGiven() && groups.items().findAny().isEmpty()) {
            report.error("FLT-03", groups, "the flight has no group", "name at least one id in groupIds");
        }
        groups.items()
                .takeWhile(group -> !report.full())
                .filter(group -> !GROUP.matcher(group.text().orElse("")).matches())
                .forEach(group -> report.error(
                        "FLT-04",
                        group,
                        what(group),
                        "use the long number at the end of the group's address in Partner Center"));
    }
}
