package io.github.storemaven.msix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.storemaven.testing.CpuTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A file that is no package, or a broken one. */
final class RefusedPackage {
    private RefusedPackage() {}

    /** It is refused soon, by a message that begins with the file and contains a text; returns the message. */
    static String assertRefused(Path folder, String name, byte[] content, String text) throws Exception {
        Path file = Files.write(folder.resolve(name), content);
        InvalidPackageException problem = CpuTime.within(
                Duration.ofSeconds(5),
                () -> assertThrows(InvalidPackageException.class, () -> new PackageReader().read(file)));
        assertThat(problem).hasMessageStartingWith(file.toString()).hasMessageContaining(text);
        return problem.getMessage();
    }
}
