package io.github.storemaven.check;

import io.github.storemaven.document.NearestName;
import io.github.storemaven.document.Node;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An object whose members are known by name, in any case of letters as the service takes them (DOC-01 to DOC-03). */
record Members(Map<String, Shape> shapes) implements Shape {
    Members {
        Map<String, Shape> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(shapes);
        shapes = anyCase;
    }

    @Override
    public void check(Node node, DocumentReport report) {
        if (!(node.value() instanceof JsonObject)) {
            Shape.wrongType(node, "an object { ... }", report);
        }
        checkTwice(node, report);
        node.members().takeWhile(member -> !report.full()).forEach(member -> checkMember(member, report));
    }

    private void checkMember(Node member, DocumentReport report) {
        Shape shape = shapes.get(member.name());
        if (shape == null) {
            unknown(member, report);
        } else if (member.isGiven() || shape instanceof Foreign) {
            shape.check(member, report);
        }
    }

    private void unknown(Node member, DocumentReport report) {
        String name = Quote.of(member.name());
        Optional<String> meant = NearestName.of(member.name(), own());
        if (meant.isPresent()) {
            String question = "; did you mean " + Quote.of(meant.get()) + "?";
            report.error("DOC-01", member, name + " is no known member" + question, meant.get());
        } else {
            report.warning("DOC-01", member, name + " is no known member; the service may ignore it", "");
        }
    }

    private List<String> own() {
        return shapes.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof Foreign))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Reports names that differ in case alone, of which the service would take one or the other. */
    static void checkTwice(Node node, DocumentReport report) {
        Set<String> seen = new HashSet<>();
        node.members()
                .filter(member -> !seen.add(member.name().toLowerCase(Locale.ROOT)))
                .takeWhile(member -> !report.full())
                .forEach(member -> report.error(
                        "DOC-03",
                        member,
                        Quote.of(member.name()) + " stands there twice, in different case",
                        "each member once"));
    }
}
