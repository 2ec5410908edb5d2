package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import jakarta.json.JsonObject;

/** An object whose member names are data, such as languages; null takes one away. */
record MapOf(Shape value) implements Shape {
    @Override
    public void check(Node node, DocumentReport report) {
        if (!(node.value() instanceof JsonObject)) {
            Shape.wrongType(node, "an object { ... }", report);
        }
        Members.checkTwice(node, report);
        node.members()
                .takeWhile(member -> !report.full())
                .filter(Node::isGiven)
                .forEach(member -> value.check(member, report));
    }
}
