package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.testing.Documents;
import io.github.storemaven.testing.FakeTimeSource;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends that are a success with one warning, of a status that waits and of an MSI or EXE product; submit has its own tests. */
class ToleranceTest {
    private static final String PRODUCT = "11111111-2222-4333-8444-555555555555";
    private static final List<String> ALL = List.of("busy", "timedOut", "outage");

    private final FakeTimeSource time = new FakeTimeSource();
    private EmbeddedStore store;
    private BuildSession build;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        store = EmbeddedStore.builder()
                .clock(time)
                .pace(Duration.ofMinutes(10))
                .with(Switch.AGE_RATINGS_DONE)
                .start();
        store.add(ApplicationSeed.published(BuildSession.APP));
        store.installers().add(PRODUCT);
        build = new BuildSession(folder, "tide");
        build.credentials(store);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private <T extends AbstractServiceMojo> T real(T goal) {
        goal.rehearse = false;
        goal.time = time;
        goal.serviceUrl = store.serviceUrl().toString();
        goal.loginUrl = store.loginUrl().toString();
        return goal;
    }

    private void submitted() throws Exception {
        build.writePackage("tide", "tide.msix", "1.1.0.0");
        real(build.submit("tide")).execute();
        build.said().clear();
    }

    private StatusMojo status(String waitFor, String timeout, List<String> tolerate) {
        StatusMojo status = real(build.goal("tide", new StatusMojo(null), "status"));
        status.waitFor = waitFor;
        status.timeout = timeout;
        status.tolerate = tolerate;
        return status;
    }

    private SubmitInstallerMojo installer(List<String> tolerate) {
        SubmitInstallerMojo goal = real(build.goal("tide", new SubmitInstallerMojo(null), "submit-installer"));
        goal.productId = PRODUCT;
        goal.sellerId = store.sellerId();
        goal.installerServiceUrl = store.installerServiceUrl().toString();
        goal.checkInstallers = false;
        goal.tolerate = tolerate;
        return goal;
    }

    private void releaseNotes(String text) throws IOException {
        Path file = folder.resolve("tide/src/store/listings/en-us/releaseNotes.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void fault(String json) {
        store.faults().set(Documents.json(json));
    }

    private void assertWarnsOnceOf(String word) {
        assertThat(build.said())
                .filteredOn(line -> line.contains("no failure"))
                .singleElement()
                .asString()
                .startsWith("WARNING ")
                .endsWith("(no failure: store.tolerate has " + word + ")");
    }

    private JsonObject result(String file) throws Exception {
        return ParsedJson.ofFile(folder.resolve("tide/target/store").resolve(file))
                .object();
    }

    @Test
    void aStatusWhoseTimeIsUpTellsWhatItKnows() throws Exception {
        submitted();
        status("publication", "PT15M", List.of("timedOut")).execute();

        assertWarnsOnceOf("timedOut");
        assertThat(result("status.json").toString()).contains("PreProcessing");
    }

    /** Nobody knows by then whether the Store takes it. */
    @Test
    void aStatusThatSawNoAcceptanceFails() throws Exception {
        submitted();
        assertThatThrownBy(status("publication", "PT5M", ALL)::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("CommitStarted");
    }

    @Test
    void aRefusalInTheWaitFails() throws Exception {
        fault("{'fault':'fail','state':'CertificationFailed'}");
        submitted();
        assertThatThrownBy(status("publication", "P1D", ALL)::execute).isInstanceOf(MojoFailureException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "getApplication", "getSubmission"})
    void aStatusThatWaitsTakesAnOutage(String call) throws Exception {
        fault("{'fault':'answer','call':'" + call + "','status':503}");
        status("publication", null, List.of("outage")).execute();
        assertWarnsOnceOf("outage");
    }

    @Test
    void aStatusThatDoesNotWaitTakesNone() {
        fault("{'fault':'answer','call':'getApplication','status':503}");
        assertThatThrownBy(status("none", null, ALL)::execute).isInstanceOf(MojoExecutionException.class);
    }

    @Test
    void anotherSubmissionOfAnInstallerIsBusy() throws Exception {
        releaseNotes("Faster.");
        installer(null).execute();
        releaseNotes("Slower.");
        assertThatThrownBy(installer(List.of("timedOut", "outage"))::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("is in progress");
        long before = changes();
        installer(List.of("busy")).execute();

        assertWarnsOnceOf("busy");
        assertThat(changes()).isEqualTo(before);
    }

    private long changes() {
        return store.requests().stream()
                .filter(request -> request.path().contains("/product/")
                        && !request.method().equals("GET"))
                .count();
    }

    /** The user has asked for a stop, whatever is in progress. */
    @Test
    void anEqualSubmissionOfAnInstallerIsNotBusy() throws Exception {
        releaseNotes("Faster.");
        installer(null).execute();
        SubmitInstallerMojo again = installer(ALL);
        again.onPending = "fail";
        assertThatThrownBy(again::execute).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void anInstallerThatIsNotPublishedInTimeIsTimedOut() throws Exception {
        releaseNotes("Faster.");
        SubmitInstallerMojo goal = installer(List.of("timedOut"));
        goal.waitFor = "publication";
        goal.timeout = "PT5M";
        goal.execute();
        assertWarnsOnceOf("timedOut");
    }

    @Test
    void anInstallerThatCannotBeSubmittedInTimeFails() throws Exception {
        Path file = folder.resolve("tide/src/store/installers.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                Documents.json("{'packages':[{'packageUrl':'https://example.com/tide-2.0.0.msi','languages':['en-us'],"
                                + "'architectures':['X64'],'isSilentInstall':true,'packageType':'msi'}]}")
                        .getJsonArray("packages")
                        .toString());
        SubmitInstallerMojo goal = installer(ALL);
        goal.timeout = "PT5S";
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("The Store is not done after 5 s");
    }

    @Test
    void anOutageOfTheInstallersApiIsTakenToo() throws Exception {
        releaseNotes("Faster.");
        fault("{'fault':'answer','call':'getDraftStatus','status':503}");
        assertThatThrownBy(installer(List.of("busy", "timedOut"))::execute).isInstanceOf(MojoExecutionException.class);
        installer(List.of("outage")).execute();
        assertWarnsOnceOf("outage");
    }

    @Test
    void anotherWordIsAnErrorThatListsTheThree() throws Exception {
        releaseNotes("Faster.");
        for (AbstractServiceMojo goal :
                List.of(status("publication", null, List.of("tea")), installer(List.of("tea")))) {
            assertThatThrownBy(goal::execute)
                    .hasMessageContaining("store.tolerate has \"tea\"; allowed values: busy, timedOut, outage");
        }
        assertThat(store.requests()).isEmpty();
    }
}
