package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's client, in another language, against our Store. */
@Tag("peers")
class PublicExamplesTest {
    @TempDir
    Path folder;

    @Test
    void aClientInPythonReleasesAnAppAnAddonAndAFlight() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.builder().start()) {
            store.add(ApplicationSeed.published("9PAPPDEMO001"));
            assertThat(PublicExamples.run(
                            store.serviceUrl(), store.tenantId(), store.clientId(), store.clientSecret(), folder))
                    .isEqualTo(PublicExamples.ALL_PUBLISHED);
        }
    }
}
