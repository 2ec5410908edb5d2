package io.github.storemaven.service.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table is whole: what a row names is there, and each row has its section. */
class AnswerTableTest {
    private static final Set<String> SIMPLE = Set.of("any", "text", "flag", "integer", "number", "language");

    private final AnswerTable table = AnswerTable.read();

    @Test
    void eachNameIsKnown() {
        assertThat(table.calls()).hasSizeGreaterThan(12).allSatisfy(call -> {
            assertThat(table.resource(call.resource())).as(call.resource()).isPresent();
            assertThat(call.section()).matches("5\\.\\d+");
        });
        assertThat(table.members()).hasSizeGreaterThan(150).allSatisfy(member -> {
            assertThat(member.section()).matches("[46]\\.\\d+");
            assertThat(member.presence()).isIn("always", "optional", "null");
            assertThat(member.type().split("[\\[\\]{}]+"))
                    .as(member.type())
                    .allMatch(name -> name.isEmpty() || isKnown(name));
        });
    }

    private boolean isKnown(String name) {
        return SIMPLE.contains(name)
                || table.resource(name).isPresent()
                || table.format(name).isPresent()
                || table.enumeration(name).isPresent();
    }
}
