package io.github.storemaven.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreLanguagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"en-us", "EN-US", "de", "ca-es-valencia", "en-053", "es-419", "zh-hans", "sr-LATN", "yo-ng"})
    void knowsACodeInAnyCase(String code) {
        assertThat(StoreLanguages.contains(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tl", "zh", "sr-rs", "az", "english", "", "en_us", "#"})
    void knowsNoOther(String code) {
        assertThat(StoreLanguages.contains(code)).isFalse();
        assertThat(StoreLanguages.canonical(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ZH-HANS,zh-Hans", "zh-HANT,zh-Hant", "SR-latn,sr-Latn", "de-DE,de-de", "EN-us,en-us"})
    void writesACodeAsTheReferenceDoes(String code, String canonical) {
        assertThat(StoreLanguages.canonical(code)).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({"en_us,en-us", "de-dd,de-de", "ENUS,en-us", "pt-bt,pt-br", "zh-hanz,zh-Hans"})
    void findsTheCodeThatWasMeant(String wrong, String meant) {
        assertThat(StoreLanguages.nearest(wrong)).contains(meant);
    }

    @Test
    void findsNothingNearAWord() {
        assertThat(StoreLanguages.nearest("english")).isEmpty();
    }

    @Test
    void hasEveryCodeOfTheReference() {
        assertThat(StoreLanguages.all()).hasSize(350).doesNotHaveDuplicates();
    }
}
