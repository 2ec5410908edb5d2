package io.github.storemaven.goal;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.RecordedRequest;
import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.testing.Documents;
import io.github.storemaven.testing.FakeTimeSource;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A build of three modules, each of which has a version of a product of its own to release. */
final class ThreeProductsFixture implements AutoCloseable {
    static final String TIDE = "9PAPPDEMO001";
    static final String WAVE = "9PAPPDEMO002";
    static final String MOON = "9PAPPDEMO003";

    private static final List<String> PRODUCTS = List.of(TIDE, WAVE, MOON);
    private static final List<String> MODULES = List.of("tide", "wave", "moon");

    final FakeTimeSource time = new FakeTimeSource();
    final EmbeddedStore store;
    final BuildSession build;
    private final Path folder;

    /** @param pace at which the Store takes a submission from state to state */
    ThreeProductsFixture(Path folder, Duration pace) throws IOException {
        this.folder = folder;
        store = EmbeddedStore.builder()
                .clock(time)
                .pace(pace)
                .with(Switch.AGE_RATINGS_DONE)
                .start();
        build = new BuildSession(folder, MODULES.toArray(String[]::new));
        build.credentials(store);
        for (String module : MODULES) {
            store.add(ApplicationSeed.published(product(module)));
            build.writePackage(module, module + ".msix", "1.1.0.0");
        }
    }

    private static String product(String module) {
        return PRODUCTS.get(MODULES.indexOf(module));
    }

    void fault(String text) {
        store.faults().set(Documents.json(text));
    }

    /** The release of a module, until it is published; a busy place is no failure. */
    SubmitMojo submit(String module) {
        SubmitMojo goal = inEarnest(build.submit(module));
        goal.time = time;
        goal.applicationId = product(module);
        goal.waitFor = "publication";
        goal.tolerate = List.of("busy");
        return goal;
    }

    /** Not a rehearsal, and of the embedded Store of this build. */
    <T extends AbstractServiceMojo> T inEarnest(T goal) {
        goal.rehearse = false;
        goal.serviceUrl = store.serviceUrl().toString();
        goal.loginUrl = store.loginUrl().toString();
        return goal;
    }

    /** All three goals, in the order of the modules. */
    List<SubmitMojo> submits() {
        List<SubmitMojo> goals = new ArrayList<>();
        MODULES.forEach(module -> goals.add(submit(module)));
        return goals;
    }

    /** Runs all three and ends the build. */
    void release() throws Exception {
        release(submits());
    }

    void release(List<SubmitMojo> goals) throws Exception {
        for (SubmitMojo goal : goals) {
            goal.execute();
        }
        build.end();
    }

    Properties outputs() throws IOException {
        Properties outputs = new Properties();
        outputs.load(new StringReader(Files.readString(output("tide", "outputs.properties"))));
        return outputs;
    }

    /** How all ended, in this order. */
    String ends() throws IOException {
        return outputs().getProperty("STORE_RESULTS");
    }

    JsonObject result(String module) throws Exception {
        return ParsedJson.ofFile(output(module, "submission.json")).object();
    }

    Path output(String module, String file) {
        return folder.resolve(module + "/target/store").resolve(file);
    }

    /** What the Store was asked about a product. */
    List<RecordedRequest> requests(String product) {
        return store.requests().stream()
                .filter(request -> request.path().contains("/my/applications/" + product))
                .toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
