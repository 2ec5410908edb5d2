package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadArchiveEntryTest {
    private static final Path FILE = Path.of("file");

    @Test
    void namesHaveForwardSlashes() {
        assertThat(new UploadArchive.Entry("img\\de\\a.png", FILE).name()).isEqualTo("img/de/a.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/./b", "a/..", "C:/a", "c:\\a"})
    void aNameThatLeavesTheArchiveIsRefused(String name) {
        assertThatThrownBy(() -> new UploadArchive.Entry(name, FILE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("relative path");
    }

    @Test
    void aNameLongerThanTheFormatAllowsIsRefused() {
        assertThatThrownBy(() -> new UploadArchive.Entry("ä".repeat(32_768), FILE))
                .hasMessageContaining("65535 bytes");
        assertThat(new UploadArchive.Entry("ä".repeat(32_767), FILE).name()).hasSize(32_767);
    }
}
