package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import java.util.List;
import java.util.Optional;

/**
 * One of the values of an enumeration, in exactly that case: submission API, section 7.
 *
 * @param rule that another value breaks
 * @param values that are allowed
 */
record Choice(String rule, List<String> values) implements Shape {
    @Override
    public void check(Node node, DocumentReport report) {
        Optional<String> text = node.text();
        if (text.isEmpty()) {
            Shape.wrongType(node, "a text: " + String.join(", ", values), report);
        } else if (!values.contains(text.get())) {
            String question = Closest.question(text.get(), values);
            report.error(rule, node, Quote.of(text.get()) + " is not allowed" + question, String.join(", ", values));
        }
    }
}
