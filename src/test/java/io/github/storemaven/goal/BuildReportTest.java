package io.github.storemaven.goal;

import static io.github.storemaven.goal.ThreeProductsFixture.MOON;
import static io.github.storemaven.goal.ThreeProductsFixture.TIDE;
import static io.github.storemaven.goal.ThreeProductsFixture.WAVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build of several products: its files tell the end of each, and in one word the worst. */
class BuildReportTest {
    private ThreeProductsFixture fixture;

    @TempDir
    Path folder;

    @BeforeEach
    void threeProducts() throws Exception {
        fixture = new ThreeProductsFixture(folder, Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private List<String> headings() throws IOException {
        return Files.readAllLines(fixture.output("tide", "summary.md")).stream()
                .filter(line -> line.startsWith("### "))
                .toList();
    }

    private String word(String module) throws Exception {
        return fixture.result(module).getString("result");
    }

    @Test
    void theValuesAreThoseOfTheWorstEnd() throws Exception {
        fixture.fault("{'fault':'otherSubmission','product':'" + WAVE + "','version':'1.0.5.0','times':1}");
        fixture.release();

        assertThat(fixture.outputs())
                .containsEntry("STORE_RESULT", "busy")
                .containsEntry("STORE_PRODUCT", WAVE)
                .containsEntry("STORE_RESULTS", TIDE + ":published," + WAVE + ":busy," + MOON + ":published");
        assertThat(headings())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("### Microsoft Store: app "))
                .satisfiesExactly(
                        line -> assertThat(line).contains(TIDE),
                        line -> assertThat(line).contains(WAVE),
                        line -> assertThat(line).contains(MOON));
        assertThat(List.of(word("tide"), word("wave"), word("moon"))).containsExactly("published", "busy", "published");
        assertThat(fixture.output("wave", "outputs.properties")).doesNotExist();
    }

    /** What is behind a failure was not begun, and says so. */
    @Test
    void aFailureIsTheWorstEndAndWhatIsBehindItIsSkipped() throws Exception {
        fixture.fault("{'fault':'otherSubmission','product':'" + TIDE + "','version':'1.0.5.0','times':1}");
        fixture.fault("{'fault':'answer','call':'getApplication','product':'" + WAVE + "','status':403}");
        fixture.release();

        assertThat(fixture.build.session().getResult().getExceptions()).hasSize(1);
        assertThat(fixture.outputs())
                .containsEntry("STORE_RESULT", "refused")
                .containsEntry("STORE_PRODUCT", WAVE)
                .containsEntry("STORE_RESULTS", TIDE + ":busy," + WAVE + ":refused," + MOON + ":skipped");
        assertThat(fixture.result("moon").getString("message"))
                .isEqualTo("The build has failed. This release was not begun, and nothing was sent");
        assertThat(fixture.result("moon").getString("next")).startsWith("mvn store:submit@store -pl :moon");
        assertThat(fixture.requests(MOON)).isEmpty();
    }

    @Test
    void whatWaitsForABuildThatFailsIsSkipped() throws Exception {
        fixture.build.session().getResult().addException(new IllegalStateException("tests fail"));
        fixture.release();

        assertThat(fixture.ends()).isEqualTo(TIDE + ":skipped," + WAVE + ":skipped," + MOON + ":skipped");
        assertThat(fixture.store.requests()).isEmpty();
    }
}
