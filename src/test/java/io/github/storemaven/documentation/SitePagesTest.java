package io.github.storemaven.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.catalog.StoreBehaviour;
import io.github.storemaven.emulator.catalog.StoreBehaviour.RawPlus;
import io.github.storemaven.testing.PluginDescriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the site's pages, and the texts at the root, against the builds, the plugin and each other. */
class SitePagesTest {
    private static final Path SITE = Path.of("src", "site");
    private static final Path PAGES = SITE.resolve("markdown");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");

    private static PluginDescriptor descriptor;
    private static BuildTexts builds;

    @BeforeAll
    static void read() throws Exception {
        descriptor = PluginDescriptor.read();
        builds = BuildTexts.read(descriptor.version());
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.toList();
        }
    }

    static List<Path> texts() throws IOException {
        Stream<Path> root = Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
                .map(Path::of);
        return Stream.concat(root, Stream.concat(pages().stream(), Stream.of(SITE.resolve("site.xml"))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageShowsWhatABuildHas(Path page) throws Exception {
        assertThat(MarkdownPage.read(page).snippets("xml", "json")).allMatch(builds::have);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageNamesGoalsAndPropertiesThatAreThere(Path page) throws Exception {
        MarkdownPage read = MarkdownPage.read(page);
        assertThat(read.goals()).isSubsetOf(descriptor.goals());
        Set<String> known = new TreeSet<>(descriptor.properties().keySet());
        known.addAll(ReadmeTest.RESULTS);
        assertThat(read.properties()).isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void eachLinkLeadsSomewhere(Path text) throws IOException {
        assertThat(links(text))
                .allSatisfy(link -> assertThat(leads(text, link))
                        .as("%s links to %s", text, link)
                        .isTrue());
    }

    @Test
    void theMenuHasEachPage() throws IOException {
        List<String> menu = links(SITE.resolve("site.xml"));
        assertThat(pages()).hasSizeGreaterThan(5).allMatch(page -> menu.contains(html(page)));
    }

    @Test
    void theTableOfSwitchesIsThatOfTheEmbeddedStore() throws IOException {
        List<List<String>> rows =
                MarkdownPage.read(PAGES.resolve("test-your-pipeline.md")).table("## Let it behave like your account");
        assertThat(rows.stream().map(row -> row.get(0) + "=" + row.get(1)).collect(Collectors.joining(",")))
                .isEqualTo(new StoreBehaviour().toString());
        assertThat(rows.get(rows.size() - 1).get(2))
                .contains(Stream.of(RawPlus.values()).map(RawPlus::apiName).toList());
    }

    private static List<String> links(Path text) throws IOException {
        return LINK.matcher(Files.readString(text, StandardCharsets.UTF_8))
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .toList();
    }

    private boolean leads(Path text, String link) throws IOException {
        if (link.matches("https://[^/]+/.*|data:,")) {
            return true;
        }
        String file = link.replaceFirst("#.*", "");
        String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
        Path target = file.isEmpty() ? text : target(text, file);
        return target != null
                && Files.exists(target)
                && (anchor.isEmpty() || anchors(target, text.startsWith(SITE)).contains(anchor));
    }

    /** On the site a page of Markdown is HTML, and what is no page is a resource or generated from a goal. */
    private Path target(Path text, String file) {
        if (!text.startsWith(SITE)) {
            return text.resolveSibling(file);
        }
        if (file.equals("plugin-info.html") || descriptor.goals().contains(file.replace("-mojo.html", ""))) {
            return Path.of("pom.xml");
        }
        return file.endsWith(".html") ? PAGES.resolve(file.replace(".html", ".md")) : SITE.resolve("resources/" + file);
    }

    /** The site puts underscores in the place of spaces; GitHub, where the README is read, hyphens between small letters. */
    private static Set<String> anchors(Path page, boolean isOnTheSite) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", ""))
                .map(heading -> isOnTheSite
                        ? heading.replace(' ', '_')
                        : heading.toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9 -]", "")
                                .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String html(Path page) {
        return page.getFileName().toString().replace(".md", ".html");
    }
}
