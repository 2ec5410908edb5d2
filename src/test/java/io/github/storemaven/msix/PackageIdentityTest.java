package io.github.storemaven.msix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageIdentityTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US | 8wekyb3d8bbwe",
                "CN=42698433-7A02-4CC2-A7B4-8F0E646CB76C | 83f3qxjc0xrea",
                "CN=DBSDev | 0t87vwe28ct3a",
            })
    void hashesAPublisherAsTheStoreDoes(String publisher, String hash) {
        assertThat(identity(publisher).publisherId()).isEqualTo(hash);
    }

    @Test
    void putsTogetherTheFamilyName() {
        PackageIdentity identity = identity("CN=DBSDev");
        assertThat(identity.familyName()).isEqualTo("Tide_0t87vwe28ct3a");
    }

    @Test
    void ordersVersionsByNumberAndOthersBeforeThem() {
        List<String> sorted = Stream.of("1.10.0.0", "1.9.0.0", "65536.0.0.0", "1.9.0.1", "1.9")
                .map(PackageVersion::new)
                .sorted()
                .map(PackageVersion::text)
                .toList();
        assertThat(sorted).containsExactly("1.9", "1.9.0.0", "1.9.0.1", "1.10.0.0", "65536.0.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.2.3", "1.2.3.4.5", "1.2.3.x", "01.2.3.4", "-1.2.3.4", " 1.2.3.4", "1..3.4"})
    void findsNoPartsInOtherTexts(String text) {
        assertThat(new PackageVersion(text).parts()).isEmpty();
    }

    private static PackageIdentity identity(String publisher) {
        return new PackageIdentity("Tide", publisher, new PackageVersion("1.0.0.0"), "x64", Optional.of("split.de"));
    }
}
