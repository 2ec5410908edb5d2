package io.github.storemaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds the README against the builds under src/it and the plugin, so that neither goes its own way. */
class ReadmeTest {
    /** Properties that a goal sets for later plugins, which are no parameters. */
    private static final Set<String> RESULTS = Set.of("store.created.addonId", "store.created.flightId");

    /** What a reader fills in, and what the builds have in its place. */
    private static final Map<String, String> FILLED_IN = Map.of(
            "CLIENT-ID", "11111111-2222-3333-4444-555555555555",
            "TENANT-ID", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
            "CLIENT-SECRET", "it-client-secret+/=~plain");

    private Readme readme;
    private Descriptor descriptor;

    @BeforeEach
    void read() throws Exception {
        readme = Readme.read();
        descriptor = Descriptor.read();
    }

    @Test
    void eachSnippetIsPartOfABuild() throws IOException {
        List<String> builds = builds();
        assertThat(readme.snippets("xml", "json"))
                .hasSizeGreaterThan(4)
                .allSatisfy(snippet -> assertThat(builds)
                        .as("files under src/it that hold the snippet\n%s", snippet)
                        .anyMatch(build -> build.contains(filledIn(snippet))));
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

    @Test
    void listsEachParameterOnce() {
        assertThat(readme.table("## Parameters"))
                .extracting(row -> "store." + row.get(0))
                .containsExactlyInAnyOrderElementsOf(descriptor.properties().keySet());
    }

    @Test
    void givesTheDefaultsOfThePlugin() {
        assertThat(readme.table("## Parameters")).hasSizeGreaterThan(20).allSatisfy(row -> {
            String property = "store." + row.get(0);
            assertThat(descriptor.properties()).containsKey(property);
            String value = descriptor.properties().get(property);
            if (!value.isEmpty()) {
                assertThat(row.get(1)).as("default of %s", property).isEqualTo(value);
            }
        });
    }

    /** All texts under src/it as the README would show them, without white space. */
    private List<String> builds() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "it"))) {
            return files.filter(file -> file.toString().matches(".*\\.(xml|json)"))
                    .map(ReadmeTest::build)
                    .toList();
        }
    }

    private static String build(Path file) {
        try {
            return withoutSpace(Files.readString(file, StandardCharsets.UTF_8)
                    .replace("@project.groupId@", "io.github.storemaven")
                    .replace("@project.artifactId@", "store-maven-plugin"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String filledIn(String snippet) {
        String text = snippet.replace(
                "<version>" + descriptor.version() + "</version>", "<version>@project.version@</version>");
        for (Map.Entry<String, String> value : FILLED_IN.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return withoutSpace(text);
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
