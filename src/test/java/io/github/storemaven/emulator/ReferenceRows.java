package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table of the reference as tests: each row has its number in the reference, its name, what is expected, and how it is
 * tried.
 */
final class ReferenceRows implements Iterable<DynamicTest> {
    private final List<DynamicTest> tests = new ArrayList<>();
    private final Map<String, Mark> marks = new LinkedHashMap<>();

    /** How the reference knows what a row expects. */
    enum Mark {
        DOCUMENTED,
        /** The reference marks it as inferred, in whole or in part. */
        INFERRED
    }

    /** A row of the reference, or several with a space between their numbers. */
    ReferenceRows row(Mark mark, String numbers, String name, Object expected, Callable<?> actual) {
        for (String number : numbers.split(" ", -1)) {
            marks.merge(number, mark, ReferenceRows::stronger);
        }
        return add(numbers + " " + name + (mark == Mark.INFERRED ? " (I)" : ""), expected, actual);
    }

    /** A row of our own. */
    ReferenceRows row(String name, Object expected, Callable<?> actual) {
        return add(name, expected, actual);
    }

    private ReferenceRows add(String name, Object expected, Callable<?> actual) {
        tests.add(DynamicTest.dynamicTest(
                name + " -> " + expected,
                () -> assertThat((Object) actual.call()).isEqualTo(expected)));
        return this;
    }

    /** The numbers of these rows, with what is marked in any of the tests of each. */
    Map<String, Mark> marks() {
        return Collections.unmodifiableMap(marks);
    }

    /** Inferred, if either is. */
    static Mark stronger(Mark one, Mark other) {
        return one == Mark.INFERRED ? one : other;
    }

    @Override
    public Iterator<DynamicTest> iterator() {
        return tests.iterator();
    }
}
