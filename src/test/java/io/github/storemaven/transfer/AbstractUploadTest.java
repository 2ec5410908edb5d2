package io.github.storemaven.transfer;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An upload of an archive to a storage that a test gives faults. */
abstract class AbstractUploadTest {
    UploadFixture scene;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        scene = new UploadFixture(directory);
    }

    @AfterEach
    void close() {
        scene.close();
    }
}
