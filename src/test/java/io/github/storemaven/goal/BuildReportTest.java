package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.Documents;
import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.testing.FakeTimeSource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build of several products: its files tell the end of each, and in one word the worst. */
class BuildReportTest {
    private static final List<String> PRODUCTS = List.of("9PAPPDEMO001", "9PAPPDEMO002", "9PAPPDEMO003");
    private static final List<String> MODULES = List.of("tide", "wave", "moon");

    private final FakeTimeSource time = new FakeTimeSource();
    private EmbeddedStore store;
    private BuildSession build;

    @TempDir
    Path folder;

    @BeforeEach
    void threeProducts() throws Exception {
        store = EmbeddedStore.builder()
                .clock(time)
                .with(Switch.AGE_RATINGS_DONE)
                .start();
        build = new BuildSession(folder, MODULES.toArray(String[]::new));
        Properties environment = build.session().getSystemProperties();
        environment.setProperty("env.AZURE_TENANT_ID", store.tenantId());
        environment.setProperty("env.AZURE_CLIENT_ID", store.clientId());
        environment.setProperty("env.AZURE_CLIENT_SECRET", store.clientSecret());
        for (String module : MODULES) {
            store.add(ApplicationSeed.published(product(module)));
            build.writePackage(module, module + ".msix", "1.1.0.0");
        }
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private static String product(String module) {
        return PRODUCTS.get(MODULES.indexOf(module));
    }

    private void release() throws Exception {
        for (String module : MODULES) {
            SubmitMojo goal = build.submit(module);
            goal.rehearse = false;
            goal.time = time;
            goal.serviceUrl = store.serviceUrl().toString();
            goal.loginUrl = store.loginUrl().toString();
            goal.applicationId = product(module);
            goal.waitFor = "publication";
            goal.tolerate = List.of("busy");
            goal.execute();
        }
        build.end();
    }

    private Properties outputs() throws IOException {
        Properties outputs = new Properties();
        outputs.load(new StringReader(Files.readString(folder.resolve("tide/target/store/outputs.properties"))));
        return outputs;
    }

    private List<String> headings() throws IOException {
        return Files.readAllLines(folder.resolve("tide/target/store/summary.md")).stream()
                .filter(line -> line.startsWith("### "))
                .toList();
    }

    private String word(String module) throws IOException {
        String result = Files.readString(folder.resolve(module + "/target/store/submission.json"));
        return Documents.json(result).getString("result");
    }

    @Test
    void theValuesAreThoseOfTheWorstEnd() throws Exception {
        store.faults()
                .set(Documents.json(
                        "{'fault':'otherSubmission','product':'9PAPPDEMO002','version':'1.0.5.0','times':1}"));
        release();

        assertThat(outputs())
                .containsEntry("STORE_RESULT", "busy")
                .containsEntry("STORE_PRODUCT", "9PAPPDEMO002")
                .containsEntry("STORE_RESULTS", "9PAPPDEMO001:published,9PAPPDEMO002:busy,9PAPPDEMO003:published");
        assertThat(headings())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("### Microsoft Store: app "))
                .satisfiesExactly(
                        line -> assertThat(line).contains("9PAPPDEMO001"),
                        line -> assertThat(line).contains("9PAPPDEMO002"),
                        line -> assertThat(line).contains("9PAPPDEMO003"));
        assertThat(List.of(word("tide"), word("wave"), word("moon"))).containsExactly("published", "busy", "published");
        assertThat(folder.resolve("wave/target/store/outputs.properties")).doesNotExist();
    }

    /** What is behind a failure was not begun. */
    @Test
    void aFailureIsTheWorstEndAndTheLast() throws Exception {
        store.faults()
                .set(Documents.json(
                        "{'fault':'otherSubmission','product':'9PAPPDEMO001','version':'1.0.5.0','times':1}"));
        store.faults()
                .set(Documents.json(
                        "{'fault':'answer','call':'getApplication','product':'9PAPPDEMO002','status':403}"));
        release();

        assertThat(build.session().getResult().hasExceptions()).isTrue();
        assertThat(outputs())
                .containsEntry("STORE_RESULT", "refused")
                .containsEntry("STORE_PRODUCT", "9PAPPDEMO002")
                .containsEntry("STORE_RESULTS", "9PAPPDEMO001:busy,9PAPPDEMO002:refused");
        assertThat(headings()).hasSize(2);
        assertThat(folder.resolve("moon/target/store/submission.json")).doesNotExist();
    }
}
