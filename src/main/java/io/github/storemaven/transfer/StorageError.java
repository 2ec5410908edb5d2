package io.github.storemaven.transfer;

import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import java.io.IOException;
import java.util.Set;

/**
 * What the storage says when it refuses something (submission-api.md, 8.6).
 *
 * @param code empty when it names none
 * @param message its first line
 */
record StorageError(int status, String code, String message, String requestId) {
    /** The blob as it lies there cannot be gone on with. */
    private static final Set<String> UNFIT = Set.of("InvalidBlobOrBlock", "InvalidBlockList");

    /** The first is Azure's word, the second Azurite's. */
    private static final Set<String> REFUSED_SIGNATURE = Set.of("AuthenticationFailed", "AuthorizationFailure");

    static StorageError of(Response answer, SasUrl address) {
        String code = answer.header("x-ms-error-code").orElseGet(() -> element(answer, "Code"));
        String message = element(answer, "Message").lines().findFirst().orElse("");
        return new StorageError(
                answer.status(),
                address.withoutSignature(code),
                address.withoutSignature(message),
                address.withoutSignature(answer.header("x-ms-request-id").orElse("none")));
    }

    private static String element(Response answer, String name) {
        try {
            return BlockList.texts(answer.body(), name).stream().findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    boolean blobIsUnfit() {
        return UNFIT.contains(code);
    }

    boolean signatureIsRefused() {
        return REFUSED_SIGNATURE.contains(code);
    }

    /** The failure of a step, with everything that the storage's support asks for. */
    UploadException failure(String step) {
        String said = (code + " " + message).strip();
        return new UploadException(
                "the storage refused " + step + " with " + status + " " + (said.isEmpty() ? "without a reason" : said)
                        + " (x-ms-request-id " + requestId + ")",
                RetryPolicy.isTransient(status));
    }
}
