package io.github.storemaven.document;

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
    @CsvSource({
        "en_us,en-us",
        "de-dd,de-de",
        "ENUS,en-us",
        "pt-bt,pt-br",
        "zh-hanz,zh-Hans",
        "pt-rBR,pt-br",
        // of the same language and script
        "zh,zh-Hans",
        "zh-CHT,zh-Hant",
        "zh-CHS,zh-Hans",
        "zh-Hant-CN,zh-Hant",
        "zh-xx,zh-Hans",
        "sr-rs,sr-latn-rs",
        "sr-Cyrl-XX,sr-cyrl",
        "bs-BA,bs-latn-ba",
        "az,az-latn-az",
        "uz-UZ,uz-latn-uz",
        "en-uk,en-gb",
        "en-fr,en",
        "de-xy,de",
        "mn,mn-mn",
        "tg,tg-cyrl",
        // as Java and others wrote them once
        "iw,he",
        "iw-IL,he-il",
        "in,id",
        "in_ID,id-id",
        "tl,fil",
        "tl-PH,fil-ph",
        "sh,sr-Latn",
        "sh-RS,sr-latn-rs",
        "mo,ro",
        "mo-MD,ro"
    })
    void findsTheCodeThatWasMeant(String wrong, String meant) {
        assertThat(StoreLanguages.suggestion(wrong)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ji", "jp", "xx-us", "fy-nl", "", "-", "templates"})
    void suggestsNoOtherLanguage(String code) {
        assertThat(StoreLanguages.suggestion(code)).isEmpty();
    }

    @Test
    void findsNothingNearAWord() {
        assertThat(StoreLanguages.suggestion("english")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"german,de-de", "Deutsch,de-de", "FRENCH,fr-fr", "english,en-us", "espa\u00f1ol,es-es"})
    void aLanguageThatIsNamedHasACode(String name, String code) {
        assertThat(StoreLanguages.ofName(name)).contains(code);
        assertThat(StoreLanguages.ofName("klingon")).isEmpty();
    }

    @Test
    void hasEveryCodeOfTheReference() {
        assertThat(StoreLanguages.all()).hasSize(350).doesNotHaveDuplicates();
    }
}
