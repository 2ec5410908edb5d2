package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
        Files.write(folder.resolve("app.zip"), Zips.zip("new.msix", Zips.msix("2.0.0.0", "x64")));
        Files.write(folder.resolve("addon.zip"), Zips.zip("icon.png", Zips.PNG));
        Files.write(folder.resolve("flight.zip"), Zips.zip("new.msix", Zips.msix("3.0.0.0", "x64")));
        try (EmbeddedStore store = EmbeddedStore.builder().start()) {
            store.addApplication(ApplicationSeed.published("9PAPPDEMO001"));
            assertThat(run(store))
                    .isEqualTo(List.of("app Published", "add-on Published", "flight Published", "lists 1 1"));
        }
    }

    private List<String> run(EmbeddedStore store) throws Exception {
        URI root = store.serviceUrl();
        Process python = new ProcessBuilder(
                        "python3",
                        Path.of("src", "test", "python", "public_examples.py").toString(),
                        root.getHost(),
                        Integer.toString(root.getPort()),
                        store.tenantId(),
                        store.clientId(),
                        store.clientSecret(),
                        "9PAPPDEMO001",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output.strip().lines().toList();
    }
}
