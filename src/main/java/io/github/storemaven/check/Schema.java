package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.document.Node;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.NearestName;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue.ValueType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a value of a document has to look like. */
sealed interface Schema {
    /** Reports where the value, which is neither missing nor null, looks different. */
    void check(Node node, OfDocument report);

    /** A value that the service owns or that other rules look at: anything goes. */
    static Schema anything() {
        return Scalar.ANYTHING;
    }

    static Schema text() {
        return Scalar.TEXT;
    }

    static Schema flag() {
        return Scalar.FLAG;
    }

    static Schema number() {
        return Scalar.NUMBER;
    }

    static Schema texts() {
        return new ListOf(text());
    }

    static Schema choice(String rule, String... values) {
        return choice(rule, List.of(values));
    }

    static Schema choice(String rule, List<String> values) {
        return new Choice(rule, values);
    }

    static Schema members(Map<String, Schema> members) {
        return new ObjectOf(members);
    }

    /** A value of the wrong JSON type. */
    static void wrongType(Node node, String expected, OfDocument report) {
        report.error("DOC-02", node, subject(node) + " is " + kind(node), "it has to be " + expected);
    }

    private static String subject(Node node) {
        boolean named = !node.name().isEmpty() && !node.name().chars().allMatch(Character::isDigit);
        return named ? Quote.of(node.name()) : "the value";
    }

    private static String kind(Node node) {
        if (node.value() instanceof JsonArray) {
            return "a list";
        }
        return node.value() instanceof JsonObject
                ? "an object"
                : ForeignText.cut(node.value().toString(), 60);
    }

    /**
     * A single value, told by its JSON type (DOC-02).
     *
     * @param words for messages
     * @param types that are allowed
     */
    record Scalar(String words, Set<ValueType> types) implements Schema {
        static final Scalar TEXT = new Scalar("a text in double quotes", Set.of(ValueType.STRING));
        static final Scalar FLAG = new Scalar("true or false", Set.of(ValueType.TRUE, ValueType.FALSE));
        static final Scalar NUMBER = new Scalar("a number without quotes", Set.of(ValueType.NUMBER));
        static final Scalar ANYTHING = new Scalar("anything", Set.of(ValueType.values()));

        @Override
        public void check(Node node, OfDocument report) {
            if (!types.contains(node.value().getValueType())) {
                Schema.wrongType(node, words, report);
            }
        }
    }

    /**
     * One of the values of an enumeration, in exactly that case: submission API, section 7.
     *
     * @param rule that another value breaks
     * @param values that are allowed
     */
    record Choice(String rule, List<String> values) implements Schema {
        @Override
        public void check(Node node, OfDocument report) {
            Optional<String> text = node.text();
            if (text.isEmpty()) {
                Schema.wrongType(node, "one of " + String.join(", ", values) + ", in double quotes", report);
            } else if (!values.contains(text.get())) {
                String question = Quote.didYouMean(text.get(), values);
                report.error(
                        rule,
                        node,
                        Quote.of(text.get()) + " is not a value of " + node.name() + question,
                        "use one of " + String.join(", ", values));
            }
        }
    }

    /** An array of values of one shape. */
    record ListOf(Schema item) implements Schema {
        @Override
        public void check(Node node, OfDocument report) {
            if (!(node.value() instanceof JsonArray)) {
                Schema.wrongType(node, "a list [ ... ]", report);
            }
            node.items().takeWhile(each -> !report.full()).forEach(each -> checkItem(each, report));
        }

        private void checkItem(Node each, OfDocument report) {
            if (each.isNull()) {
                report.error("DOC-02", each, "an item is null", "remove it, or give it a value");
            } else {
                item.check(each, report);
            }
        }
    }

    /** An object whose member names are data, such as languages; null takes one away. */
    record MapOf(Schema value) implements Schema {
        @Override
        public void check(Node node, OfDocument report) {
            if (!(node.value() instanceof JsonObject)) {
                Schema.wrongType(node, "an object { ... }", report);
            }
            ObjectOf.checkTwice(node, report);
            node.members()
                    .takeWhile(member -> !report.full())
                    .filter(Node::isGiven)
                    .forEach(member -> value.check(member, report));
        }
    }

    /** An object whose members are known by name, in any case of letters as the service takes them (DOC-01 to DOC-03). */
    record ObjectOf(Map<String, Schema> shapes) implements Schema {
        public ObjectOf {
            Map<String, Schema> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            anyCase.putAll(shapes);
            shapes = anyCase;
        }

        @Override
        public void check(Node node, OfDocument report) {
            if (!(node.value() instanceof JsonObject)) {
                Schema.wrongType(node, "an object { ... }", report);
            }
            checkTwice(node, report);
            node.members().takeWhile(member -> !report.full()).forEach(member -> checkMember(member, report));
        }

        private void checkMember(Node member, OfDocument report) {
            Schema shape = shapes.get(member.name());
            if (shape == null) {
                unknown(member, report);
            } else if (member.isGiven() || shape instanceof OtherProductMember) {
                shape.check(member, report);
            }
        }

        private void unknown(Node member, OfDocument report) {
            String name = Quote.of(member.name());
            Optional<String> meant = NearestName.of(member.name(), own());
            if (meant.isPresent()) {
                String question = "; did you mean " + Quote.of(meant.get()) + "?";
                report.error("DOC-01", member, "there is no member " + name + question, "");
            } else {
                report.warning(
                        "DOC-01",
                        member,
                        "the member " + name + " is not known",
                        "the Store may ignore it; correct or remove it");
            }
        }

        private List<String> own() {
            return shapes.entrySet().stream()
                    .filter(entry -> !(entry.getValue() instanceof OtherProductMember))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** Reports names that differ only in case, of which the service would take one or the other. */
        static void checkTwice(Node node, OfDocument report) {
            Set<String> seen = new HashSet<>();
            node.members()
                    .filter(member -> !seen.add(member.name().toLowerCase(Locale.ROOT)))
                    .takeWhile(member -> !report.full())
                    .forEach(member -> report.error(
                            "DOC-03",
                            member,
                            Quote.of(member.name()) + " is there twice, in different case",
                            "remove one of them"));
        }
    }

    /**
     * A member that another kind of product has and this one does not.
     *
     * @param rule that it breaks
     * @param reason what kind it is, for the message
     * @param allowed what to do
     */
    record OtherProductMember(String rule, String reason, String allowed) implements Schema {
        @Override
        public void check(Node node, OfDocument report) {
            if (node.text().filter(String::isEmpty).isPresent()) {
                return; // What other tools write for every kind of product asks for nothing.
            }
            report.error(rule, node, reason + " has no member " + Quote.of(node.name()), "it has " + allowed);
        }
    }
}
