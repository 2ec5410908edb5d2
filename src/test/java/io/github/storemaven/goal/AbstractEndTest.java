package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ends of a goal that submits add-ons, or an MSI or EXE product, in a build of one module.
 *
 * @param <T> the clock of goal and Store
 */
abstract class AbstractEndTest<T extends TimeSource> {
    final T time;
    final ByteArrayOutputStream console = new ByteArrayOutputStream();
    EmbeddedStore store;
    BuildSession build;

    @TempDir
    Path folder;

    private final String resultFile;
    private final String product;
    private final String name;

    /**
     * The tests of a goal.
     *
     * @param resultFile its own one
     * @param product as STORE_PRODUCT names it
     * @param name as STORE_RESULTS names what it released
     */
    AbstractEndTest(T time, String resultFile, String product, String name) {
        this.time = time;
        this.resultFile = resultFile;
        this.product = product;
        this.name = name;
    }

    @AfterEach
    final void stop() {
        store.close();
    }

    /** A build with the credentials of the Store. */
    final BuildSession build() {
        BuildSession one = new BuildSession(folder, "tide");
        one.credentials(store);
        return one;
    }

    /** The goal, which asks the Store as it would ask the real one. */
    final <G extends AbstractSubmitMojo> G real(G goal, String... tolerate) {
        goal.rehearse = false;
        goal.time = time;
        goal.console = console;
        goal.serviceUrl = store.serviceUrl().toString();
        goal.loginUrl = store.loginUrl().toString();
        goal.tolerate = List.of(tolerate);
        return goal;
    }

    final void fault(String json) {
        store.faults().set(Documents.json(json));
    }

    final void variable(String variable, String value) {
        build.session().getSystemProperties().setProperty("env." + variable, value);
    }

    final String text(String file) throws IOException {
        return Files.readString(folder.resolve("tide/target/store").resolve(file));
    }

    final JsonObject result() throws Exception {
        return ParsedJson.ofFile(folder.resolve("tide/target/store").resolve(resultFile))
                .object();
    }

    /** The word in all three files, none of which has the secret. */
    final void assertWord(String word) throws Exception {
        assertThat(result().getString("result")).isEqualTo(word);
        assertThat(text("outputs.properties"))
                .contains(
                        "STORE_RESULT=" + word + "\n",
                        "STORE_PRODUCT=" + product + "\n",
                        "STORE_RESULTS=" + name + ":" + word + "\n");
        assertThat(text("summary.md")).contains("| result | `" + word + "` |");
        assertThat(result().getString("message")).isNotEmpty().doesNotContain("\n");
        assertThat(Instant.parse(result().getString("endedAt")))
                .isAfterOrEqualTo(Instant.parse(result().getString("startedAt")));
        for (String file : List.of(resultFile, "outputs.properties", "summary.md")) {
            assertThat(text(file)).doesNotContain(store.clientSecret());
        }
    }

    /** One warning of an end that is to be no failure, and nothing else about it. */
    final void assertWarnsOnce(String words) {
        assertThat(build.said())
                .filteredOn(line -> line.contains("no failure"))
                .singleElement()
                .asString()
                .startsWith("WARNING ")
                .endsWith("(no failure: store.tolerate has " + words + ")");
    }
}
