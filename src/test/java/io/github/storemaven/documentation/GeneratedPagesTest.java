package io.github.storemaven.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.check.Rules;
import io.github.storemaven.check.Rules.Rule;
import io.github.storemaven.testing.PluginDescriptor;
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

/** Pages of the site that are made from the plugin: what is committed is what would be made now. */
class GeneratedPagesTest {
    private static final Path LEFT_OUT =
            Path.of("src", "test", "resources", "io", "github", "storemaven", "check", "rules-left-out.txt");
    private static final Path CHECKS = Path.of("src", "main", "java", "io", "github", "storemaven");

    /** Numbers of two digits and more, but for the name of a standard and the parts of versions and rules. */
    private static final Pattern LIMIT = Pattern.compile("(?<![\\w.-]|ISO )\\d[\\d,]*\\d(?![\\w.-]*\\d)");

    @Test
    void theParametersAreThoseOfThePlugin() throws Exception {
        assertIsCommitted("parameters.md", ParameterPage.of(PluginDescriptor.read()));
    }

    @Test
    void theRulesAreThoseThatAreChecked() throws IOException {
        List<Rule> leftOut = Files.readAllLines(LEFT_OUT).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> new Rule(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)))
                .toList();
        assertIsCommitted("rules.md", RulePage.of(Rules.checked(), leftOut));
    }

    /** A limit that a rule tells is in a class that names the rule. */
    @Test
    void theLimitsOfRulesAreThoseOfTheClassesThatCheckThem() throws IOException {
        List<String> classes = sources();
        for (Rule rule : Rules.checked()) {
            List<String> itsClasses = classes.stream()
                    .filter(text -> text.contains("\"" + rule.number() + "\""))
                    .toList();
            assertThat(itsClasses).as(rule.number()).isNotEmpty();
            assertThat(LIMIT.matcher(rule.sentence()).results().map(MatchResult::group))
                    .as("%s %s", rule.number(), rule.sentence())
                    .allMatch(limit -> itsClasses.stream().anyMatch(text -> has(text, limit.replace(",", ""))));
        }
    }

    private static boolean has(String text, String number) {
        return Pattern.compile("(?<!\\d)" + number + "(?!\\d)").matcher(text).find();
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(CHECKS)) {
            List<String> sources = new ArrayList<>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file, StandardCharsets.UTF_8).replaceAll("(?<=\\d)_(?=\\d)", ""));
            }
            return sources;
        }
    }

    private static void assertIsCommitted(String name, String page) throws IOException {
        Path committed = Path.of("src", "site", "markdown", name);
        Path made = Path.of("target", "pages", name);
        Files.createDirectories(made.getParent());
        Files.writeString(made, page, StandardCharsets.UTF_8);
        assertThat(committed)
                .as("%s is not what the plugin says: cp %s %s", committed, made, committed)
                .exists()
                .hasContent(page);
    }
}
