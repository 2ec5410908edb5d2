package io.github.storemaven.check;

import io.github.storemaven.document.Node;

/**
 * A member that another kind of product has and this one has not.
 *
 * @param rule that it breaks
 * @param reason what kind it is, for the message
 * @param allowed what to do
 */
record Foreign(String rule, String reason, String allowed) implements Shape {
    @Override
    public void check(Node node, DocumentReport report) {
        if (node.text().filter(String::isEmpty).isPresent()) {
            return; // What other tools write for every kind of product asks for nothing.
        }
        report.error(rule, node, Quote.of(node.name()) + " is no member of " + reason, allowed);
    }
}
