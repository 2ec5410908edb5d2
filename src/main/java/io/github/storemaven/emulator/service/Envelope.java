package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.web.Answer;
import io.github.storemaven.emulator.web.Received;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.UUID;

/** Errors as the service words them (reference 4.7). */
public final class Envelope {
    /** The header by which support finds a call again. */
    public static final String CORRELATION = "MS-CorrelationId";

    private Envelope() {}

    /** The correlation id of a request: its own, or a new one. */
    public static String correlation(Received request) {
        return request.header(CORRELATION)
                .filter(value -> value.matches("[0-9A-Za-z-]{1,64}"))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    /** The answer that tells of a refusal. */
    public static Answer of(Refusal refusal) {
        if (refusal.code().isEmpty()) {
            return Answer.empty(refusal.status());
        }
        if (refusal.code().equals("Unauthorized")) {
            return Answer.json(refusal.status(), unauthorized(refusal));
        }
        JsonObjectBuilder body = start(refusal.code(), refusal.getMessage())
                .add("source", "Ingestion Api")
                .add("target", refusal.target());
        if (refusal.status() == 500) {
            body.add("innererror", start("UnknownInternalFailure", "An unknown failure happened."));
        }
        return Answer.json(refusal.status(), body.build().toString());
    }

    private static JsonObjectBuilder start(String code, String message) {
        return Json.object()
                .add("code", code)
                .add("data", JsonValue.EMPTY_JSON_ARRAY)
                .add("details", JsonValue.EMPTY_JSON_ARRAY)
                .add("message", message);
    }

    private static String unauthorized(Refusal refusal) {
        return Json.object()
                .add("code", refusal.code())
                .add("message", refusal.getMessage())
                .build()
                .toString();
    }
}
