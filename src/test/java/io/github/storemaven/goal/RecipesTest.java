package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.goal.RecipeCommands.Command;
import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.testing.PluginDescriptor;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each command line of the README and of the site runs: below one heading all of them in their order, in rehearsals of one
 * build, so that one embedded Store sees them. What needs more than this plugin's goals is a line of a build under src/it.
 */
class RecipesTest {
    private static final String VERSION = "1.5.0.0";
    private static final String APP = "9PTIDETABLE1";

    private static final Path DOCUMENT =
            Path.of("src/main/resources/io/github/storemaven/emulator/document/published-app.json");

    /** They serve until stopped, refuse to rehearse, or need a product of another kind: builds under src/it run them. */
    private static final Set<String> OF_BUILDS = Set.of("store:emulate", "store:pull", "store:submit-installer");

    /** What a phase runs of this plugin; what runs before that needs a build. */
    private static final Map<String, List<String>> PHASES = Map.of(
            "verify", List.of("store:validate"),
            "package", List.of(),
            "deploy", List.of("store:validate", "store:submit"));

    private static PluginDescriptor descriptor;
    private static String builds;
    private static String poms;

    @TempDir(cleanup = CleanupMode.ALWAYS)
    static Path folders;

    @BeforeAll
    static void read() throws Exception {
        descriptor = PluginDescriptor.read();
        builds = texts(".*\\.(properties|groovy)")
                .replace("\"", "")
                .replace("${project.groupId}:${project.artifactId}:${project.version}", "store");
        poms = texts("pom\\.xml") + Files.readString(Path.of("pom.xml"), StandardCharsets.UTF_8);
    }

