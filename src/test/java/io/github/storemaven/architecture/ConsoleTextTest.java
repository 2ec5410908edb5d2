package io.github.storemaven.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our own words are ASCII, which every console can show. */
class ConsoleTextTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "github", "storemaven");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern BEYOND_ASCII =
            Pattern.compile("[^\\x00-\\x7F]|(?<!\\\\)\\\\u(?!00[0-7])[0-9a-fA-F]{4}");

    /** They read such characters, or break mentions in plan.md, which is UTF-8; what they print to the log is ASCII. */
    private static final Set<String> READERS = Set.of(
            "json/ParsedJson.java",
            "json/JsonSyntaxException.java",
            "listing/MarkdownInlines.java",
            "listing/TextFile.java",
            "document/Equality.java",
            "submission/PlanMarkdown.java");

    @Test
    void noSourceSaysWhatAConsoleCannotShow() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> found = files.filter(file -> file.toString().endsWith(".java"))
                    .map(SOURCES::relativize)
                    .map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> !READERS.contains(file))
                    .filter(ConsoleTextTest::isBeyondAscii)
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    @Test
    void aLineThatAConsoleCannotShowWouldBeFound() {
        assertThat(BEYOND_ASCII.matcher("info(\"100 \u20ac\")").find()).isTrue();
        assertThat(BEYOND_ASCII.matcher("info(\"100 \\u20ac\")").find()).isTrue();
        assertThat(BEYOND_ASCII.matcher("info(\"100 EUR\", \"\\\\u2028\")").find())
                .isFalse();
    }

    private static boolean isBeyondAscii(String file) {
        try {
            String source = Files.readString(SOURCES.resolve(file), StandardCharsets.UTF_8);
            return BEYOND_ASCII.matcher(COMMENT.matcher(source).replaceAll("")).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
