package io.github.storemaven.submission;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What a user wants, in a folder of its own; nothing is sent. */
abstract class AbstractRequestTest {
    @TempDir
    Path folder;

    WantedFixture fixture;

    @BeforeEach
    void start() {
        fixture = new WantedFixture(folder);
    }
}
