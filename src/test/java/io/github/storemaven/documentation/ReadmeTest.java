package io.github.storemaven.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.PluginDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the README against the builds under src/it and the plugin, so that neither goes its own way. */
class ReadmeTest {
    /** Properties that a goal sets for later plugins, which are no parameters. */
    static final Set<String> RESULTS = Set.of("store.created.addonId", "store.created.flightId");

    private static final int MAX_BYTES = 15_000;

    private static MarkdownPage readme;
    private static PluginDescriptor descriptor;

    @BeforeAll
    static void read() throws Exception {
        readme = MarkdownPage.read(Path.of("README.md"));
        descriptor = PluginDescriptor.read();
    }

    @Test
    void eachSnippetIsPartOfABuild() throws IOException {
        BuildTexts builds = BuildTexts.read(descriptor.version());
        assertThat(readme.snippets("xml", "json")).hasSizeGreaterThan(1).allMatch(builds::have);
    }

    @Test
    void namesPropertiesThatAreThere() {
        Set<String> known = new TreeSet<>(descriptor.properties().keySet());
        known.addAll(RESULTS);
        assertThat(readme.properties()).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void namesGoalsThatAreThere() {
        assertThat(readme.goals()).isNotEmpty().isSubsetOf(descriptor.goals());
    }

    @Test
    void listsEachGoalOnce() {
        assertThat(readme.table("## Goals"))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrderElementsOf(descriptor.goals());
    }

    /** What is more belongs to the site. */
    @Test
    void isReadInOneSitting() throws IOException {
        assertThat(Files.size(Path.of("README.md"))).isLessThanOrEqualTo(MAX_BYTES);
    }
}
