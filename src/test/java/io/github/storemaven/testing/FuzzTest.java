package io.github.storemaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mutates the inputs of every reader with Jazzer, each in a JVM of its own, for {@code fuzz.seconds}. An input that is answered by an unchecked
 * exception, hangs for ten seconds or takes all of 256 MB fails the test; it belongs into the corpus then.
 */
@Tag("fuzz")
class FuzzTest {
    private static final long SECONDS = Long.getLong("fuzz.seconds", 20);

    static Stream<String> targets() {
        return FuzzTargets.classNames();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noInputBreaksTheReader(String target) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "fuzz", target));
        Path log = folder.resolve("jazzer.log");
        Process jazzer = new ProcessBuilder(command(target, folder))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(jazzer.waitFor(SECONDS + 120, TimeUnit.SECONDS)).isTrue();
        assertThat(jazzer.exitValue()).as(tail(log)).isZero();
        assertThat(Files.readString(log)).contains("Done ");
    }

    private static List<String> command(String target, Path folder) throws IOException {
        Path found = Files.createDirectories(folder.resolve("corpus")).toAbsolutePath();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target,
                "--instrumentation_includes=io.github.storemaven.**",
                "--reproducer_path=" + folder.toAbsolutePath(),
                "-artifact_prefix=" + folder.toAbsolutePath() + "/",
                "-max_total_time=" + SECONDS,
                "-timeout=10",
                "-rss_limit_mb=2048",
                "-max_len=8192",
                "-print_final_stats=1",
                found.toString(),
                FuzzTargets.corpus(target).toAbsolutePath().toString());
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}
