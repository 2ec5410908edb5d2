package io.github.storemaven.zip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"a.msix", "x/a.msix", "x\\a.msix", "..a", "a..b/c", "a b.png"})
    void aRelativePathIsAName(String name) {
        assertThat(EntryName.problem(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "./a.msix", "x/../a.msix", "..", "/a", "\\a", "a/", "a//b", "C:/a", "c:a", "\\\\server\\a"})
    void anyOtherPathIsNone(String name) {
        assertThat(EntryName.problem(name)).get().asString().contains("use a relative path without . and ..");
    }
}
