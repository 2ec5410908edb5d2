package io.github.storemaven.goal;

import io.github.storemaven.document.MergePatch;
import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.testing.Documents;
import io.github.storemaven.testing.FakeTimeSource;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Goals of a project of one module, which call an embedded Store as they would call the real one. */
abstract class AbstractStoreGoalTest {
    static final String APP = BuildSession.APP;

    @TempDir
    Path folder;

    final FakeTimeSource time = new FakeTimeSource();
    EmbeddedStore store;
    BuildSession build;

    @BeforeEach
    void open() throws IOException {
        store = EmbeddedStore.builder()
                .clock(time)
                .with(Switch.AGE_RATINGS_DONE)
                .start();
        build = new BuildSession(folder, "app");
        build.credentials(store);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    /** The document that a Store begins with. */
    static JsonObject document() throws IOException {
        try (EmbeddedStore other = EmbeddedStore.builder().start()) {
            other.add(ApplicationSeed.published(APP));
            return other.published(APP).orElseThrow();
        }
    }

    /** The app, with the built-in document and a change of it as published. */
    void published(String patch) throws IOException {
        store.add(ApplicationSeed.published(APP).document(MergePatch.apply(document(), Documents.json(patch))));
    }

    <T extends AbstractServiceMojo> T real(T goal) {
        goal.rehearse = false;
        goal.time = time;
        goal.serviceUrl = store.serviceUrl().toString();
        goal.loginUrl = store.loginUrl().toString();
        return goal;
    }

    /** Writes a file of the module. */
    void file(String name, String text) throws IOException {
        Path file = folder.resolve("app").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
