package io.github.storemaven.goal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The command lines of a page, by the heading that they are below. */
final class RecipeCommands {
    private static final Pattern HEADING = Pattern.compile("(?m)^## ");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Set<String> LANGUAGES = Set.of("", "sh", "yaml", "groovy");
    private static final Pattern COMMAND = Pattern.compile("(?m)^.*?\\bmvn ([^'\\n]+)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** What GitHub puts in its place: a value that is given where there is no input. */
    private static final Pattern WITH_DEFAULT = Pattern.compile("\\$\\{\\{[^}]*\\|\\| *(\\w+) *}}");

    private RecipeCommands() {}

    /**
     * One command line.
     *
     * @param goals of this plugin, and phases of Maven
     * @param properties what is given by {@code -D}
     * @param profiles that it switches on
     */
    record Command(String text, List<String> goals, Map<String, String> properties, List<String> profiles) {
        static Command of(String text) {
            List<String> words = WORD.matcher(text)
                    .results()
                    .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                    .toList();
            Map<String, String> properties = new LinkedHashMap<>();
            words.stream().filter(word -> word.startsWith("-D")).forEach(word -> {
                String[] parts = word.substring(2).split("=", 2);
                properties.put(parts[0], parts.length == 1 ? "true" : parts[1]);
            });
            return new Command(
                    text.strip(),
                    words.stream()
                            .filter(word -> !word.startsWith("-"))
                            .map(goal ->
                                    goal.replaceFirst("io\\.github\\.storemaven:store-maven-plugin:[^:]+", "store"))
                            .toList(),
                    properties,
                    words.stream()
                            .filter(word -> word.startsWith("-P"))
                            .map(word -> word.substring(2))
                            .toList());
        }
    }

    /** For each heading that has any, its commands in their order. */
    static Map<String, List<Command>> of(Path page) throws IOException {
        Map<String, List<Command>> sections = new LinkedHashMap<>();
        for (String section : HEADING.split(Files.readString(page, StandardCharsets.UTF_8), -1)) {
            List<Command> commands = BLOCK.matcher(section)
                    .results()
                    .filter(block -> LANGUAGES.contains(block.group(1)))
                    .flatMap(block -> COMMAND.matcher(block.group(2)).results())
                    .map(command ->
                            Command.of(WITH_DEFAULT.matcher(command.group(1)).replaceAll("$1")))
                    .toList();
            if (!commands.isEmpty()) {
                sections.put(
                        page.getFileName() + ": " + section.lines().findFirst().orElse(""), commands);
            }
        }
        return sections;
    }
}
