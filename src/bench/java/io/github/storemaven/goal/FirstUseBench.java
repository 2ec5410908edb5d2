package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the plugin costs a build that does not use it: the download at first use, and a run that is skipped. */
@Tag("bench")
class FirstUseBench {
    private static final int RUNS = 9;
    static final Path FOLDER = Path.of("target", "bench", "first-use").toAbsolutePath();
    static final String SUBMIT =
            "io.github.storemaven:store-maven-plugin:" + System.getProperty("bench.version") + ":submit";

    @BeforeAll
    static void makeProject() throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(
                FOLDER.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>bench</groupId><artifactId>app</artifactId>"
                        + "<version>1</version><packaging>pom</packaging></project>");
        String url = Path.of(System.getProperty("bench.repository")).toUri().toString();
        Files.writeString(
                FOLDER.resolve("settings.xml"),
                "<settings><profiles><profile><id>here</id><pluginRepositories><pluginRepository><id>central</id><url>"
                        + url
                        + "</url><snapshots><enabled>true</enabled></snapshots></pluginRepository></pluginRepositories>"
                        + "</profile></profiles><activeProfiles><activeProfile>here</activeProfile></activeProfiles></settings>");
    }

    @Test
    void theDownloadStaysUnderTwoAndAHalfMegabytes() throws Exception {
        Path repository = FOLDER.resolve("repository-" + System.nanoTime());
        maven(repository, "validate");
        assertThat(bytes(repository, name -> name.endsWith(".jar"))).isZero();
        maven(repository, SUBMIT, "-Dstore.skip=true");
        long jars = bytes(repository, name -> name.endsWith(".jar"));
        long rest = bytes(repository, name -> name.endsWith(".pom") || name.endsWith(".xml"));
        System.out.printf("Download at first use: %d bytes of jars, %d bytes of POMs%n", jars, rest);
        assertThat(jars).isBetween(1L, 2_500_000L);
    }

    @Test
    void aSkippedRunTakesAMoment() throws Exception {
        List<Long> own = new ArrayList<>();
        List<Long> idle = new ArrayList<>();
        List<Long> skipped = new ArrayList<>();
        Path repository = FOLDER.resolve("repository");
        maven(repository, SUBMIT, "-Dstore.skip=true");
        for (int i = 0; i < RUNS; i++) {
            own.add(ownMicroseconds());
            idle.add(milliseconds(repository, "validate"));
            skipped.add(milliseconds(repository, SUBMIT, "-Dstore.skip=true"));
        }
        System.out.printf(
                "Skipped run, median of %d: the plugin's own time %.1f ms; Maven with it %d ms, without it %d ms%n",
                RUNS, median(own) / 1000.0, median(skipped), median(idle));
        assertThat(median(own)).isLessThan(100_000);
    }

    private static long ownMicroseconds() throws Exception {
        return Long.parseLong(run(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SkippedRun.class.getName())
                .strip()
                .lines()
                .reduce((first, last) -> last)
                .orElseThrow());
    }

    private static long milliseconds(Path repository, String... goals) throws Exception {
        long start = System.nanoTime();
        maven(repository, goals);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void maven(Path repository, String... goals) throws Exception {
        maven("", repository, goals);
    }

    /** Runs Maven in the bench's project, in a JVM with these options. */
    static void maven(String options, Path repository, String... goals) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("bench.maven"), "bin", "mvn").toString(),
                "-B",
                "-q",
                "-s",
                FOLDER.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(goals));
        run(Map.of("MAVEN_OPTS", options), command.toArray(String[]::new));
    }

    private static String run(String... command) throws Exception {
        return run(Map.of(), command);
    }

    private static String run(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + "\n" + said)
                .isZero();
        return said;
    }

    private static long bytes(Path folder, Predicate<String> name) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> name.test(file.toString()))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** One run of submit that is skipped, in a JVM of its own; prints how long the plugin took, in microseconds. */
    static final class SkippedRun {
        private SkippedRun() {}

        public static void main(String[] arguments) throws Exception {
            MojoDescriptor descriptor = new MojoDescriptor();
            descriptor.setGoal("submit");
            MojoExecution execution = new MojoExecution(descriptor);
            long start = System.nanoTime();
            SubmitMojo mojo = new SubmitMojo(null, null);
            mojo.execution = execution;
            mojo.skip = true;
            mojo.execute();
            System.out.println((System.nanoTime() - start) / 1000);
        }
    }
}
