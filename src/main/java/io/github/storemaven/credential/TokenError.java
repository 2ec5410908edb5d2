package io.github.storemaven.credential;

import io.github.storemaven.http.Response;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The error that the token endpoint answers with. Reference, section 3.4.
 *
 * @param code for example "AADSTS7000215"; empty where there is none
 * @param text the first line of the description, or the name of the error
 * @param traces trace and correlation id, empty where there are none
 */
record TokenError(Optional<String> code, String text, String traces) {
    private static final Pattern CODE = Pattern.compile("AADSTS\\d{1,12}");

    /** Empty when the body is not the JSON of such an error. */
    static Optional<TokenError> read(Response answer) {
        try {
            JsonObject object =
                    ParsedJson.ofNotice("error answer", answer.body()).object();
            String description = text(object, "error_description");
            String firstLine = description.lines().findFirst().orElse("");
            String text = firstLine.isBlank() ? text(object, "error") : firstLine;
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(new TokenError(code(object, description), tidy(text), traces(object, description)));
        } catch (JsonSyntaxException problem) {
            return Optional.empty();
        }
    }

    private static Optional<String> code(JsonObject object, String description) {
        Matcher code = CODE.matcher(description);
        if (code.find()) {
            return Optional.of(code.group());
        }
        return object.get("error_codes") instanceof JsonArray codes && !codes.isEmpty()
                ? Optional.of("AADSTS" + codes.get(0)).filter(CODE.asMatchPredicate())
                : Optional.empty();
    }

    /** Newer answers put the ids into the first line, which is said apart. */
    private static String tidy(String firstLine) {
        int traces = firstLine.indexOf("Trace ID:");
        return (traces < 0 ? firstLine : firstLine.substring(0, traces)).strip();
    }

    private static String traces(JsonObject object, String description) {
        String trace = id(text(object, "trace_id"), "Trace ID", description);
        String correlation = id(text(object, "correlation_id"), "Correlation ID", description);
        return (trace.isEmpty() ? "" : "trace id " + trace)
                + (trace.isEmpty() || correlation.isEmpty() ? "" : ", ")
                + (correlation.isEmpty() ? "" : "correlation id " + correlation);
    }

    private static String id(String member, String label, String description) {
        if (member.matches("[\\w-]{1,64}")) {
            return member;
        }
        Matcher inText = Pattern.compile(label + ": *([\\w-]{1,64})").matcher(description);
        return inText.find() ? inText.group(1) : "";
    }

    private static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : "";
    }
}
