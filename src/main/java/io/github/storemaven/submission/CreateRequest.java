package io.github.storemaven.submission;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.check.Severity;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.SourceConflicts;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The request to create an add-on or a flight: a JSON file, single fields, or both where they agree. */
public final class CreateRequest {
    private final ConfigurationProblems problems;
    private final String fileParameter;
    private final UnaryOperator<String> meant;
    private final Optional<ParsedJson> file;
    private final JsonObject ofFile;
    private final JsonObjectBuilder fields = Json.PROVIDER.createObjectBuilder();
    private final Map<String, String> parameters = new HashMap<>();

    /** @param meant the end of a message: which names may be meant for a parameter */
    public CreateRequest(
            ConfigurationProblems problems, File source, String fileParameter, UnaryOperator<String> meant) {
        this.problems = problems;
        this.meant = meant;
        this.fileParameter = "store." + fileParameter;
        file = Optional.ofNullable(source).flatMap(this::read);
        ofFile = file.map(read -> read.value().asJsonObject()).orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** A text; a blank value counts as not set. */
    public static Optional<JsonValue> text(String value) {
        return ConfigurationProblems.given(value).map(Json.PROVIDER::createValue);
    }

    /** A member that may be given by a parameter too. */
    public CreateRequest field(String member, String parameter, Optional<JsonValue> value) {
        parameters.put(member, "store." + parameter);
        value.ifPresent(given -> fields.add(member, given));
        return this;
    }

    /** A member that has to be there. */
    public CreateRequest needed(String member, String parameter, Optional<JsonValue> value) {
        return needed(member, parameter, "", value);
    }

    /** @param allowed the values that it may have, for the message */
    public CreateRequest needed(String member, String parameter, String allowed, Optional<JsonValue> value) {
        if (value.isEmpty() && Members.value(ofFile, member).isEmpty()) {
            problems.add(member + " is missing: set store." + parameter + (allowed.isEmpty() ? "" : " to " + allowed)
                    + ", or write " + member + " into " + fileParameter
                    + meant.apply(parameter));
        }
        return field(member, parameter, value);
    }

    /** The request; what the two sources disagree about is a problem. */
    public JsonObject build() {
        JsonObject single = fields.build();
        SourceConflicts.between(single, ofFile)
                .forEach(conflict -> problems.add(conflict.member() + " is "
                        + RequestProblems.value(conflict.to()) + " in " + fileParameter + " and "
                        + RequestProblems.value(conflict.from()) + " by " + parameters.get(conflict.member())
                        + "; keep one of the two"));
        JsonObjectBuilder request = Json.PROVIDER.createObjectBuilder(ofFile);
        single.forEach((name, value) -> request.add(Members.actualName(ofFile, name), value));
        return request.build();
    }

    /** Applies rules: errors become problems, warnings go to the log. */
    public void check(BiConsumer<Origin, FindingCollector> rules, Consumer<String> warnings) {
        FindingCollector report = new FindingCollector();
        rules.accept(this::where, report);
        report.findings().lines(Severity.ERROR).forEach(problems::add);
        report.findings().lines(Severity.WARNING).forEach(warnings);
    }

    /** The line of the file, or the parameter that sets a member. */
    private String where(String pointer) {
        return file.filter(read -> read.locations().containsKey(pointer))
                .map(read -> read.locationOf(pointer))
                .orElseGet(() -> parameters.getOrDefault(pointer.replaceFirst("/([^/]*).*", "$1"), fileParameter));
    }

    private Optional<ParsedJson> read(File source) {
        try {
            ParsedJson read = ParsedJson.ofFile(source.toPath());
            read.object();
            return Optional.of(read);
        } catch (JsonSyntaxException problem) {
            problems.add(problem.getMessage());
        } catch (IOException e) {
            problems.add(fileParameter + " names " + source + ", which cannot be read");
        }
        return Optional.empty();
    }
}
