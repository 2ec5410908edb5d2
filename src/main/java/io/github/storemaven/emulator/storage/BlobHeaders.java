package io.github.storemaven.emulator.storage;

import io.github.storemaven.emulator.web.Received;
import java.util.Base64;

/** What storage wants of the headers and parameters of a write. */
final class BlobHeaders {
    private static final int LONGEST_ID = 64;

    private BlobHeaders() {}

    static void requireBlockBlob(Received request) throws StorageProblem {
        String type = request.header("x-ms-blob-type")
                .orElseThrow(() -> new StorageProblem(
                        400,
                        "MissingRequiredHeader",
                        "An HTTP header that's mandatory for this request is not specified."));
        if (!type.equalsIgnoreCase("BlockBlob")) {
            throw new StorageProblem(
                    400,
                    "InvalidHeaderValue",
                    "The value for one of the HTTP headers is not in the correct format: x-ms-blob-type.");
        }
    }

    static void requireAbsent(Received request, Blob blob) throws StorageProblem {
        boolean onlyIfAbsent =
                request.header("If-None-Match").filter("*"::equals).isPresent();
        if (onlyIfAbsent && blob.data().isPresent()) {
            throw new StorageProblem(409, "BlobAlreadyExists", "The specified blob already exists.");
        }
    }

    static void requireSameMd5(Received request, String md5) throws StorageProblem {
        String announced = request.header("Content-MD5").orElse(md5);
        if (!announced.equals(md5)) {
            throw new StorageProblem(
                    400,
                    "Md5Mismatch",
                    "The MD5 value specified in the request did not match with the MD5 value calculated by the server.");
        }
    }

    /** Base64 of at most 64 bytes. */
    static String blockId(Received request) throws StorageProblem {
        String id = request.query().get("blockid").orElse("");
        try {
            int length = Base64.getDecoder().decode(id).length;
            if (length > 0 && length <= LONGEST_ID) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Answered below like any other id that is not allowed.
        }
        throw new StorageProblem(
                400,
                "InvalidQueryParameterValue",
                "Value for one of the query parameters specified in the request URI is invalid: blockid.");
    }
}
