package io.github.storemaven.emulator.installer;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.web.Response;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * The API for MSI and EXE products refuses a call (MSI/EXE reference, section 5): in the envelope, with status 200 for what the
 * service understood, or in the gateway's own form.
 */
public final class InstallerErrorException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String BAD_REQUEST = "badrequest";

    private final int status;
    private final String code;
    private final String target;
    private final List<String> messages;
    private final transient JsonValue data;

    private InstallerErrorException(int status, String code, String target, List<String> messages, JsonValue data) {
        super(String.join(" ", messages));
        this.status = status;
        this.code = code;
        this.target = target;
        this.messages = List.copyOf(messages);
        this.data = data;
    }

    /** What the service refuses in a module, packages or assets. */
    static InstallerErrorException invalid(String target, List<String> messages) {
        return new InstallerErrorException(200, BAD_REQUEST, target, messages, JsonValue.NULL);
    }

    static InstallerErrorException invalid(String target, String message) {
        return invalid(target, List.of(message));
    }

    /** A change or a submission while one is in progress. */
    static InstallerErrorException busy(String target, JsonObject data) {
        return new InstallerErrorException(
                200, BAD_REQUEST, target, List.of("A submission of this product is in progress."), data);
    }

    static InstallerErrorException notFound(String target, String message) {
        return new InstallerErrorException(404, "notfound", target, List.of(message), JsonValue.NULL);
    }

    /** The seller or the application has no access to the product. */
    static InstallerErrorException forbidden(String message) {
        return new InstallerErrorException(403, "forbidden", "", List.of(message), JsonValue.NULL);
    }

    /** 411 and the like; the embedded Store's guess. */
    static InstallerErrorException badCall(int status, String message) {
        return new InstallerErrorException(status, BAD_REQUEST, "", List.of(message), JsonValue.NULL);
    }

    /** The gateway before the service refuses: no envelope. */
    static InstallerErrorException gateway(String message) {
        return new InstallerErrorException(401, "", "", List.of(message), JsonValue.NULL);
    }

    /** What a fault switch wants, in this API's forms. */
    public static Response madeUp(int status, String code, String message) {
        return status == 401
                ? gateway(message).response()
                : new InstallerErrorException(status, code, "", List.of(message), JsonValue.NULL).response();
    }

    /** The envelope of a success, with warnings where a switch wants one. */
    static Response success(JsonValue data, List<JsonObject> warnings) {
        return envelope(200, true, warnings, data);
    }

    /** An entry of {@code errors}. */
    static JsonObject entry(String code, String message, String target) {
        return Json.object()
                .add("code", code)
                .add("message", message)
                .add("target", target)
                .build();
    }

    /** The response that tells of it. */
    Response response() {
        if (code.isEmpty()) {
            return Response.json(
                    status,
                    Json.object()
                            .add("statusCode", status)
                            .add("message", getMessage())
                            .build()
                            .toString());
        }
        return envelope(
                status,
                false,
                messages.stream().map(message -> entry(code, message, target)).toList(),
                data);
    }

    private static Response envelope(int status, boolean good, List<JsonObject> errors, JsonValue data) {
        JsonArray list = Json.array(errors);
        JsonObject body = Json.object()
                .add("isSuccess", good)
                .add("errors", list.isEmpty() ? JsonValue.NULL : list)
                .add("responseData", data)
                .build();
        return Response.json(status, body.toString());
    }
}
