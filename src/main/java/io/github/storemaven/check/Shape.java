package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a value of a document has to look like. */
sealed interface Shape permits Scalar, Choice, ListOf, MapOf, Members, Foreign {
    /** Reports where the value, which is neither missing nor null, looks different. */
    void check(Node node, DocumentReport report);

    /** A value that the service owns or that other rules look at: anything goes. */
    static Shape anything() {
        return Scalar.ANYTHING;
    }

    static Shape text() {
        return Scalar.TEXT;
    }

    static Shape flag() {
        return Scalar.FLAG;
    }

    static Shape number() {
        return Scalar.NUMBER;
    }

    static Shape texts() {
        return new ListOf(text());
    }

    static Shape choice(String rule, String... values) {
        return new Choice(rule, List.of(values));
    }

    static Shape members(Map<String, Shape> members) {
        return new Members(members);
    }

    /** A value of the wrong JSON type. */
    static void wrongType(Node node, String expected, DocumentReport report) {
        String kind = node.value().getValueType().name().toLowerCase(Locale.ROOT);
        report.error("DOC-02", node, "this is of the JSON type " + kind, expected);
    }
}
