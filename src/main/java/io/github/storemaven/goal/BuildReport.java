package io.github.storemaven.goal;

import io.github.storemaven.json.Json;
import io.github.storemaven.submission.ReleaseOutcome;
import io.github.storemaven.text.ReplacedFile;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * The ends of all releases of a build: {@code outputs.properties} for later steps of a CI job, and {@code summary.md} for a
 * person. Modules with other class loaders add to it, so it holds types of the JDK alone.
 */
record BuildReport(BuildState shared) {
    private static final String SUMMARY = "summary";
    private static final String OUTCOME = "outcome";
    private static final String NAME = "name";

    /**
     * Adds an end, and writes the files of all so far.
     *
     * @param output of the build's first project
     */
    void add(ReleaseEnd released, Path output, Secrets secrets) throws IOException {
        Map<String, String> end = new LinkedHashMap<>(released.outputs());
        end.put(SUMMARY, released.summary());
        end.put(OUTCOME, released.outcome().name());
        end.put(NAME, released.name());
        List<Map<String, String>> ends = shared.shared("ends", CopyOnWriteArrayList::new);
        synchronized (ends) { // Several releases may end at a time when the virtual machine does.
            ends.add(end);
            ReplacedFile.write(output.resolve("outputs.properties"), secrets.mask(properties(ends)));
            ReplacedFile.write(output.resolve("summary.md"), secrets.mask(summary(ends)));
            ReplacedFile.write(output.resolve("annotations.json"), Json.indented(links(ends)));
        }
    }

    /** The pages in Partner Center, as GitLab shows them beside a job. */
    private static JsonObject links(List<Map<String, String>> ends) {
        JsonArrayBuilder links = Json.PROVIDER.createArrayBuilder();
        ends.stream()
                .filter(end -> !end.get("STORE_LINK").isEmpty())
                .forEach(end -> links.add(Json.PROVIDER
                        .createObjectBuilder()
                        .add(
                                "external_link",
                                Json.PROVIDER
                                        .createObjectBuilder()
                                        .add("label", end.get(NAME) + ", " + end.get("STORE_RESULT"))
                                        .add("url", end.get("STORE_LINK")))));
        JsonArray all = links.build();
        return all.isEmpty()
                ? JsonValue.EMPTY_JSON_OBJECT
                : Json.PROVIDER
                        .createObjectBuilder()
                        .add("Microsoft Store", all)
                        .build();
    }

    /** The values of the worst end, and the results of all; in their order. */
    static Map<String, String> outputs(List<Map<String, String>> ends) {
        Map<String, String> outputs = new LinkedHashMap<>(ends.stream()
                .max(Comparator.comparing(end -> ReleaseOutcome.valueOf(end.get(OUTCOME))))
                .orElseThrow());
        outputs.keySet().removeAll(List.of(SUMMARY, OUTCOME, NAME));
        outputs.put(
                "STORE_RESULTS",
                ends.stream()
                        .map(end -> end.get(NAME) + ":" + end.get("STORE_RESULT"))
                        .collect(Collectors.joining(",")));
        return outputs;
    }

    /** One after the other. */
    static String summary(List<Map<String, String>> ends) {
        return ends.stream().map(end -> end.get(SUMMARY)).collect(Collectors.joining("\n"));
    }

    private static String properties(List<Map<String, String>> ends) {
        return outputs(ends).entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
