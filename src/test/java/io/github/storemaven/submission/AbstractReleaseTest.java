package io.github.storemaven.submission;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Releases in a folder of their own; each test makes its fixture, which is closed after it. */
abstract class AbstractReleaseTest {
    static final String APP = ReleaseFixture.APP.id();

    @TempDir
    Path folder;

    ReleaseFixture fixture;

    @AfterEach
    void stop() {
        fixture.close();
    }
}
