package io.github.storemaven.emulator.storage;

import io.github.storemaven.emulator.web.Response;
import java.util.Optional;

/** Storage refuses one call: a status, a code and an XML body (reference 8.6). */
public final class StorageErrorException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String detail;

    private StorageErrorException(int status, String code, String message, String detail) {
        super(message);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    private static StorageErrorException of(int status, String code, String message) {
        return new StorageErrorException(status, code, message, "");
    }

    /** What a fault switch wants. */
    public static StorageErrorException madeUp(int status, String code, String message) {
        return of(status, code, message);
    }

    /** 400 for a header that has to be there. */
    static StorageErrorException missingHeader() {
        return of(400, "MissingRequiredHeader", "An HTTP header that's mandatory for this request is not specified.");
    }

    /** 400 for a header with a value that is none of its. */
    static StorageErrorException invalidHeader(String name) {
        return of(
                400,
                "InvalidHeaderValue",
                "The value for one of the HTTP headers is not in the correct format: " + name + ".");
    }

    /** 400 for a block without a byte. */
    static StorageErrorException emptyBlock() {
        return of(400, "InvalidHeaderValue", "Content-Length of a block must not be zero.");
    }

    /** 400 for a parameter with a value that is none of its. */
    static StorageErrorException invalidParameter(String name) {
        return of(
                400,
                "InvalidQueryParameterValue",
                "Value for one of the query parameters specified in the request URI is invalid: " + name + ".");
    }

    /** 400 for bytes that are not those that were announced. */
    static StorageErrorException md5Mismatch() {
        return of(
                400,
                "Md5Mismatch",
                "The MD5 value specified in the request did not match with the MD5 value calculated by the server.");
    }

    /** 400 for block ids of different lengths in one blob. */
    static StorageErrorException blockIdsDifferInLength() {
        return of(
                400,
                "InvalidBlobOrBlock",
                "The specified blob or block content is invalid: block ids differ in length.");
    }

    /** 400 for a block list that names a block that is not there. */
    static StorageErrorException invalidBlockList() {
        return of(400, "InvalidBlockList", "The specified block list is invalid.");
    }

    /** 400 for a block list that is no XML of a block list. */
    static StorageErrorException invalidXml() {
        return of(400, "InvalidXmlDocument", "XML specified is not syntactically valid.");
    }

    /** 400 for more blocks than a blob has. */
    static StorageErrorException blockListTooLong() {
        return of(400, "BlockListTooLong", "The block list may not contain more than 50,000 blocks.");
    }

    /** 403 for a SAS that does not open the blob. */
    static StorageErrorException authenticationFailed(String detail) {
        return new StorageErrorException(
                403,
                "AuthenticationFailed",
                "Server failed to authenticate the request. Make sure the value of Authorization header is formed"
                        + " correctly including the signature.",
                detail);
    }

    /** 403 for what the SAS does not permit. */
    static StorageErrorException permissionMismatch() {
        return of(
                403,
                "AuthorizationPermissionMismatch",
                "This request is not authorized to perform this operation using this permission.");
    }

    /** 404 for a blob that is not there. */
    static StorageErrorException blobNotFound() {
        return of(404, "BlobNotFound", "The specified blob does not exist.");
    }

    /** 405 for a verb that blobs do not have. */
    static StorageErrorException unsupportedVerb() {
        return of(405, "UnsupportedHttpVerb", "The resource doesn't support specified Http Verb.");
    }

    /** 409 for a blob that must not be there. */
    static StorageErrorException blobExists() {
        return of(409, "BlobAlreadyExists", "The specified blob already exists.");
    }

    /** 411 for a body without a length. */
    static StorageErrorException lengthRequired() {
        return of(411, "MissingContentLengthHeader", "Content-Length HTTP header was not specified.");
    }

    /** 413 for a body that is too large. */
    static StorageErrorException bodyTooLarge() {
        return of(
                413, "RequestBodyTooLarge", "The request body is too large and exceeds the maximum permissible limit.");
    }

    /** 416 for a range behind the end. */
    static StorageErrorException invalidRange() {
        return of(416, "InvalidRange", "The range specified is invalid for the current size of the resource.");
    }

    /** What happened, where storage tells it. */
    Optional<String> detail() {
        return Optional.of(detail).filter(text -> !text.isEmpty());
    }

    /** The response that tells of it. */
    public Response response() {
        String xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code><Message>"
                + escaped(getMessage()) + "</Message>"
                + detail().map(text -> "<AuthenticationErrorDetail>" + escaped(text) + "</AuthenticationErrorDetail>")
                        .orElse("")
                + "</Error>";
        return Response.of(status, "application/xml", Response.Content.of(xml)).with("x-ms-error-code", code);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
