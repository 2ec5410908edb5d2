package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.EmbeddedStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks over the logs and output directories of all builds of src/it after they ran (a run of its own in the POM): no
 * secret, key, token, assertion or signature stands there.
 */
@Tag("builds")
class LeaksTest {
    private static final Path BUILDS = Path.of("target", "it");

    /** The secrets of src/it/settings.xml begin alike, plain and URL-encoded. */
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("it-client-secret", Pattern.CASE_INSENSITIVE),
            Pattern.compile(Pattern.quote(EmbeddedStore.MADE_UP)),
            Pattern.compile("[?&]sig=|%26sig%3D", Pattern.CASE_INSENSITIVE),
            Pattern.compile("Bearer [\\w.~+/-]{8,}"),
            Pattern.compile(
                    "(client_assertion|client_secret|access_token)(=|%3D|\": *\")[^ *&]", Pattern.CASE_INSENSITIVE),
            Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}"),
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY"));

    @Test
    void noBuildShowsASecret() throws IOException {
        List<Path> files = outputs(BUILDS);
        assertThat(files).as("logs of builds").anyMatch(file -> file.endsWith("build.log"));
        assertThat(leaks(files)).isEmpty();
        System.out.println("Leaks: none in " + files.size() + " logs and output files");
    }

    @Test
    void aLeakWouldBeFound(@TempDir Path builds) throws IOException {
        Path output = Files.createDirectories(builds.resolve("one/target/store"));
        List<String> leaks = List.of(
                "password it-client-secret+/=~plain",
                "client_secret=it-client-secret%2B%2F%3D%7Eplain",
                "https://x.blob.core.windows.net/a?se=1&sig=abc",
                "Authorization: Bearer emulator-made-up-token-1",
                "client_assertion=eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovLyJ9.abc",
                "-----BEGIN PRIVATE KEY-----");
        for (int i = 0; i < leaks.size(); i++) {
            Files.writeString(output.resolve(i + ".json"), leaks.get(i));
        }
        Files.writeString(builds.resolve("one/build.log"), leaks.get(0));
        Files.writeString(builds.resolve("one/pom.xml"), leaks.get(0));

        assertThat(leaks(outputs(builds))).hasSize(leaks.size() + 1);
    }

    /** All logs, and all that lies in a build's target directory, but where emulate tells its made-up credentials. */
    private static List<Path> outputs(Path builds) throws IOException {
        try (Stream<Path> files = Files.walk(builds)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".log") || isOutput(builds.relativize(file)))
                    .filter(file -> !file.endsWith("emulate.log")
                            && !file.endsWith("emulator.json")
                            && !file.endsWith("emulator-settings.xml"))
                    .toList();
        }
    }

    private static boolean isOutput(Path file) {
        return Stream.iterate(file, path -> path != null, Path::getParent).anyMatch(path -> path.endsWith("target"));
    }

    private static List<String> leaks(List<Path> files) throws IOException {
        List<String> leaks = new ArrayList<>();
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            SECRETS.stream()
                    .filter(secret -> secret.matcher(text).find())
                    .findFirst()
                    .ifPresent(secret -> leaks.add(file + " shows " + secret));
        }
        return leaks;
    }
}
