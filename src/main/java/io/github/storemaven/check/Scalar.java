package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import jakarta.json.JsonValue.ValueType;
import java.util.Set;

/**
 * A single value, told by its JSON type (DOC-02).
 *
 * @param words for messages
 * @param types that are allowed
 */
record Scalar(String words, Set<ValueType> types) implements Shape {
    static final Scalar TEXT = new Scalar("a text in double quotes", Set.of(ValueType.STRING));
    static final Scalar FLAG = new Scalar("true or false", Set.of(ValueType.TRUE, ValueType.FALSE));
    static final Scalar NUMBER = new Scalar("a number without quotes", Set.of(ValueType.NUMBER));
    static final Scalar ANYTHING = new Scalar("anything", Set.of(ValueType.values()));

    @Override
    public void check(Node node, DocumentReport report) {
        if (!types.contains(node.value().getValueType())) {
            Shape.wrongType(node, words, report);
        }
    }
}
