package io.github.storemaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The checklist in CONTRIBUTING.md: each point has an answer, and the tests that it names are there. Issue 10. */
class PointsTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+Test|[a-z]+(?:-[a-z]+)*)`");
    private static final Set<String> NO_BUILDS = Set.of("matrix");

    @Test
    void eachPointIsAnsweredOnce() throws IOException {
        assertThat(rows())
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 50).mapToObj(String::valueOf).toList());
        assertThat(rows()).allSatisfy(row -> assertThat(row.get(2)).matches("yes|no"));
        assertThat(rows()).allSatisfy(row -> assertThat(row.get(3)).isNotBlank());
    }

    @Test
    void whatShowsAPointIsThere() throws IOException {
        Set<String> tests = tests();
        assertThat(rows()).filteredOn(row -> row.get(2).equals("yes")).allSatisfy(row -> {
            List<String> named = TEST.matcher(row.get(3))
                    .results()
                    .map(test -> test.group(1))
                    .filter(name -> !NO_BUILDS.contains(name))
                    .toList();
            assertThat(named).as("tests of point " + row.get(0)).isSubsetOf(tests);
            assertThat(named.isEmpty() && !row.get(3).contains("`.ci/run`"))
                    .as("point " + row.get(0) + " without a test")
                    .isFalse();
        });
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(Path.of("CONTRIBUTING.md")).stream()
                .dropWhile(line -> !line.equals("## At home in Maven"))
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** Test classes and builds by name. */
    private static Set<String> tests() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "test", "java"));
                Stream<Path> builds = Files.list(Path.of("src", "it"))) {
            return Stream.concat(sources, builds)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
