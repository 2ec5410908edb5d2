package io.github.storemaven.emulator.document;

import io.github.storemaven.emulator.web.Response;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** The Store refuses one call: an HTTP status, and the error envelope as the service words it (reference 4.7). */
public final class ServiceErrorException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String INVALID_OPERATION = "InvalidOperation";
    private static final String INTERNAL = "InternalServerError";

    private final int status;
    private final String code;
    private final String target;

    private ServiceErrorException(int status, String code, String target, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.target = target;
    }

    /** 400 for a value that is not allowed. */
    public static ServiceErrorException invalidValue(String target, String message) {
        return new ServiceErrorException(400, "InvalidParameterValue", target, message);
    }

    /** 409 for what the present state does not allow. */
    public static ServiceErrorException invalidState(String target, String message) {
        return new ServiceErrorException(409, "InvalidState", target, message);
    }

    /** 409 for a new submission where there is one, or where a rollout is in progress. */
    public static ServiceErrorException submissionExists() {
        return invalidState("submission", "Create submission failed, status code Conflict, reason phrase Conflict");
    }

    /** 409 for a submission that is no draft any more. */
    public static ServiceErrorException noDraft(String target, String whatCannotBeDone) {
        return invalidState(target, "Submission in its current state cannot be " + whatCannotBeDone);
    }

    /** 409 where no package rollout is in progress. */
    public static ServiceErrorException noRollout() {
        return invalidState("packageRollout", "There is no rollout in progress for the submission.");
    }

    /** 409 for a document or a product with what the API does not support. */
    public static ServiceErrorException unsupportedFeature(String rest) {
        return invalidState("", "The application uses features that are not supported by the submission API" + rest);
    }

    /** 400 for a submission that was made or edited in Partner Center (reference 9.5). */
    public static ServiceErrorException notMadeByApi() {
        return new ServiceErrorException(
                400,
                INVALID_OPERATION,
                "applicationSubmission",
                "Ingestion API can only update, delete, and commit submissions that are created through the API");
    }

    /** 401 for a call without a valid token. */
    public static ServiceErrorException unauthorized(String correlation) {
        return new ServiceErrorException(
                401, "Unauthorized", "", "Identity cannot be authorized. CorrelationId: " + correlation);
    }

    /** 404 for what is not there. */
    public static ServiceErrorException notFound(String target, String message) {
        return new ServiceErrorException(404, "ResourceNotFound", target, message);
    }

    /** 404 for an address that is none of this server's. */
    public static ServiceErrorException nothingHere() {
        return notFound("", "There is nothing at this address.");
    }

    /** 404 for a product that is not there. */
    public static ServiceErrorException productNotFound(ProductType type) {
        return notFound(type.label() + "Id", "The " + type.label() + " was not found.");
    }

    /** 404 for a submission that no product has. */
    public static ServiceErrorException submissionNotFound() {
        return notFound("submissionId", "Submission not found");
    }

    /** 409 for a submission that another product has. */
    public static ServiceErrorException submissionOfOther(ProductType type) {
        return invalidState("submissionId", "The submission does not belong to the specified " + type.label() + ".");
    }

    /** 405 for a verb that the address does not have. */
    public static ServiceErrorException verbNotAllowed(String verb) {
        return new ServiceErrorException(405, INVALID_OPERATION, "", "The verb " + verb + " is not allowed here.");
    }

    /** 411 for a body without a length; it has no body itself. */
    public static ServiceErrorException lengthRequired() {
        return new ServiceErrorException(411, "", "", "Content-Length is missing.");
    }

    /** 413 for a body that is too large. */
    public static ServiceErrorException bodyTooLarge() {
        return new ServiceErrorException(413, INVALID_OPERATION, "", "The request body is too large.");
    }

    /** 415 for a body that is no JSON by its header. */
    public static ServiceErrorException unsupportedMediaType() {
        return new ServiceErrorException(
                415, INVALID_OPERATION, "Content-Type", "The media type must be application/json.");
    }

    /** 429 above the rate that is allowed. */
    public static ServiceErrorException tooManyRequests() {
        return new ServiceErrorException(429, "TooManyRequests", "", "Too many requests, try again later.");
    }

    /** 500 without a reason. */
    public static ServiceErrorException internalError() {
        return madeUp(500, INTERNAL, "An internal error happened.");
    }

    /** 500 for a fault of this server. */
    public static ServiceErrorException failed(RuntimeException cause) {
        return madeUp(500, INTERNAL, "The embedded Store failed: " + cause);
    }

    /** What a fault switch wants, in the service's envelope. */
    public static ServiceErrorException madeUp(int status, String code, String message) {
        return new ServiceErrorException(status, code, "", message);
    }

    /** The code of the envelope, empty for a response without a body. */
    public String code() {
        return code;
    }

    /** The response that tells of it. */
    public Response response() {
        if (code.isEmpty()) {
            return Response.empty(status);
        }
        if (code.equals("Unauthorized")) {
            return Response.json(
                    status,
                    Json.object()
                            .add("code", code)
                            .add("message", getMessage())
                            .build()
                            .toString());
        }
        JsonObjectBuilder body =
                envelope(code, getMessage()).add("source", "Ingestion Api").add("target", target);
        if (status == 500) {
            body.add("innererror", envelope("UnknownInternalFailure", "An unknown failure happened."));
        }
        return Response.json(status, body.build().toString());
    }

    private static JsonObjectBuilder envelope(String code, String message) {
        return Json.object()
                .add("code", code)
                .add("data", JsonValue.EMPTY_JSON_ARRAY)
                .add("details", JsonValue.EMPTY_JSON_ARRAY)
                .add("message", message);
    }
}
