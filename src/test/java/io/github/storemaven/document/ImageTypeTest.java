package io.github.storemaven.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.text.NearestName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTypeTest {
    @ParameterizedTest
    @CsvSource({
        "Screenshot,SCREENSHOT",
        "screenshot,SCREENSHOT",
        "storelogo9x16,STORE_LOGO_9X16",
        "PROMOTIONALARTWORK2400X1200,PROMOTIONAL_ARTWORK_2400X1200"
    })
    void isFoundInAnyCase(String name, ImageType type) {
        assertThat(ImageType.named(name)).contains(type);
    }

    @ParameterizedTest
    @CsvSource({"Screenshots,Screenshot", "Screnshot,Screenshot", "icn,Icon", "StoreLogo9x15,StoreLogo9x16"})
    void findsTheNameThatWasMeant(String wrong, String meant) {
        assertThat(ImageType.named(wrong)).isEmpty();
        assertThat(NearestName.of(wrong, ImageType.names())).contains(meant);
    }

    @Test
    void findsNothingNearAnotherWord() {
        assertThat(NearestName.of("Pictures", ImageType.names())).isEmpty();
    }

    @Test
    void hasAllTypesOfTheReference() {
        assertThat(ImageType.names()).hasSize(22).doesNotHaveDuplicates().endsWith("Unknown");
    }
}
