package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import jakarta.json.JsonArray;

/** An array of values of one shape. */
record ListOf(Shape item) implements Shape {
    @Override
    public void check(Node node, DocumentReport report) {
        if (!(node.value() instanceof JsonArray)) {
            Shape.wrongType(node, "an array [ ... ]", report);
        }
        node.items().takeWhile(each -> !report.full()).forEach(each -> checkItem(each, report));
    }

    private void checkItem(Node each, DocumentReport report) {
        if (each.isNull()) {
            report.error("DOC-02", each, "an item is null", "items with a value");
        } else {
            item.check(each, report);
        }
    }
}
