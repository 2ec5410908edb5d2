package io.github.storemaven.goal;

import io.github.storemaven.check.Finding;
import io.github.storemaven.submission.ReleaseOutcome;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * The end of a release as files and the CI service are told of it: of a product, or of all add-ons of an app.
 *
 * @param message the sentence of the log's end, in one line
 * @param name what was released, for a list of several
 * @param json the content of the goal's result file
 * @param outputs values for later steps of a CI job, by name
 * @param title a heading for a person
 * @param summary Markdown below that heading, which it begins with
 * @param warnings of the log, in their order
 * @param findings of the checks, errors and warnings
 */
record ReleaseEnd(
        ReleaseOutcome outcome,
        String message,
        String name,
        JsonObject json,
        Map<String, String> outputs,
        String title,
        String summary,
        boolean rehearsal,
        List<String> warnings,
        List<Finding> findings) {}
