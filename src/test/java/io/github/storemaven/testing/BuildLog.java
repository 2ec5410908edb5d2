package io.github.storemaven.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one run of Maven in a build of src/it printed, without colours. An assertion of a hook script that fails shows the
 * whole text.
 */
public final class BuildLog {
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    private static final String FAILURE = "Failed to execute goal ";

    private final List<String> lines;

    private BuildLog(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Reads a log.
     *
     * @param name of a file in the folder of the build: {@code build.log}, or what {@code -l} names
     */
    public static BuildLog read(File basedir, String name) throws IOException {
        Path file = basedir.toPath().resolve(name);
        // Leniently: the console of a Windows has not each character.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return new BuildLog(COLOUR.matcher(text).replaceAll("").lines().toList());
    }

    public List<String> lines() {
        return lines;
    }

    /** Whether some line contains a text. */
    public boolean has(String text) {
        return count(text) > 0;
    }

    /** How many lines contain a text. */
    public long count(String text) {
        return lines.stream().filter(line -> line.contains(text)).count();
    }

    /** Whether a part of some line matches. */
    public boolean matches(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return lines.stream().anyMatch(line -> pattern.matcher(line).find());
    }

    /** The number of the first line that contains a text, or -1. */
    public int at(String text) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it shows a place of our code, as it does with {@code -e} and {@code -X} only. */
    public boolean hasStackTrace() {
        return matches("^(\\[ERROR])?\\s+at io\\.github\\.");
    }

    /** What Maven says at the end about a module that failed: the message with its further lines. */
    public BuildLog failureOf(String module) {
        List<String> said = lines.stream()
                .dropWhile(line -> !line.contains(FAILURE) || !line.contains(" on project " + module + ": "))
                .toList();
        return new BuildLog(
                Stream.concat(said.stream().limit(1), said.stream().skip(1).takeWhile(line -> !line.contains(FAILURE)))
                        .toList());
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
