package io.github.storemaven.transfer;

import java.util.Map;

/** An answer of the storage. */
record BlobAnswer(int status, Map<String, String> headers, String body) {
    static BlobAnswer ok(int status, String body) {
        return new BlobAnswer(status, Map.of("x-ms-request-id", "r-1"), body);
    }

    static BlobAnswer error(int status, String code) {
        return new BlobAnswer(
                status,
                Map.of("x-ms-error-code", code, "x-ms-request-id", "r-2", "Retry-After", "7"),
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code><Message>It says " + code
                        + ".\nRequestId:r-2</Message></Error>");
    }
}
