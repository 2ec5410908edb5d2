package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveEntryTest {
    private static final Path FILE = Path.of("file");

    @Test
    void namesHaveForwardSlashes() {
        assertThat(new ArchiveEntry("img\\de\\a.png", FILE).name()).isEqualTo("img/de/a.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/./b", "a/..", "C:/a", "c:\\a"})
    void aNameThatLeavesTheArchiveIsRefused(String name) {
        assertThatThrownBy(() -> new ArchiveEntry(name, FILE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("relative path");
    }

    @Test
    void aNameLongerThanTheFormatAllowsIsRefused() {
        assertThatThrownBy(() -> new ArchiveEntry("ä".repeat(32_768), FILE)).hasMessageContaining("65535 bytes");
        assertThat(new ArchiveEntry("ä".repeat(32_767), FILE).name()).hasSize(32_767);
    }
}