    /** What the builds under src/it have in files of some names. */
    private static String texts(String names) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "it"))) {
            for (Path file : files.filter(file -> file.getFileName().toString().matches(names))
                    .toList()) {
                texts.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
            }
        }
        return texts.toString();
    }

    @TestFactory
    Stream<DynamicTest> eachCommandLineRuns() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            RecipeCommands.of(page).forEach((heading, commands) -> tests.add(sideBySide(heading, commands)));
        }
        assertThat(tests).hasSizeGreaterThan(10);
        return tests.stream();
    }

    /** A rehearsal that waits for its Store uses no processor meanwhile. */
    private static DynamicTest sideBySide(String heading, List<Command> commands) {
        return DynamicTest.dynamicTest(test -> test.displayName(heading)
                .executionMode(ExecutionMode.CONCURRENT)
                .executable(() -> run(commands)));
    }

    /** What the README begins with is printed by its second step; numbers may differ. */
    @Test
    void theReadmeShowsWhatARehearsalPrints() throws Exception {
        Path folder = Files.createTempDirectory(folders, "readme");
        Path texts = Files.createDirectories(folder.resolve("src/store/listings/en-us"));
        Files.writeString(texts.resolve("description.txt"), "Tide Table shows when the water is high.");
        GoalFixture<?> fixture =
                fixture(folder, new DefaultRepositorySystemSession(), "submit", Map.of("store.waitFor", "commit"));
        try {
            fixture.run();
        } finally {
            fixture.end();
        }
        String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
        List<String> shown = readme.split("```text\\R", 2)[1]
                .split("```", 2)[0]
                .lines()
                .map(line -> withoutNumbers(line.replaceFirst("\\[(INFO|WARN)[A-Z]*] ?", "$1 ")))
                .toList();
        assertThat(fixture.said.stream().map(RecipesTest::withoutNumbers).toList())
                .containsSubsequence(shown);
    }

    private static String withoutNumbers(String line) {
        return line.replaceAll("\\d+", "#").stripTrailing();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> site = Files.list(Path.of("src", "site", "markdown"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), site).toList();
        }
    }

    private static void run(List<Command> commands) throws Exception {
        Path folder = Files.createTempDirectory(folders, "recipe");
        RepositorySystemSession build = new DefaultRepositorySystemSession();
        List<GoalFixture<?>> fixtures = new ArrayList<>();
        try {
            for (Command command : commands) {
                if (isOfBuilds(command)) {
                    assertThat(isRunByABuild(command))
                            .as("a build under src/it runs \"%s\", or has its profile", command.text())
                            .isTrue();
                } else {
                    writeFiles(folder, command);
                    for (String goal : goals(command)) {
                        GoalFixture<?> fixture = fixture(folder, build, goal, command.properties());
                        fixtures.add(fixture);
                        fixture.run();
                    }
                }
            }
        } finally {
            fixtures.forEach(GoalFixture::end);
        }
    }

    private static boolean isOfBuilds(Command command) {
        return !command.profiles().isEmpty()
                || command.properties().containsKey("store.artifacts")
                || command.goals().stream().anyMatch(OF_BUILDS::contains)
                || !command.goals().stream().allMatch(RecipesTest::isOurs);
    }

    private static boolean isRunByABuild(Command command) {
        return builds.contains(command.text().replace("\"", ""))
                || (!command.properties().containsKey("store.artifacts") && builds.contains(line(command)))
                || (!command.profiles().isEmpty()
                        && command.profiles().stream().allMatch(profile -> poms.contains("<id>" + profile + "</id>")));
    }

    /** Goals and profiles of a line, as the builds have them. */
    private static String line(Command command) {
        return command.text()
                .replaceAll("-(B|ntp) ", "")
                .replaceFirst("io\\.github\\.storemaven:store-maven-plugin:[^: ]+", "store")
                .replaceAll(" ?\"-D.*", "");
    }

    private static boolean isOurs(String goal) {
        return goal.startsWith("store:") || PHASES.containsKey(goal);
    }

    private static List<String> goals(Command command) {
        return command.goals().stream()
                .flatMap(goal -> PHASES.getOrDefault(goal, List.of(goal)).stream())
                .map(goal -> goal.substring("store:".length()))
                .filter(goal -> !goal.equals("help"))
                .toList();
    }

    /** A text that is new, a package in the build directory and for each pattern that is named, and a document. */
    private static void writeFiles(Path folder, Command command) throws IOException {
        Path texts = Files.createDirectories(folder.resolve("src/store/listings/en-us"));
        Files.writeString(texts.resolve("description.txt"), "Tide Table shows the tides.");
        String named = command.properties().getOrDefault("store.packages", "target/*.msix");
        for (String pattern : named.split(",", -1)) {
            Path file = folder.resolve(pattern.replace("*", "tide-table-1.5.0-x64"));
            Files.createDirectories(file.getParent());
            MsixBuilder.app().version(VERSION).write(file);
        }
        if (command.properties().getOrDefault("store.architectures", "").contains("arm64")) {
            MsixBuilder.app()
                    .version(VERSION)
                    .architecture("arm64")
                    .write(folder.resolve("target/tide-table-1.5.0-arm64.msix"));
        }
        String document = command.properties().get("store.rehearseDocument");
        if (document != null) {
            Files.createDirectories(folder.resolve(document).getParent());
            Files.copy(DOCUMENT, folder.resolve(document));
        }
    }

    private static GoalFixture<?> fixture(
            Path folder, RepositorySystemSession build, String goal, Map<String, String> properties) throws Exception {
        GoalFixture<AbstractStoreMojo> fixture = new GoalFixture<>(mojo(goal), goal, build).in(folder);
        fixture.goals("store:" + goal);
        fixture.system("env.GITHUB_REF_TYPE", "tag").system("env.GITHUB_REF_NAME", "v1.5.0");
        properties.forEach(fixture::given);
        if (goal.equals("submit") && !properties.containsKey("store.waitFor")) {
            // The default is some seconds of waiting a release.
            fixture.given("store.waitFor", "none");
        }
        if (fixture.mojo instanceof AbstractServiceMojo) {
            fixture.given("store.rehearse", "true").given("store.requestsPerMinute", "10000");
            if (!properties.containsKey("store.applicationId")) {
                fixture.given("store.applicationId", APP);
            }
        }
        return fixture;
    }

    /** A DOM, which the descriptor is, has one reader at a time. */
    private static synchronized AbstractStoreMojo mojo(String goal) throws Exception {
        Class<?> type = Class.forName(descriptor.implementation(goal));
        Constructor<?> constructor = type.getConstructors()[0];
        return (AbstractStoreMojo) constructor.newInstance(new Object[constructor.getParameterCount()]);
    }
}
