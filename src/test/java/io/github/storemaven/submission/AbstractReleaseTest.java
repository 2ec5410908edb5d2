package io.github.storemaven.submission;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.testing.Documents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Releases in a folder of their own; each test makes its fixture, which is closed after it. */
abstract class AbstractReleaseTest {
    static final String APP = ReleaseFixture.APP.id();

    @TempDir
    Path folder;

    ReleaseFixture fixture;

    /** A release of a package and notes for certification, to a Store in which each state lasts for ten seconds. */
    ReleaseFixture packageAndNotes() throws Exception {
        ReleaseFixture release =
                new ReleaseFixture(folder, EmbeddedStore.builder().pace(Duration.ofSeconds(10)));
        release.packages = List.of(release.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
        release.patch = Documents.json("{'notesForCertification':'Log in as guest'}");
        return release;
    }

    @AfterEach
    void stop() {
        fixture.close();
    }
}
