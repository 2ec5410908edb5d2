package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each row of reference 4.7, 8 and 12 begins the name of a test case here, or stands in the README as different. */
class ReferenceRowsTest {
    private static final Path TESTS = Path.of("src", "test", "java", "io", "github", "storemaven", "emulator");
    private static final Pattern NAME = Pattern.compile("\"((?:\\d+\\.\\d+-\\w+ )+)");
    private static final Pattern TOLD = Pattern.compile("(?m)^\\| (\\d+\\.\\d+-\\w+) \\|");

    @Test
    void everyRowIsTestedOrToldOf() throws IOException {
        Set<String> covered = found(TOLD, Files.readString(Path.of("README.md")));
        try (var files = Files.walk(TESTS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                covered.addAll(found(NAME, Files.readString(file)));
            }
        }
        assertThat(covered).isEqualTo(found(Pattern.compile("(?m)^(\\d+\\.\\d+-\\w+) "), list()));
    }

    @Test
    void whatIsInferredIsMarkedSo() throws IOException {
        Pattern marked = Pattern.compile(NAME.pattern() + "[^\"]*[(][^\")]*\\bI\\b");
        Set<String> names = new TreeSet<>();
        try (var files = Files.walk(TESTS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                names.addAll(found(marked, Files.readString(file)));
            }
        }
        assertThat(names).containsAll(found(Pattern.compile("(?m)^(\\d+\\.\\d+-\\w+) .*[(]I[)]$"), list()));
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text)
                .results()
                .forEach(match -> found.addAll(Arrays.asList(match.group(1).split(" ", -1))));
        found.remove("");
        return found;
    }

    private static String list() throws IOException {
        try (var in = ReferenceRowsTest.class.getResourceAsStream("reference-rows.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
