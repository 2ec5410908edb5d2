package io.github.storemaven.emulator.fault;

import io.github.storemaven.emulator.catalog.SubmissionStatus;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A parameter of a fault.
 *
 * @param name as files and HTTP have it
 * @param type what its value may be
 */
record FaultParameter(String name, Type type) {
    private static final int MAX_NUMBER = 86_400_000;

    /** What a value may be. */
    enum Type {
        TEXT,
        CALL,
        FLAG,
        COUNT,
        NUMBER,
        HTTP_STATUS,
        BODY,
        WHEN,
        FAILED_STATE,
        PENDING_STATE,
        END_STATE,
        PASSING_STATES
    }

    static FaultParameter text(String name) {
        return new FaultParameter(name, Type.TEXT);
    }

    static FaultParameter call() {
        return new FaultParameter("call", Type.CALL);
    }

    static FaultParameter flag(String name) {
        return new FaultParameter(name, Type.FLAG);
    }

    static FaultParameter count(String name) {
        return new FaultParameter(name, Type.COUNT);
    }

    static FaultParameter number(String name) {
        return new FaultParameter(name, Type.NUMBER);
    }

    /** Why the value is none; empty when it is one. */
    Optional<String> problem(JsonValue value) {
        return switch (type) {
            case TEXT -> expect(value instanceof JsonString, value, "a text");
            case FLAG -> expect(value == JsonValue.TRUE || value == JsonValue.FALSE, value, "true or false");
            case COUNT -> expect(isWhole(value, 1, MAX_NUMBER), value, "a whole number from 1");
            case NUMBER -> expect(isWhole(value, 0, MAX_NUMBER), value, "a whole number from 0 to " + MAX_NUMBER);
            case HTTP_STATUS -> expect(isWhole(value, 200, 599), value, "a whole number from 200 to 599");
            case CALL -> choice(value, Call.NAMES);
            case BODY -> choice(value, List.of("json", "html", "text", "old", "empty"));
            case WHEN -> choice(value, List.of("before", "after"));
            case FAILED_STATE -> choice(value, states(SubmissionStatus::isFailed));
            case PENDING_STATE ->
                choice(
                        value,
                        states(state -> state == SubmissionStatus.PENDING_COMMIT
                                || (SubmissionStatus.LIFECYCLE.contains(state)
                                        && state != SubmissionStatus.PUBLISHED)));
            case END_STATE -> choice(value, states(state -> state.isFailed() || state == SubmissionStatus.PUBLISHED));
            case PASSING_STATES -> passing(value);
        };
    }

    private static boolean isWhole(JsonValue value, int least, int most) {
        return value instanceof JsonNumber number
                && number.isIntegral()
                && number.bigIntegerValue().bitLength() < Integer.SIZE
                && number.intValue() >= least
                && number.intValue() <= most;
    }

    private Optional<String> passing(JsonValue value) {
        if (!(value instanceof JsonArray array) || array.isEmpty()) {
            return expect(false, value, "a list of states such as [\"Certification\"]");
        }
        List<String> known = states(state -> SubmissionStatus.LIFECYCLE.contains(state)
                && state != SubmissionStatus.COMMIT_STARTED
                && state != SubmissionStatus.PUBLISHED);
        return array.stream().flatMap(state -> choice(state, known).stream()).findFirst();
    }

    private static List<String> states(Predicate<SubmissionStatus> which) {
        return Arrays.stream(SubmissionStatus.values())
                .filter(which)
                .map(SubmissionStatus::apiName)
                .toList();
    }

    private Optional<String> choice(JsonValue value, List<String> known) {
        if (value instanceof JsonString text && known.contains(text.getString())) {
            return Optional.empty();
        }
        String given = value instanceof JsonString text ? text.getString() : value.toString();
        return Optional.of("there is no " + name + " \"" + given + "\"" + NearestName.hint(given, known));
    }

    private Optional<String> expect(boolean good, JsonValue value, String expected) {
        return good
                ? Optional.empty()
                : Optional.of("the parameter \"" + name + "\" is " + expected + ", this is " + value);
    }
}
