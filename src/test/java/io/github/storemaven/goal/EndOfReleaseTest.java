package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.testing.Documents;
import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each end of a release leaves its word in the result files. */
class EndOfReleaseTest {
    private static final String APP = BuildSession.APP;

    private final FakeTimeSource time = new FakeTimeSource();
    private EmbeddedStore store;
    private BuildSession build;
    private Path tide;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        store = EmbeddedStore.builder()
                .clock(time)
                .pace(Duration.ofMinutes(10))
                .with(Switch.AGE_RATINGS_DONE)
                .start();
        store.add(ApplicationSeed.published(APP));
        build = build(folder);
        tide = build.writePackage("tide", "tide.msix", "1.1.0.0");
    }

    private BuildSession build(Path where) {
        BuildSession one = new BuildSession(where, "tide");
        one.credentials(store);
        return one;
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private SubmitMojo goal() {
        return goal(build);
    }

    private SubmitMojo goal(BuildSession of) {
        SubmitMojo goal = of.submit("tide");
        goal.rehearse = false;
        goal.time = time;
        goal.serviceUrl = store.serviceUrl().toString();
        goal.loginUrl = store.loginUrl().toString();
        goal.waitFor = "commit";
        return goal;
    }

    private void fault(String json) {
        store.faults().set(Documents.json(json));
    }

    private JsonObject result() throws Exception {
        return ParsedJson.ofFile(output("submission.json")).object();
    }

    private Path output(String name) {
        return folder.resolve("tide/target/store").resolve(name);
    }

    private Properties outputs() throws IOException {
        Properties outputs = new Properties();
        outputs.load(new StringReader(Files.readString(output("outputs.properties"))));
        return outputs;
    }

    private String summary() throws IOException {
        return Files.readString(output("summary.md"));
    }

    /** The word in all three files, and in the product's own. */
    private void assertEnded(String word) throws Exception {
        assertThat(result().getString("result")).isEqualTo(word);
        assertThat(outputs())
                .containsEntry("STORE_RESULT", word)
                .containsEntry("STORE_RESULTS", APP + ":" + word)
                .containsEntry("STORE_REHEARSAL", "false")
                .containsEntry("STORE_PRODUCT", APP);
        assertThat(summary()).contains("| result | `" + word + "` |");
        assertThat(Files.readString(output("submission-" + APP + ".json")))
                .isEqualTo(Files.readString(output("submission.json")));
        assertThat(result().getString("message")).isNotEmpty().doesNotContain("\n");
        assertThat(Instant.parse(result().getString("endedAt")))
                .isAfterOrEqualTo(Instant.parse(result().getString("startedAt")));
    }

    private void assertFails(SubmitMojo goal, String word) throws Exception {
        assertThatThrownBy(goal::execute).isInstanceOf(MojoFailureException.class);
        assertEnded(word);
    }

    private void assertCannotAsk(SubmitMojo goal, String word) throws Exception {
        assertThatThrownBy(goal::execute).isInstanceOf(MojoExecutionException.class);
        assertEnded(word);
    }

    @Test
    void acceptedIsSubmitted() throws Exception {
        goal().execute();

        assertEnded("submitted");
        String id = result().getString("submissionId");
        String digest = FileContent.of(tide, Long.MAX_VALUE).sha256().orElseThrow();
        assertThat(result().getString("version")).isEqualTo("1.1.0.0");
        assertThat(result().containsKey("next")).isFalse();
        JsonObject sent = result().getJsonArray("packages").getJsonObject(0);
        assertThat(sent.getString("file")).isEqualTo(tide.toString());
        assertThat(sent.getString("fileName")).isEqualTo("tide.msix");
        assertThat(sent.getString("version")).isEqualTo("1.1.0.0");
        assertThat(sent.getString("architecture")).isEqualTo("x64");
        assertThat(sent.getInt("bytes")).isEqualTo((int) Files.size(tide));
        assertThat(sent.getString("sha256")).isEqualTo(digest);
        assertThat(sent.getBoolean("sent")).isTrue();
        assertThat(outputs())
                .containsEntry("STORE_SUBMISSION_ID", id)
                .containsEntry("STORE_STATUS", "PreProcessing")
                .containsEntry("STORE_VERSION", "1.1.0.0")
                .containsEntry(
                        "STORE_LINK", "https://partner.microsoft.com/dashboard/products/" + APP + "/submissions/" + id);
        assertThat(summary())
                .startsWith("### Microsoft Store: app " + APP + ", submitted\n")
                .contains("SHA-256 " + digest.substring(0, 12), "tide.msix");
    }

    @Test
    void publishedIsPublished() throws Exception {
        SubmitMojo goal = goal();
        goal.waitFor = "publication";
        goal.execute();

        assertEnded("published");
        assertThat(result().getString("status")).isEqualTo("Published");
    }

    @Test
    void aDraftIsLeftAndTheCommandThatCommitsItIsTold() throws Exception {
        SubmitMojo goal = goal();
        goal.commit = false;
        build.session().getUserProperties().setProperty("store.commit", "false");
        goal.execute();

        assertEnded("draft");
        assertThat(result().getString("next"))
                .startsWith("mvn store:submit@store -pl :tide")
                .contains("\"-Dstore.onPending=resume\"")
                .doesNotContain("store.commit");
    }

    @Test
    void whatIsPublishedAlreadyIsUnchanged() throws Exception {
        SubmitMojo goal = goal();
        goal.waitFor = "publication";
        goal.execute();
        build = build(folder);
        goal().execute();

        assertEnded("unchanged");
        assertThat(result().getJsonArray("packages").getJsonObject(0).containsKey("sha256"))
                .isFalse();
        assertThat(result().getJsonArray("packages").getJsonObject(0).getBoolean("sent"))
                .isFalse();
    }

    @Test
    void skipIsSkipped() throws Exception {
        SubmitMojo goal = goal();
        goal.skip = true;
        goal.execute();

        assertEnded("skipped");
        assertThat(store.requests()).isEmpty();
    }

    @Test
    void aSnapshotIsSkipped() throws Exception {
        SubmitMojo goal = goal();
        build.project("tide").getArtifact().setVersion("1.2.0-SNAPSHOT");
        goal.execute();

        assertEnded("skipped");
        assertThat(result().getString("message")).contains("snapshot");
    }

    @Test
    void whatStaysTooLongIsTimedOut() throws Exception {
        SubmitMojo goal = goal();
        goal.waitFor = "publication";
        goal.timeout = "PT15M";
        assertCannotAsk(goal, "timedOut");

        assertThat(result().getString("status")).isEqualTo("PreProcessing");
        assertThat(result().getString("submissionId")).isNotEmpty();
        assertThat(result().getString("next")).startsWith("mvn store:submit");
    }

    @Test
    void aStoreThatDoesNotAnswerIsAnOutage() throws Exception {
        fault("{'fault':'answer','call':'getApplication','status':503}");
        assertCannotAsk(goal(), "outage");

        assertThat(result().containsKey("submissionId")).isFalse();
        assertThat(outputs()).containsEntry("STORE_SUBMISSION_ID", "").containsEntry("STORE_LINK", "");
    }

    @Test
    void aFailureOfCertificationIsRefused() throws Exception {
        fault("{'fault':'fail','state':'CertificationFailed'}");
        SubmitMojo goal = goal();
        goal.waitFor = "publication";
        assertFails(goal, "refused");

        assertThat(result().getString("status")).isEqualTo("CertificationFailed");
        assertThat(result().getString("next")).startsWith("Correct what the message names; then: mvn store:submit");
    }

    @Test
    void aFailureOfTheCommitIsRefused() throws Exception {
        fault("{'fault':'fail','state':'CommitFailed'}");
        assertFails(goal(), "refused");

        assertThat(result().getString("status")).isEqualTo("CommitFailed");
    }

    @Test
    void whatIsNotWaitedForIsSubmitted() throws Exception {
        SubmitMojo goal = goal();
        goal.waitFor = "none";
        goal.execute();

        assertEnded("submitted");
        assertThat(result().getString("status")).isEqualTo("CommitStarted");
    }

    @Test
    void aForbiddenProductIsRefused() throws Exception {
        fault("{'fault':'answer','call':'getApplication','status':403}");
        assertFails(goal(), "refused");
    }

    @Test
    void aWrongParameterIsInvalid() throws Exception {
        SubmitMojo goal = goal();
        goal.waitFor = "tea";
        assertFails(goal, "invalid");

        assertThat(result().getString("message")).contains("store.waitFor is \"tea\"");
        assertThat(store.requests()).isEmpty();
    }

    @Test
    void anArgumentThatAShellToreIsInvalid() throws Exception {
        build.session().getUserProperties().setProperty("store", "");
        assertFails(goal(), "invalid");
    }

    @Test
    void aPackageThatIsNoneIsInvalid() throws Exception {
        Files.writeString(tide, "no package");
        assertFails(goal(), "invalid");
    }

    @Test
    void aRefusedCredentialIsInvalid() throws Exception {
        build.session().getSystemProperties().setProperty("env.AZURE_CLIENT_SECRET", "wrong");
        assertCannotAsk(goal(), "invalid");
        assertThat(result().getString("message")).contains("refuses client");
        assertThat(Files.readString(output("submission.json"))).doesNotContain("\"wrong\"");
    }

    @Test
    void aDraftThatAnotherRunTookAwayIsReplaced() throws Exception {
        BuildSession other = build(folder.resolve("other"));
        other.writePackage("tide", "tide.msix", "1.2.0.0");
        List<String> said = new ArrayList<>();
        SubmitMojo goal = goal();
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                said.add(line.toString());
                if (line.toString().startsWith("Changes to ")) {
                    release(other);
                }
            }

            @Override
            public void warn(CharSequence line) {
                said.add(line.toString());
            }
        });
        assertFails(goal, "replaced");
        long creations = store.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().endsWith("/submissions"))
                .count();

        assertThat(result().getString("message")).contains("has deleted submission");
        assertThat(result().containsKey("submissionId")).isFalse();
        assertThat(said).noneMatch(line -> line.contains("stays in the Store"));
        assertThat(creations).as("of both runs").isEqualTo(2);
    }

    private void release(BuildSession other) {
        try {
            goal(other).execute();
        } catch (MojoExecutionException | MojoFailureException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aStopIsInterrupted() throws Exception {
        SubmitMojo goal = goal();
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                if (line.toString().startsWith("Changes to ")) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        assertThatThrownBy(goal::execute).isInstanceOf(MojoExecutionException.class);
        assertThat(Thread.interrupted()).isTrue();

        assertEnded("interrupted");
        assertThat(result().getString("status")).isEqualTo("PendingCommit");
        assertThat(result().getString("next")).startsWith("mvn store:submit");
    }

    private void assertTolerated(SubmitMojo goal, String word) throws Exception {
        List<String> warnings = new ArrayList<>();
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {}

            @Override
            public void warn(CharSequence line) {
                warnings.add(line.toString());
            }
        });
        goal.tolerate = List.of(word);
        goal.execute();

        assertEnded(word);
        // An upload that fails sooner than the update beside it ends is told at once.
        assertThat(warnings)
                .filteredOn(line -> !line.contains("IMG-")
                        && !line.contains("store.expectedVersion")
                        && !line.startsWith("The upload has failed; waiting for the update of the draft.")
                        && !line.endsWith("asking again"))
                .singleElement()
                .asString()
                .endsWith("(no failure: store.tolerate has " + word + ")");
        assertThat(result().getString("next")).startsWith("mvn store:submit");
    }

    @Test
    void aPlaceThatAnotherSubmissionHoldsIsBusy() throws Exception {
        fault("{'fault':'otherSubmission','version':'1.0.5.0','times':1}");
        assertFails(goal(), "busy");

        JsonObject pending = result().getJsonObject("pending");
        assertThat(pending.getString("status")).isEqualTo("Certification");
        assertThat(pending.getString("madeBy")).isEqualTo("api");
        assertThat(result().containsKey("submissionId")).isFalse();
        assertThat(result().getJsonArray("packages").getJsonObject(0).getString("sha256"))
                .isEqualTo(FileContent.of(tide, Long.MAX_VALUE).sha256().orElseThrow());
        assertThat(outputs().getProperty("STORE_LINK")).endsWith("/submissions/" + pending.getString("submissionId"));
    }

    @Test
    void aBusyPlaceIsASuccessWhereThatIsTolerated() throws Exception {
        fault("{'fault':'otherSubmission','version':'1.0.5.0','times':1}");
        assertTolerated(goal(), "busy");

        assertThat(store.requests())
                .filteredOn(request -> request.path().contains("/my/"))
                .noneMatch(request -> !request.method().equals("GET"));
    }

    @Test
    void anotherEndIsNotTolerated() throws Exception {
        fault("{'fault':'otherSubmission','version':'1.0.5.0','times':1}");
        SubmitMojo goal = goal();
        goal.tolerate = List.of("timedOut", "outage");
        assertFails(goal, "busy");
    }

    @Test
    void aPlaceIsWaitedForAndANewerVersionIsNotFollowed() throws Exception {
        fault("{'fault':'otherSubmission','version':'1.6.0.0','polls':3,'times':1}");
        SubmitMojo goal = goal();
        goal.busyTimeout = "PT4H";
        goal.execute();

        assertEnded("overtaken");
        assertThat(result().getJsonArray("packages").getJsonObject(0).getString("sha256"))
                .hasSize(64);
        assertThat(result().containsKey("next")).isFalse();
    }

    @Test
    void aStopWhileAPlaceIsWaitedForSaysOnceThatNothingWasSent() throws Exception {
        fault("{'fault':'otherSubmission','times':1}");
        SubmitMojo goal = goal();
        goal.busyTimeout = "PT4H";
        List<String> said = new ArrayList<>();
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                said.add(line.toString());
                if (line.toString().startsWith("Still ")) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void warn(CharSequence line) {
                said.add(line.toString());
            }
        });
        assertThatThrownBy(goal::execute).isInstanceOf(MojoExecutionException.class);
        assertThat(Thread.interrupted()).isTrue();

        assertEnded("interrupted");
        assertThat(said)
                .filteredOn(line -> line.contains("Nothing was sent"))
                .singleElement()
                .asString()
                .contains("the same command waits again");
        assertThat(result().getString("message"))
                .startsWith("Stopped from outside during store:submit. The wait for submission ")
                .contains("Nothing was sent");
        assertThat(result().getString("next")).startsWith("mvn store:submit");
        assertThat(result().containsKey("submissionId")).isFalse();
        assertOnlyAsked();
    }

    private void assertOnlyAsked() {
        assertThat(store.requests())
                .filteredOn(request -> request.path().contains("/my/"))
                .allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void aTokenThatIsRefusedOnceInTheWaitDoesNotEndIt() throws Exception {
        fault("{'fault':'otherSubmission','polls':4,'times':1}");
        fault("{'fault':'answer','call':'getStatus','status':401,'times':1}");
        SubmitMojo goal = goal();
        goal.busyTimeout = "PT4H";
        goal.execute();

        assertEnded("submitted");
    }

    @Test
    void aTokenThatIsRefusedForEverEndsTheWait() throws Exception {
        fault("{'fault':'otherSubmission','times':1}");
        fault("{'fault':'answer','call':'getStatus','status':401}");
        SubmitMojo goal = goal();
        goal.busyTimeout = "PT4H";
        goal.tolerate = List.of("busy", "timedOut", "outage");
        assertFails(goal, "refused");

        assertThat(result().getString("message")).contains("401");
        assertOnlyAsked();
    }

    @Test
    void whatIsPublishedByTheEndOfTheWaitIsUnchanged() throws Exception {
        fault("{'fault':'otherSubmission','version':'1.0.5.0','polls':3,'times':1}");
        BuildSession other = build(folder.resolve("other"));
        Files.copy(
                tide,
                Files.createDirectories(folder.resolve("other/tide/target")).resolve("tide.msix"));
        SubmitMojo goal = goal();
        goal.busyTimeout = "PT4H";
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                if (line.toString().endsWith("Everything is looked at again")) {
                    publish(other);
                }
            }
        });
        goal.execute();

        assertEnded("unchanged");
        assertThat(result().getJsonArray("packages").getJsonObject(0).getBoolean("sent"))
                .isFalse();
    }

    private void publish(BuildSession other) {
        SubmitMojo goal = goal(other);
        goal.waitFor = "publication";
        try {
            goal.execute();
        } catch (MojoExecutionException | MojoFailureException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Who waits for it is told at once that it ends by a person alone. */
    @Test
    void whatAwaitsPublishNowByTheMiddleOfTheWaitIsBusy() throws Exception {
        BuildSession other = build(folder.resolve("other"));
        other.writePackage("tide", "tide.msix", "1.0.5.0");
        SubmitMojo manual = goal(other);
        manual.targetPublishMode = "Manual";
        manual.execute();
        SubmitMojo goal = goal();
        goal.busyTimeout = "PT8H";
        assertTolerated(goal, "busy");

        assertThat(result().getJsonObject("pending").getString("status")).isEqualTo("Release");
        assertThat(result().getString("message")).contains("presses \"Publish now\"");
        assertThat(time.instant()).isBefore(FakeTimeSource.START.plus(Duration.ofHours(3)));
    }

    @Test
    void aRolloutInProgressIsNeitherWaitedForNorTolerated() throws Exception {
        SubmitMojo partial = goal();
        partial.rolloutPercentage = "10";
        partial.waitFor = "publication";
        partial.execute();
        Instant start = time.instant();
        build.writePackage("tide", "tide.msix", "1.2.0.0");
        build = build(folder);
        SubmitMojo goal = goal();
        goal.busyTimeout = "PT4H";
        goal.tolerate = List.of("busy", "timedOut", "outage");
        assertFails(goal, "refused");

        assertThat(result().getString("message")).contains("The gradual rollout of submission");
        assertThat(time.instant()).isEqualTo(start);
    }

    @Test
    void aTimeOutBehindTheAcceptanceIsASuccessWhereThatIsTolerated() throws Exception {
        SubmitMojo goal = goal();
        goal.waitFor = "publication";
        goal.timeout = "PT15M";
        assertTolerated(goal, "timedOut");
    }

    /** Nobody knows by then whether the Store takes it. */
    @Test
    void aTimeOutBeforeTheAcceptanceIsAFailureInAnyCase() throws Exception {
        SubmitMojo goal = goal();
        goal.timeout = "PT5M";
        goal.tolerate = List.of("timedOut");
        assertCannotAsk(goal, "timedOut");

        assertThat(result().getString("status")).isEqualTo("CommitStarted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "getApplication",
                "getSubmission",
                "createSubmission",
                "updateSubmission",
                "putBlock",
                "putBlockList",
                "commitSubmission"
            })
    void anOutageAtAnyCallIsASuccessWhereThatIsTolerated(String call) throws Exception {
        fault("{'fault':'answer','call':'" + call + "','status':503}");
        assertTolerated(goal(), "outage");
    }

    @Test
    void aRefusalIsNoOutage() throws Exception {
        fault("{'fault':'answer','call':'getApplication','status':403}");
        SubmitMojo goal = goal();
        goal.tolerate = List.of("busy", "timedOut", "outage");
        assertFails(goal, "refused");
    }

    @Test
    void allThatIsWrongWithTheParametersIsToldAtOnce() throws Exception {
        SubmitMojo goal = goal();
        goal.tolerate = List.of("busy", "tea");
        goal.busyTimeout = "four hours";
        goal.expectedVersion = "tag";
        goal.architectures = List.of("x64", "tea");
        assertThatThrownBy(goal::execute)
                .hasMessageContaining("store.tolerate has \"tea\"; allowed values: busy, timedOut, outage")
                .hasMessageContaining("store.busyTimeout is \"four hours\"; use a duration such as PT30M or P2D")
                .hasMessageContaining("store.expectedVersion is tag")
                .hasMessageContaining("store.architectures has \"tea\"");
        assertEnded("invalid");
        assertThat(store.requests()).isEmpty();
    }

    @Test
    void theTagThatTheCiServiceBuildsIsInTheResult() throws Exception {
        build.session().getSystemProperties().setProperty("env.CI_COMMIT_TAG", "v1.1.0");
        goal().execute();
        assertThat(result().getString("tag")).isEqualTo("v1.1.0");
    }

    @Test
    void aRehearsalSaysSoAndLinksNowhere() throws Exception {
        SubmitMojo goal = build.submit("tide");
        goal.execute();
        build.end();

        assertThat(result().getString("result")).isEqualTo("submitted");
        assertThat(result().getBoolean("rehearsal")).isTrue();
        assertThat(outputs())
                .containsEntry("STORE_REHEARSAL", "true")
                .containsEntry("STORE_SUBMISSION_ID", "")
                .containsEntry("STORE_STATUS", "")
                .containsEntry("STORE_LINK", "");
        assertThat(summary()).startsWith("### REHEARSAL Microsoft Store: ").doesNotContain("partner.microsoft.com");
    }
}
