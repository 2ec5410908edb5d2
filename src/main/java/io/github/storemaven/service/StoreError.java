package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import io.github.storemaven.http.Response;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An error answer; texts are empty where the Store gave none (reference, section 4.7).
 *
 * @param status of HTTP
 * @param code for example {@code InvalidState}
 * @param target the part of the request that is at fault
 * @param correlationId for a support case
 * @param meaning what the bare response does not tell, and what to do
 */
public record StoreError(int status, String code, String message, String target, String correlationId, String meaning) {
    /** Says that the service knows the submission but that it was made in Partner Center. */
    private static final String INVALID_OPERATION = "InvalidOperation";

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    /** Nothing is there by this id. */
    public boolean isNotFound() {
        return status == 404;
    }

    /** A state forbids the call. */
    public boolean isConflict() {
        return status == 409;
    }

    /** The token is not good. */
    public boolean isUnauthorized() {
        return status == 401;
    }

    /** The identity lacks the right. */
    public boolean isForbidden() {
        return status == 403;
    }

    /** The submission was made in Partner Center, where alone it can be changed. */
    public boolean isMadeInPartnerCenter() {
        return code.equals(INVALID_OPERATION);
    }

    /** Reads the envelope, its innererror, the older shape, a 403 without a body, and what is no JSON at all. */
    static StoreError from(Response answer, Secrets secrets) {
        JsonObject body = body(answer);
        JsonObject inner = Members.objectOrEmpty(body, "innererror");
        return new StoreError(
                answer.status(),
                secrets.oneLine(text(body, "code")),
                secrets.oneLine(
                        Members.text(body, "message")
                                .or(() -> Members.text(inner, "message"))
                                .orElse(""),
                        ForeignText.LONGEST_MESSAGE),
                secrets.oneLine(text(body, "target")),
                correlationId(answer)
                        .or(() -> Members.text(body, "activityId").filter(StoreError::isId))
                        .orElse(""),
                meaning(answer.status()));
    }

    /** The id of a response by which support finds the call again, of either API. */
    public static Optional<String> correlationId(Response answer) {
        return answer.header("MS-CorrelationId")
                .or(() -> answer.header("X-Correlation-ID"))
                .filter(StoreError::isId);
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The same for a message that tells more than the response means in general. */
    public StoreError withoutMeaning() {
        return new StoreError(status, code, message, target, correlationId, "");
    }

    /** One sentence or two: status, code, text, target, meaning and correlation id. */
    public String describe() {
        StringBuilder text = new StringBuilder("HTTP ").append(status);
        append(text, " ", code);
        append(text, ": ", message);
        append(text, " (target ", target.isEmpty() ? "" : target + ")");
        text.append(target.isEmpty() && message.endsWith(".") ? "" : ".");
        append(text, " ", meaning);
        append(text, " Correlation id ", correlationId);
        return text.toString();
    }

    private static void append(StringBuilder text, String before, String part) {
        if (!part.isEmpty()) {
            text.append(before).append(part);
        }
    }

    /** What the bare answer does not say; field reports, number 27 and quirk 14. */
    private static String meaning(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 ->
                "Redirects are not followed, since they would carry the token to another place: check"
                        + " store.serviceUrl, and whether a proxy answers instead of the Store.";
            case 401 ->
                "The Store does not know this identity: add the Entra application to the account in Partner Center"
                        + " (Account settings > User management) with the role Manager.";
            case 403 ->
                "The Entra application does not have the role Manager, belongs to another Partner Center account, or the"
                        + " product belongs to another account.";
            case 404 ->
                "Use the Store ID of 12 characters (Partner Center, Product identity), not the package's identity name.";
            case 500 -> "The service also answers this when a package identity name is given in place of a Store ID.";
            default -> "";
        };
    }

    private static String text(JsonObject body, String name) {
        return Members.text(body, name).orElse("");
    }

    private static JsonObject body(Response answer) {
        try {
            return ParsedJson.ofNotice("answer", answer.body()).object();
        } catch (JsonSyntaxException noJson) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }
}
