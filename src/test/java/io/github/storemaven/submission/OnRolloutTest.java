package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.service.Product;
import io.github.storemaven.submission.ReleaseOptions.OnRollout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A release while the rollout of the last one is in progress (reference, section 11). */
class OnRolloutTest extends AbstractReleaseTest {
    private Product app;

    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder);
        app = fixture.addInRollout("PackageRolloutInProgress", "10.0");
        fixture.product = app;
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
    }

    @Test
    void failStopsBeforeAnythingIsChangedAndNamesBothWays() {
        assertThatThrownBy(() -> fixture.run())
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContainingAll(
                        "is in progress (10 % of the customers get it",
                        "Nothing was changed",
                        "\"-Dstore.onRollout=finalize\"",
                        "\"-Dstore.rolloutAction=halt\"",
                        "https://partner.microsoft.com/dashboard/products/9PAPPDEMO002/");
        assertThat(fixture.calls()).hasSize(2).allMatch(call -> call.startsWith("GET "));
        assertThat(Files.exists(fixture.draftRecord())).isFalse();
    }

    @Test
    void finalizeFinalizesFirstWithOneRequestMore() throws Exception {
        fixture.onRollout = OnRollout.FINALIZE;
        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);

        List<String> changes = fixture.calls().stream()
                .filter(call -> !call.startsWith("GET"))
                .map(call -> call.replaceAll(".*/| \\d+$", ""))
                .toList();
        assertThat(changes).containsExactly("finalizepackagerollout", "submissions", "", "commit");
        assertThat(fixture.calls()).noneMatch(call -> call.startsWith("GET") && call.contains("packagerollout"));
        assertThat(fixture.log)
                .anyMatch(line -> line.startsWith("WARN Finalizing the rollout of submission")
                        && line.contains("10 % of the customers get it, store.onRollout is finalize"))
                .noneMatch(line -> line.contains("10.0 ->"));
    }

    @Test
    void whatWouldNotBeReleasedFinalizesNothing() throws Exception {
        fixture.packages = List.of();
        fixture.onRollout = OnRollout.FINALIZE;

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.ALREADY_PUBLISHED);
        assertThat(fixture.rollout(app).getString("packageRolloutStatus")).isEqualTo("PackageRolloutInProgress");
    }

    @Test
    void whatIsWrongFinalizesNothing() {
        fixture.onRollout = OnRollout.FINALIZE;
        ConfigurationProblems problems = new ConfigurationProblems();
        problems.add("a text is too long");
        fixture.guard = (published, merged) -> problems;

        assertThatThrownBy(() -> fixture.run()).hasMessageContaining("a text is too long");
        assertThat(fixture.rollout(app).getString("packageRolloutStatus")).isEqualTo("PackageRolloutInProgress");
    }

    @Test
    void aPlanSaysThatSubmitWouldStop() throws Exception {
        PlannedRelease planned = fixture.planned();

        assertThat(planned.rollout().orElseThrow().line())
                .startsWith("submit would stop: The gradual rollout of submission")
                .contains("\"-Dstore.onRollout=finalize\"", "\"-Dstore.rolloutAction=halt\"");
        assertThat(planned.json().getJsonObject("rollout").getBoolean("stopsSubmit"))
                .isTrue();
        assertThat(planned.json().getJsonObject("rollout").getInt("percentage")).isEqualTo(10);
        assertThat(fixture.calls()).hasSize(2).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void aPlanSaysWhatWouldBeFinalized() throws Exception {
        fixture.onRollout = OnRollout.FINALIZE;
        PlannedRelease planned = fixture.planned();

        assertThat(planned.rollout().orElseThrow().line())
                .startsWith("submit would finalize the rollout of submission")
                .endsWith("everybody gets it");
        assertThat(planned.json().getJsonObject("rollout").getBoolean("stopsSubmit"))
                .isFalse();
    }

    @Test
    void aPlanOfNothingAndAnEndedRolloutSayNothing() throws Exception {
        fixture.packages = List.of();
        assertThat(fixture.planned().json()).doesNotContainKey("rollout");

        fixture.product = ReleaseFixture.APP;
        fixture.patch = json("{'notesForCertification':'next'}");
        assertThat(fixture.planned().json()).doesNotContainKey("rollout");
    }

    @Test
    void afterAHaltTheNextSubmissionReplacesTheHaltedPackages() throws Exception {
        new RolloutChange(fixture.service(ReleaseFixture.NETWORK), fixture.time, fixture.log())
                .run(app, RolloutChange.Action.HALT);
        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);

        assertThat(fixture.store.published(app.id()).orElseThrow().getJsonArray("applicationPackages"))
                .extracting(one -> one.asJsonObject().getString("version"))
                .containsExactly("1.1.0.0");
    }

    @Test
    void aReleaseThatStopsAfterItIsResumedWithItsOwnRollout() throws Exception {
        fixture.onRollout = OnRollout.FINALIZE;
        fixture.parameters = json("{'packageDeliveryOptions':{'packageRollout':{'isPackageRollout':true,"
                + "'packageRolloutPercentage':10.0}}}");
        fixture.store.faults().set(json("{'fault':'answer','call':'putBlockList','status':403,'times':1}"));
        assertThatThrownBy(() -> fixture.run()).isInstanceOf(IOException.class);
        fixture.store.faults().clear();

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.log)
                .anyMatch(line -> line.startsWith("Resuming draft") && line.endsWith("of an earlier run"));
    }
}
