package io.github.storemaven.goal;

import static io.github.storemaven.goal.BuildSession.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The goals list, status, cancel and rollout: what they refuse offline, when they run, and what they write. */
class LifecycleGoalsTest {
    @TempDir
    Path folder;

    private BuildSession build;

    @BeforeEach
    void twoModules() {
        build = new BuildSession(folder, "tide", "wave");
    }

    private StatusMojo status(String module) {
        StatusMojo status = build.goal(module, new StatusMojo(null), "status");
        status.waitFor = "none";
        return status;
    }

    private RolloutMojo rollout(String module) {
        return build.goal(module, new RolloutMojo(null), "rollout");
    }

    private JsonObject result(String module, String file) throws Exception {
        return ParsedJson.ofFile(build.file(module + "/target/store/" + file).toPath())
                .object();
    }

    private int at(String text) {
        List<String> lines = build.said();
        return (int) lines.stream().takeWhile(line -> !line.contains(text)).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.1", "101", "-1", "ten", "10 %", "1e1", "1,5"})
    void aPercentageIsANumberFrom0To100(String percentage) throws Exception {
        RolloutMojo rollout = rollout("tide");
        rollout.rolloutPercentage = percentage;

        assertThat(failure(rollout))
                .isEqualTo(
                        "store.rolloutPercentage is \"" + percentage + "\"; use a number from 0 to 100, such as 12.5");
    }

    @Test
    void allThatIsWrongWithARolloutComesAtOnce() throws Exception {
        RolloutMojo rollout = rollout("tide");
        rollout.rolloutAction = "stop";
        rollout.rolloutPercentage = "120";
        rollout.addonProductId = "coins";

        assertThat(failure(rollout))
                .startsWith("4 problems, nothing was sent:")
                .contains(
                        "store.rolloutAction is \"stop\"; allowed values: show, halt, finalize",
                        "store.rolloutPercentage is \"120\"",
                        "An add-on has no gradual rollout",
                        "store.rolloutAction and store.rolloutPercentage are set together; keep one of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "halt", "finalize"})
    void anActionWithAPercentageIsRefused(String action) throws Exception {
        RolloutMojo rollout = rollout("tide");
        rollout.rolloutAction = action;
        rollout.rolloutPercentage = "50";

        assertThat(failure(rollout)).contains("are set together; keep one of them");
    }

    @Test
    void statusOfAllIsForAnApp() throws Exception {
        StatusMojo status = status("tide");
        status.all = true;
        status.flightName = "Testers";
        status.waitFor = "approval";
        status.timeout = "soon";

        assertThat(failure(status))
                .startsWith("3 problems, nothing was sent:")
                .contains(
                        "store.all is true, which is for an app", "store.waitFor is \"approval\"", "store.timeout is");
    }

    @ParameterizedTest
    @CsvSource({"status", "cancel", "rollout"})
    void theProductHasToBeNamed(String name) throws Exception {
        AbstractServiceMojo goal = switch (name) {
            case "status" -> status("tide");
            case "cancel" -> build.goal("tide", new CancelMojo(null), "cancel");
            default -> rollout("tide");
        };
        goal.applicationId = null;

        assertThat(failure(goal))
                .startsWith("Module tide names no app: add <store.applicationId>, the 12 characters that Partner Center"
                        + " shows, to the <properties> of ")
                .contains("pom.xml, or <store.skip>true</store.skip>");
    }

    @Test
    void aRolloutThatIsNotThereIsAFailureInWordsOfARehearsalToo() throws Exception {
        RolloutMojo rollout = rollout("tide");
        rollout.submitAtEnd = false;
        rollout.rolloutAction = "halt";

        assertThat(failure(rollout))
                .contains("There is no rollout of submission", "It was released to everybody at once");
    }

    @Test
    void withNothingQueuedTheyAnswerAtOnceAndWriteTheirResults() throws Exception {
        status("tide").execute();
        build.goal("tide", new ListMojo(null), "list").execute();
        rollout("tide").execute();

        assertThat(build.said()).noneMatch(line -> line.startsWith("Deferring"));
        assertThat(result("tide", "status.json").getJsonArray("products")).hasSize(1);
        assertThat(result("tide", "status.json").getBoolean("rehearsal")).isTrue();
        assertThat(result("tide", "status.json").toString())
                .contains("mvn store:submit \\\"-Dstore.applicationId=9PAPPDEMO001\\\" \\\"-Dstore.rehearse=true\\\"")
                .doesNotContain("partner.microsoft.com");
        assertThat(result("tide", "list.json").getJsonArray("applications")).hasSize(1);
        assertThat(result("tide", "rollout.json").getString("status")).isEqualTo("PackageRolloutNotStarted");
        build.end();
    }

    @Test
    void anAccountIsListedWithoutAnApp() throws Exception {
        ListMojo list = build.goal("tide", new ListMojo(null), "list");
        list.applicationId = null;
        list.execute();

        assertThat(result("tide", "list.json").keySet()).containsExactly("applications", "rehearsal");
        build.end();
    }

    @Test
    void behindASubmitThatIsQueuedTheyWaitAndSaySo() throws Exception {
        build.writePackage("tide", "tide.msix", "1.2.0.0");
        build.submit("tide").execute();
        status("wave").execute();
        rollout("wave").execute();

        assertThat(build.said())
                .contains(
                        "Deferring store:status@store of wave until all modules have built (goals that change something in the"
                                + " Store wait there)");
        assertThat(build.file("wave/target/store/status.json")).doesNotExist();
        build.end();
        assertThat(at("Now store:status@store of wave")).isGreaterThan(at("Committed submission"));
        assertThat(at("  Pending: submission ")).isLessThan(build.said().size());
        assertThat(result("wave", "status.json")
                        .getJsonArray("products")
                        .getJsonObject(0)
                        .keySet())
                .contains("pending");
        assertThat(build.file("wave/target/store/rollout.json")).exists();
    }

    @Test
    void whatChangesSomethingWaitsInAnyCase() throws Exception {
        CancelMojo cancel = build.goal("tide", new CancelMojo(null), "cancel");
        cancel.execute();
        RolloutMojo rollout = rollout("wave");
        rollout.rolloutPercentage = "50";
        rollout.execute();

        assertThat(build.said().stream().filter(line -> line.startsWith("Deferring")))
                .hasSize(2)
                .allMatch(line -> line.endsWith("(store.submitAtEnd is true)"));
        build.end();
        assertThat(result("tide", "cancel.json").containsKey("deleted")).isFalse();
        assertThat(build.failure()).contains("in progress to change to 50 %");
    }

    @Test
    void anEarlierResultDoesNotOutliveARunThatFails() throws Exception {
        status("tide").execute();
        StatusMojo second = status("tide");
        second.waitFor = "approval";

        assertThat(failure(second)).isNotEmpty();
        assertThat(build.file("tide/target/store/status.json")).doesNotExist();
        build.end();
    }

    @Test
    void aDraftIsRehearsedAndWithdrawn() throws Exception {
        build.writePackage("tide", "tide.msix", "1.2.0.0");
        SubmitMojo submit = build.submit("tide");
        submit.commit = false;
        submit.submitAtEnd = false;
        submit.execute();
        CancelMojo cancel = build.goal("tide", new CancelMojo(null), "cancel");
        cancel.submitAtEnd = false;
        cancel.execute();

        assertThat(build.said())
                .anyMatch(line -> line.contains("a draft that was made by API; it waits for tide.msix"));
        assertThat(result("tide", "cancel.json").getString("deleted")).matches("\\d{19}");
        build.end();
    }

    @Test
    void aPlanBehindASubmitWaitsToo() throws Exception {
        build.writePackage("tide", "tide.msix", "1.2.0.0");
        build.writePackage("wave", "wave.msix", "1.2.0.0");
        build.submit("tide").execute();
        PlanMojo plan = build.goal("wave", new PlanMojo(null, null), "plan");
        plan.flightName = "Testers";
        plan.execute();

        assertThat(build.file("wave/target/store/plan.json")).doesNotExist();
        build.end();
        assertThat(build.file("wave/target/store/plan.json")).exists();
    }

    /** What {@code pull} leaves in document.json, with a rollout in progress. */
    private Path inRollout() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.builder().start()) {
            store.add(ApplicationSeed.published(BuildSession.APP));
            JsonObject rollout = Documents.json("{'packageDeliveryOptions':{'packageRollout':{'isPackageRollout':true,"
                    + "'packageRolloutPercentage':10.0,'packageRolloutStatus':'PackageRolloutInProgress'}}}");
            return Files.writeString(
                    folder.resolve("document.json"),
                    Json.PROVIDER
                            .createMergePatch(rollout)
                            .apply(store.published(BuildSession.APP).orElseThrow())
                            .toString());
        }
    }

    @Test
    void aRolloutIsRehearsedToo() throws Exception {
        RolloutMojo raise = rollout("tide");
        raise.rehearseDocument = inRollout().toFile();
        raise.submitAtEnd = false;
        raise.rolloutPercentage = "50";
        raise.execute();
        RolloutMojo halt = rollout("tide");
        halt.submitAtEnd = false;
        halt.rolloutAction = "halt";
        halt.execute();

        assertThat(build.said()).anyMatch(line -> line.endsWith(": 10 % -> 50 %"));
        assertThat(result("tide", "rollout.json").getString("status")).isEqualTo("PackageRolloutStopped");
        build.end();
    }

    @ParameterizedTest
    @CsvSource({"fail, is in progress (10 % of the customers get it)", "finalize, ''"})
    void aReleaseInARolloutIsRehearsedToo(String onRollout, String failure) throws Exception {
        build.writePackage("tide", "tide.msix", "1.2.0.0");
        SubmitMojo submit = build.submit("tide");
        submit.rehearseDocument = inRollout().toFile();
        submit.onRollout = onRollout;
        submit.submitAtEnd = false;

        assertThat(failure(submit)).contains(failure);
        assertThat(build.said().stream().anyMatch(line -> line.contains("Committed submission")))
                .isEqualTo(onRollout.equals("finalize"));
        build.end();
    }
}
