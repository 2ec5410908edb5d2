package io.github.storemaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each {@code -Dname=value} that is printed or documented is in quotes as a whole and on one line: PowerShell tears it apart
 * without them, and no other form is right in every shell.
 */
class QuotedArgumentsTest {
    /** Options of a Java machine ({@code -Djdk...}) are in files of their own, which no shell reads. */
    private static final Pattern BARE = Pattern.compile("(?<![\"\\w=])-D(?!jdk\\.)[A-Za-z]");

    private static final Pattern BARE_IN_SOURCE = Pattern.compile("(?<!\\\\\"|\\w|[\\[(])-D(?!jdk\\.)[a-z]");

    @Test
    void inTheDocumentation() throws IOException {
        assertThat(pages())
                .hasSizeGreaterThan(4)
                .allSatisfy(page -> assertThat(lines(page))
                        .as(page.toString())
                        .noneMatch(line -> !line.contains("MAVEN_OPTS")
                                && BARE.matcher(line).find())
                        .noneMatch(line -> line.contains("mvn ") && line.endsWith("\\"))
                        .noneMatch(line -> line.contains("$PWD")));
    }

    @Test
    void inTheMessages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).toList())
                    .hasSizeGreaterThan(100)
                    .allSatisfy(file ->
                            assertThat(literals(file)).as(file.toString()).isEmpty());
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> site = Files.list(Path.of("src", "site", "markdown"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), site).toList();
        }
    }

    private static List<String> lines(Path page) throws IOException {
        return Files.readAllLines(page);
    }

    /** Lines of code, not comments, that hold an argument without a quotation mark of its own before it. */
    private static List<String> literals(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        boolean inTextBlock = false;
        for (String line : lines(file)) {
            boolean isCode = !line.strip().startsWith("*")
                    && !line.strip().startsWith("/*")
                    && !line.contains("Pattern.compile")
                    && !line.contains("startsWith(");
            if (isCode && (inTextBlock ? BARE : BARE_IN_SOURCE).matcher(line).find()) {
                found.add(line.strip());
            }
            inTextBlock ^= line.split("\"\"\"", -1).length % 2 == 0;
        }
        return found;
    }
}
