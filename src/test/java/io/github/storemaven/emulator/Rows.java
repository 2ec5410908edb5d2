package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A table of the reference as tests: each row has its name, what is expected, and how it is tried. */
final class Rows {
    private final List<DynamicTest> tests = new ArrayList<>();

    /** A row; {@code (I)} in its name says that the reference marks it as inferred. */
    Rows row(String name, Object expected, Callable<?> actual) {
        tests.add(DynamicTest.dynamicTest(
                name + " -> " + expected,
                () -> assertThat((Object) actual.call()).isEqualTo(expected)));
        return this;
    }

    Stream<DynamicTest> stream() {
        return tests.stream();
    }
}
