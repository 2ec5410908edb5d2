package io.github.storemaven.emulator.token;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.web.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** The token endpoint refuses one call: a status and an error in Entra's form (reference 3.4). */
final class TokenErrorException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String INVALID_REQUEST = "invalid_request";
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final int status;
    private final String error;
    private final int number;

    private TokenErrorException(int status, String error, int number, String message) {
        super(message);
        this.status = status;
        this.error = error;
        this.number = number;
    }

    static TokenErrorException noEndpoint() {
        return new TokenErrorException(
                404, INVALID_REQUEST, 90023, "The request is not valid: there is no such endpoint.");
    }

    static TokenErrorException onlyPost() {
        return new TokenErrorException(400, INVALID_REQUEST, 900561, "The endpoint only accepts POST requests.");
    }

    static TokenErrorException unknownTenant(String tenant) {
        return new TokenErrorException(400, INVALID_REQUEST, 90002, "Tenant '" + tenant + "' not found.");
    }

    static TokenErrorException missingParameter(String name) {
        return new TokenErrorException(
                400, INVALID_REQUEST, 900144, "The request body must contain the following parameter: '" + name + "'.");
    }

    static TokenErrorException authenticatedTwice() {
        return new TokenErrorException(
                400, INVALID_REQUEST, 90023, "The client authenticates in the header and in the body.");
    }

    static TokenErrorException malformedAuthorization() {
        return new TokenErrorException(400, INVALID_REQUEST, 90023, "The Authorization header is malformed.");
    }

    static TokenErrorException unsupportedGrantType() {
        return new TokenErrorException(
                400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
    }

    static TokenErrorException unknownResource(String resource) {
        return new TokenErrorException(
                400,
                "invalid_resource",
                500011,
                "The resource principal named " + resource + " was not found in the tenant.");
    }

    static TokenErrorException invalidScope(String scopes) {
        return new TokenErrorException(
                400, "invalid_scope", 1002012, "The provided value for scope " + scopes + " is not valid.");
    }

    static TokenErrorException unknownClient(String client, String tenant) {
        return new TokenErrorException(
                401,
                "unauthorized_client",
                700016,
                "Application with identifier '" + client + "' was not found in the directory '" + tenant + "'.");
    }

    static TokenErrorException invalidSecret() {
        return invalidClient(7000215, "Invalid client secret provided.");
    }

    /** A client assertion with something wrong, by Entra's number. */
    static TokenErrorException invalidClient(int number, String message) {
        return new TokenErrorException(401, "invalid_client", number, message);
    }

    /** The response that tells of it. */
    Response response(Instant now) {
        String trace = UUID.randomUUID().toString();
        String correlation = UUID.randomUUID().toString();
        String timestamp = TIMESTAMP.format(now);
        return Response.json(
                status,
                Json.object()
                        .add("error", error)
                        .add(
                                "error_description",
                                "AADSTS" + number + ": " + getMessage() + " Trace ID: " + trace + " Correlation ID: "
                                        + correlation + " Timestamp: " + timestamp)
                        .add("error_codes", Json.PROVIDER.createArrayBuilder().add(number))
                        .add("timestamp", timestamp)
                        .add("trace_id", trace)
                        .add("correlation_id", correlation)
                        .add("error_uri", "https://login.microsoftonline.com/error?code=" + number)
                        .build()
                        .toString());
    }
}
