package io.github.storemaven.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The workflows that the site shows: each one is read, releases one at a time, and pins what it uses. */
class WorkflowTest {
    private static final Pattern USES = Pattern.compile("uses: (\\S+)");
    private static final Pattern CREDENTIALS = Pattern.compile("\\bAZURE_CLIENT_ID:");

    /** The longest of a release on a tag: what it takes the place of has 100 and more. */
    private static final int MAX_LINES = 25;

    private static final List<String> TEXTS = new ArrayList<>();

    @BeforeAll
    static void read() throws Exception {
        try (Stream<Path> pages = Files.list(Path.of("src", "site", "markdown"))) {
            for (Path page : pages.toList()) {
                TEXTS.addAll(MarkdownPage.read(page).snippets("yaml"));
            }
        }
    }

    @Test
    void eachIsRead() {
        assertThat(TEXTS)
                .hasSizeGreaterThan(8)
                .allSatisfy(text -> assertThat(parsed(text)).isNotEmpty());
    }

    /** On GitHub a group, on Azure Pipelines a lock, on GitLab a resource group. */
    @Test
    void eachReleasesOneAtATime() {
        assertThat(TEXTS.stream().filter(text -> parsed(text).containsKey("jobs")))
                .hasSizeGreaterThan(6)
                .allSatisfy(text -> assertThat(parsed(text).get("concurrency"))
                        .isInstanceOfSatisfying(Map.class, group -> {
                            assertThat(group.get("group").toString()).startsWith("store");
                            assertThat(group.get("cancel-in-progress")).isEqualTo(false);
                        }));
        assertThat(TEXTS.stream().filter(text -> parsed(text).containsKey("pool")))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(parsed(text).get("lockBehavior")).isEqualTo("sequential"));
        assertThat(TEXTS.stream().filter(text -> text.contains("id_tokens")))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("resource_group: store-"));
    }

    @Test
    void eachActionIsPinned() {
        assertThat(TEXTS.stream().flatMap(text -> USES.matcher(text).results().map((MatchResult use) -> use.group(1))))
                .isNotEmpty()
                .allMatch(action -> action.matches("[\\w-]+/[\\w-]+@v\\d+(\\.\\d+)*"));
    }

    @Test
    void aReleaseIsShort() {
        assertThat(TEXTS.stream()
                        .filter(text -> text.startsWith("name: release\n")
                                && CREDENTIALS.matcher(text).results().count() == 1
                                && !text.contains("needs: ")))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.lines().count()).isLessThanOrEqualTo(MAX_LINES));
    }

    /** Our own: where our users are, with the shell that each system has by itself. */
    @Test
    void ourOwnBuildsOnEachSystem() throws Exception {
        String text = Files.readString(Path.of(".github", "workflows", "ci.yml"));
        Map<?, ?> jobs = (Map<?, ?>) parsed(text).get("jobs");
        Map<?, ?> systems = (Map<?, ?>) jobs.get("systems");
        assertThat(((Map<?, ?>) ((Map<?, ?>) systems.get("strategy")).get("matrix")))
                .isEqualTo(Map.of("os", List.of("windows-latest", "macos-latest"), "java", List.of(17, 21)));
        assertThat(systems.toString()).contains("run=mvn -B -ntp verify").doesNotContain("shell=");
        assertThat(((Map<?, ?>) jobs.get("all")).get("runs-on")).isEqualTo("ubuntu-latest");
        assertThat(jobs.get("all").toString()).contains(".ci/run");
        assertThat(USES.matcher(text).results().map((MatchResult use) -> use.group(1)))
                .isNotEmpty()
                .allMatch(action -> action.matches("actions/[\\w-]+@v\\d+"));
    }

    /** A workflow, or the steps that one gets. */
    private static Map<?, ?> parsed(String text) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return read instanceof Map<?, ?> workflow ? workflow : Map.of("steps", (List<?>) read);
    }
}
