package io.github.storemaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.ExternalProgram;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the shells of this machine make of the arguments that the pages show, and of other forms. Which of those the plugin
 * stops at is shown by TornArgumentsTest.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "cmd and PowerShell have other rules")
class ShellArgumentsTest {
    /** Each takes a function that prints its arguments, and the words of a command line for it. */
    private static final String POSIX = "mvn() { for a in \"$@\"; do printf '%s\\n' \"$a\"; done; }; ";

    private static final String FISH = "function mvn; for a in $argv; printf '%s\\n' $a; end; end; ";
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\$ )?mvn (.*-D.*)$");
    private static final Pattern QUOTED = Pattern.compile("\"(-D(?!jdk\\.)[\\w.]+=[^\"\n]*)\"");

    /** GitHub puts a value in its place before a shell sees it. */
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{[^}]*}}");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @Test
    void everyCommandOfThePagesArrivesAsItIsRead() throws Exception {
        List<String> commands = new ArrayList<>();
        for (Path page : pages()) {
            String text = EXPRESSION
                    .matcher(Files.readString(page, StandardCharsets.UTF_8))
                    .replaceAll("50");
            commands.addAll(
                    COMMAND.matcher(text).results().map(found -> found.group(1)).toList());
            commands.addAll(
                    QUOTED.matcher(text).results().map(MatchResult::group).toList());
        }
        assertThat(commands).hasSizeGreaterThan(20);
        List<String> words = commands.stream()
                .flatMap(command -> WORD.matcher(command).results())
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();

        for (String shell : shells()) {
            assertThat(arguments(shell, String.join(" ", commands))).as(shell).isEqualTo(words);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"-Dstore.rehearse=true\"       | -Dstore.rehearse=true",
                "'-Dstore.notes=a b'             | -Dstore.notes=a b",
                "\"-Dstore.notes=a;b\"           | -Dstore.notes=a;b",
                "\"-Dstore.notes=a & b\"         | -Dstore.notes=a & b",
                "\"-Dstore.notes=100% done\"     | -Dstore.notes=100% done",
                "\"-Dstore.groupIds=11,22\"      | -Dstore.groupIds=11,22",
                "\"-Dstore.packages=C:\\out\\*.msix\" | -Dstore.packages=C:\\out\\*.msix",
                "\"-Dstore.packages=out/*.msix\" | -Dstore.packages=out/*.msix",
                // Not quoted, a backslash is lost.
                "-Dstore.packages=out\\a.msix    | -Dstore.packages=outa.msix",
            })
    void aFormArrivesAs(String written, String received) throws Exception {
        for (String shell : shells()) {
            assertThat(arguments(shell, written)).as(shell).containsExactly(received);
        }
    }

    /** The shells that are there. */
    private static List<String> shells() {
        List<String> shells = Stream.of("sh", "bash", "dash", "zsh", "fish")
                .filter(shell -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell))))
                .toList();
        assertThat(shells).contains("sh");
        return shells;
    }

    private static List<String> arguments(String shell, String words) throws IOException, InterruptedException {
        return ExternalProgram.run(Path.of("."), shell, "-c", (shell.equals("fish") ? FISH : POSIX) + "mvn " + words)
                .lines()
                .toList();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> site = Files.list(Path.of("src", "site", "markdown"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), site).toList();
        }
    }
}
