package io.github.storemaven.documentation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The POMs and documents of the builds under src/it, as a reader is shown them, without white space. */
final class BuildTexts {
    /** What a reader fills in, and what the builds have in its place. */
    private static final Map<String, String> FILLED_IN = Map.of(
            "CLIENT-ID", "11111111-2222-3333-4444-555555555555",
            "TENANT-ID", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
            "CLIENT-SECRET", "it-client-secret+/=~plain");

    private final List<String> texts;
    private final String version;

    private BuildTexts(List<String> texts, String version) {
        this.texts = texts;
        this.version = version;
    }

    /** @param version of the plugin, which is filled in by the builds */
    static BuildTexts read(String version) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "it"))) {
            return new BuildTexts(
                    files.filter(file -> file.toString().matches(".*\\.(xml|json)"))
                            .map(BuildTexts::build)
                            .toList(),
                    version);
        }
    }

    /** Whether some build has what the page shows. */
    boolean have(String snippet) {
        String text = snippet.replace("<version>" + version + "</version>", "<version>@project.version@</version>");
        for (Map.Entry<String, String> value : FILLED_IN.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        String wanted = withoutSpace(text);
        return texts.stream().anyMatch(build -> build.contains(wanted));
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

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
