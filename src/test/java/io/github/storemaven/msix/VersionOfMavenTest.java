package io.github.storemaven.msix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The version of a package that follows from the version of a Maven project. */
class VersionOfMavenTest {
    @ParameterizedTest
    @CsvSource({
        "1.4.0, 1.4.0.0",
        "1.4.0-SNAPSHOT, 1.4.0.0",
        "1.4.0-rc2, 1.4.0.0",
        "2026.11, 2026.11.0.0",
        "2026.01.09, 2026.1.9.0",
        "7, 7.0.0.0",
        "65535.65535.65535, 65535.65535.65535.0"
    })
    void isMapped(String version, String expected) {
        assertThat(PackageVersion.ofMaven(version)).contains(new PackageVersion(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.9", "1.4.0.7", "1.65536", "20261130", "1.4.0.Final", "next", "", "-1", "99999999999"})
    void isNotMapped(String version) {
        assertThat(PackageVersion.ofMaven(version)).isEmpty();
    }
}
