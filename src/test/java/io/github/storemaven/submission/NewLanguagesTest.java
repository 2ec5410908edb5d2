package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a second listing in one language is warned of. */
class NewLanguagesTest {
    private static JsonObject document(String... languages) {
        JsonObjectBuilder listings = Json.PROVIDER.createObjectBuilder();
        List.of(languages).forEach(language -> listings.add(language, JsonValue.EMPTY_JSON_OBJECT));
        return Json.PROVIDER.createObjectBuilder().add("listings", listings).build();
    }

    @Test
    void aListingBesideAPublishedOneOfItsLanguageIsWarnedOfWithBothCodes() {
        assertThat(NewLanguages.warnings(document("en-us", "de-de"), document("en-us", "de-de", "en")))
                .singleElement()
                .asString()
                .contains("The listing en is new beside the published en-us")
                .endsWith("name it en-us");
        assertThat(NewLanguages.warnings(document("EN-US", "en-gb"), document("EN-US", "en-gb", "en-au", "En-IE")))
                .hasSize(2);
    }

    @Test
    void otherLanguagesAndTheFirstListingAreNot() {
        assertThat(NewLanguages.warnings(document("en-us"), document("en-us", "de-de")))
                .isEmpty();
        assertThat(NewLanguages.warnings(document("en-us"), document("EN-us"))).isEmpty();
        assertThat(NewLanguages.warnings(document(), document("en-us", "en-gb")))
                .isEmpty();
        assertThat(NewLanguages.warnings(document("zh-hans-cn"), document("zh-hans-cn", "zh-hant-tw")))
                .isEmpty();
    }

    @Test
    void aLanguageThatTakesThePlaceOfAnotherIsNot() {
        assertThat(NewLanguages.warnings(document("en-us"), document("en"))).isEmpty();
    }
}
