package io.github.storemaven.document;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Field reports 1 and 31. */
class PriceGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'pricing':null}",
                "{'pricing':{}}",
                "{'pricing':{'priceId':null}}",
                "{'pricing':{'priceId':'Base'}}"
            })
    void refusesADocumentWithoutABasePrice(String document) {
        assertThat(PriceGuard.problem(json(document))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'pricing':{'priceId':'Free'}}", "{'pricing':{'priceId':'Tier1012'}}"})
    void acceptsADocumentWithOne(String document) {
        assertThat(PriceGuard.problem(json(document))).isEmpty();
    }
}
