package io.github.storemaven.goal;

import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonProblem;
import io.github.storemaven.json.JsonReading;
import io.github.storemaven.json.Members;
import io.github.storemaven.submission.SourceConflicts;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.File;
import java.io.IOException;
import java.util.Optional;

/** The request to create an add-on or a flight: a JSON file, single fields, or both where they agree. */
final class CreateRequest {
    private final Problems problems;
    private final JsonObject file;
    private final JsonObjectBuilder fields = Json.PROVIDER.createObjectBuilder();
    private final String fileParameter;

    CreateRequest(Problems problems, File file, String fileParameter) {
        this.problems = problems;
        this.fileParameter = fileParameter;
        this.file = file == null ? JsonValue.EMPTY_JSON_OBJECT : read(file);
    }

    CreateRequest field(String member, Optional<? extends JsonValue> value) {
        value.ifPresent(given -> fields.add(member, given));
        return this;
    }

    /** The request; what the two sources disagree about is a problem. */
    JsonObject build() {
        JsonObject single = fields.build();
        SourceConflicts.between(single, file)
                .forEach(path -> problems.add(path.substring(1) + " is set to different values by store."
                        + fileParameter + " and by a parameter; keep one of the two"));
        JsonObjectBuilder request = Json.PROVIDER.createObjectBuilder(file);
        single.forEach((name, value) -> request.add(Members.nameIn(file, name), value));
        return request.build();
    }

    private JsonObject read(File source) {
        try {
            return JsonReading.file(source.toPath()).object();
        } catch (JsonProblem problem) {
            problems.add(problem.getMessage());
        } catch (IOException e) {
            problems.add("store." + fileParameter + " names " + source + ", which cannot be read");
        }
        return JsonValue.EMPTY_JSON_OBJECT;
    }
}
