package io.github.storemaven.ci;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A message that a CI service shows at a file, or at the run as a whole.
 *
 * @param title a few words, such as the number of a rule
 * @param file in the repository, named from its root with slashes; empty for what is in no file that it holds
 * @param line in that file, counted from 1
 */
public record Annotation(Level level, String title, String text, Optional<String> file, OptionalLong line) {
    /** How much it matters. */
    public enum Level {
        ERROR,
        WARNING,
        NOTICE
    }

    /** One about the run as a whole. */
    public static Annotation of(Level level, String title, String text) {
        return new Annotation(level, title, text, Optional.empty(), OptionalLong.empty());
    }

    /** The same as texts by name, as modules with other class loaders can share it. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("level", level.name());
        map.put("title", title);
        map.put("text", text);
        file.ifPresent(name -> map.put("file", name));
        line.ifPresent(number -> map.put("line", String.valueOf(number)));
        return map;
    }

    /** Of such texts. */
    public static Annotation of(Map<String, String> map) {
        return new Annotation(
                Level.valueOf(map.get("level")),
                map.get("title"),
                map.get("text"),
                Optional.ofNullable(map.get("file")),
                map.containsKey("line") ? OptionalLong.of(Long.parseLong(map.get("line"))) : OptionalLong.empty());
    }
}
