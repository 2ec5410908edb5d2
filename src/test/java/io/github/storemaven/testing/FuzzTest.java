package io.github.storemaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mutates the inputs of every reader with Jazzer, each in a JVM of its own, for {@code fuzz.seconds}. An input that is answered by an unchecked
 * exception, hangs for a minute or takes all of 256 MB fails the test, which prints it; it belongs into the corpus then. With {@code fuzz.seed} each
 * run begins with the same inputs, and goes as far as the machine does.
 */
@Tag("fuzz")
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {
    private static final long SECONDS = Long.getLong("fuzz.seconds", 20);
    private static final int MOST_LINES = 60;

    static Stream<String> targets() {
        return FuzzTargets.classNames();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noInputBreaksTheReader(String target) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "fuzz", target)).toAbsolutePath();
        // Kept for the next run, unless that is to begin as this one did.
        Path found = System.getProperty("fuzz.seed") == null
                ? Files.createDirectories(folder.resolve("corpus"))
                : Files.createTempDirectory(folder, "corpus");
        forgetInputs(folder);
        Path log = folder.resolve("jazzer.log");
        Process jazzer = new ProcessBuilder(command(target, folder, found))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(jazzer.waitFor(SECONDS + 600, TimeUnit.SECONDS)).isTrue();
        assertThat(jazzer.exitValue()).as(() -> broken(target, folder, log)).isZero();
        assertThat(Files.readString(log)).contains("Done ");
    }

    private static List<String> command(String target, Path folder, Path found) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target,
                "--instrumentation_includes=io.github.storemaven.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_total_time=" + SECONDS,
                "-timeout=60",
                "-rss_limit_mb=2048",
                "-max_len=8192",
                "-print_final_stats=1"));
        if (System.getProperty("fuzz.seed") != null) {
            command.add("-seed=" + System.getProperty("fuzz.seed"));
        }
        command.add(found.toString());
        command.add(FuzzTargets.corpus(target).toAbsolutePath().toString());
        return command;
    }

    private static void forgetInputs(Path folder) throws IOException {
        for (Path input : inputs(folder)) {
            Files.delete(input);
        }
    }

    /** What Jazzer writes an input to that breaks the target. */
    private static List<Path> inputs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("(crash|timeout|oom|slow-unit)-.*"))
                    .sorted()
                    .toList();
        }
    }

    private static String broken(String target, Path folder, Path log) {
        StringBuilder text = new StringBuilder(target).append(" was broken by an input; add it to the corpus:\n");
        try {
            for (Path input : inputs(folder)) {
                String content = Base64.getEncoder().encodeToString(Files.readAllBytes(input));
                text.append(String.format(Locale.ROOT, "%s, in Base64: %s%n", input, content));
            }
            List<String> lines = Files.readAllLines(log);
            lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size())
                    .forEach(line -> text.append(line).append('\n'));
        } catch (IOException e) {
            text.append(e);
        }
        return text.toString();
    }
}
