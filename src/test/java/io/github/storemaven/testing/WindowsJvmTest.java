package io.github.storemaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The unit, goal and service tests once more in a Java for Windows, under wine: its file system provider, code page, names without regard to case and
 * sharing violations. The profile windows puts the Java into target; what wine cannot do is listed in {@code windows-left-out.txt}, each line with
 * the reason.
 */
@Tag("windows")
class WindowsJvmTest {
    private static final Path HOME = Path.of("target", "windows").toAbsolutePath();
    private static final Path LOG = HOME.resolve("tests.log");
    private static final long LIMIT_MINUTES = 25;

    @Test
    void theTestsPassInAJavaForWindows() throws Exception {
        Process tests = wine(command());
        assertThat(tests.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                .as("ends in time")
                .isTrue();
        List<String> log = Files.readAllLines(LOG);
        log.stream().filter(line -> line.matches("\\[ +\\d+ tests .*")).forEach(System.out::println);
        assertThat(tests.exitValue())
                .as(log.stream().skip(Math.max(0, log.size() - 300L)).collect(Collectors.joining("\n")))
                .isZero();
        assertThat(log).anyMatch(line -> line.matches("\\[ +[12]\\d{3} tests successful .*"));
    }

    private static Process wine(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(List.of(System.getProperty("windows.wine", "wine")));
        whole.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(LOG.toFile());
        builder.environment().put("WINEPREFIX", HOME.resolve("prefix").toString());
        builder.environment().put("WINEDEBUG", "-all");
        return builder.start();
    }

    private static List<String> command() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                java().toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-Dsun.net.httpserver.nodelay=true",
                "@" + drive(classPathFile().toString()),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--disable-ansi-colors",
                "--details=summary",
                "--scan-classpath=" + Path.of("target", "test-classes")));
        for (String tag : List.of("bench", "peers", "browser", "windows", "fuzz", "builds")) {
            command.add("--exclude-tag=" + tag);
        }
        leftOut().map(method -> "--exclude-methodname=" + Pattern.quote(method)).forEach(command::add);
        return command;
    }

    private static Path java() throws IOException {
        try (Stream<Path> folders = Files.list(HOME.resolve("java"))) {
            return folders.map(folder -> folder.resolve(Path.of("jre", "bin", "java.exe")))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A file of arguments, since the class path is longer than a command line of Windows may be. */
    private static Path classPathFile() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String windows = Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
                .map(WindowsJvmTest::drive)
                .collect(Collectors.joining(";"));
        return Files.writeString(HOME.resolve("class-path.txt"), "-cp\n\"" + windows + "\"\n");
    }

    /** Under wine the root of this system is the drive Z. */
    private static String drive(String path) {
        return path.startsWith("/") ? "Z:" + path : path;
    }

    private static Stream<String> leftOut() throws IOException {
        Path list =
                Path.of("src", "test", "resources", "io", "github", "storemaven", "testing", "windows-left-out.txt");
        return Files.readAllLines(list).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> "io.github.storemaven." + line.split(" ", 2)[0]);
    }
}
