package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wait of days, on a clock of the test's: tokens live for an hour, and the Store is asked every few minutes. */
class LongWaitTest {
    @TempDir
    Path folder;

    @Test
    void outlivesManyTokensAndIsNeverRefusedForOne() throws Exception {
        try (ReleaseFixture fixture =
                new ReleaseFixture(folder, EmbeddedStore.builder().pace(Duration.ofHours(18)))) {
            fixture.patch = json("{'notesForCertification':'Log in as guest'}");
            fixture.waitFor = WaitFor.PUBLICATION;
            fixture.timeout = Duration.ofDays(7);
            fixture.time.oversleep(Duration.ofMinutes(5));
            Instant start = fixture.time.instant();

            assertThat(fixture.run().status().name()).isEqualTo("Published");
            assertThat(Duration.between(start, fixture.time.instant())).isGreaterThan(Duration.ofDays(3));
            assertThat(fixture.count("POST", "/oauth2/token")).isGreaterThan(3 * 24);
            assertThat(fixture.requests()).noneMatch(request -> request.status() == 401);
        }
    }
}
