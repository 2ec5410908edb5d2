package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.Documents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a submission enters which state. */
class SubmissionLifecycleTest {
    private final StoreFixture scene = new StoreFixture();

    @AfterEach
    void stop() {
        scene.close();
    }

    /** Whoever rehearses wants to see the publication today. */
    @Test
    void aDateInTheFutureIsNotWaitedFor() {
        String app = scene.app();
        scene.published(
                "applications/" + app,
                document -> Documents.set(
                        Documents.set(document, "/targetPublishMode", "SpecificDate"),
                        "/targetPublishDate",
                        "2099-01-01T00:00:00Z"));
        assertThat(scene.store.pendingStatus(app)).isEmpty();
    }
}
