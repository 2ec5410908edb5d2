package io.github.storemaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a first use of the plugin downloads, after it was packaged. Issue 10, point 5. */
@Tag("builds")
class DownloadSizeTest {
    private static final long LIMIT = 1_000_000;

    @Test
    void thePluginAndItsLibrariesStayUnderAMegabyte() throws Exception {
        long plugin = Files.size(plugin());
        long libraries = 0;
        for (String library : Descriptor.read().libraries()) {
            libraries += Files.size(onClassPath(library));
        }
        System.out.println("Download: plugin " + plugin + " bytes, libraries " + libraries + " bytes");
        assertThat(plugin + libraries).isLessThan(LIMIT);
    }

    private static Path plugin() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("store-maven-plugin-[0-9A-Z.-]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path onClassPath(String library) {
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .filter(file -> file.getFileName().toString().startsWith(library + "-"))
                .findFirst()
                .orElseThrow();
    }
}
