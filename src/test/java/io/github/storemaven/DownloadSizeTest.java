package io.github.storemaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.PluginDescriptor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a first use of the plugin downloads, after it was packaged. */
@Tag("builds")
class DownloadSizeTest {
    private static final long MAX_BYTES = 2_500_000;
    private static final int MAX_JARS = 3;

    @Test
    void thePluginAndItsLibrariesStayUnderTwoAndAHalfMegabytesInFourJars() throws Exception {
        List<String> names = PluginDescriptor.read().libraries();
        long plugin = Files.size(plugin());
        long libraries = 0;
        for (String library : names) {
            libraries += Files.size(onClassPath(library));
        }
        System.out.println("Download: plugin " + plugin + " bytes, libraries " + libraries + " bytes");
        assertThat(plugin + libraries).isLessThan(MAX_BYTES);
        assertThat(names.size() + 1).isLessThanOrEqualTo(MAX_JARS);
    }

    /** A stack trace in a bug report names files and lines. */
    @Test
    void theClassesKeepTheirLineNumbers() throws Exception {
        try (JarFile jar = new JarFile(plugin().toFile())) {
            List<String> without = jar.stream()
                    .filter(entry -> entry.getName().matches("io/github/storemaven/.*Mojo\\.class"))
                    .filter(entry -> !contains(jar, entry, "LineNumberTable"))
                    .map(JarEntry::getName)
                    .toList();
            assertThat(without).isEmpty();
        }
    }

    private static boolean contains(JarFile jar, JarEntry entry, String attribute) {
        try (InputStream content = jar.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1).contains(attribute);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
