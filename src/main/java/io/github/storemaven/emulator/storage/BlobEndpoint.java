package io.github.storemaven.emulator.storage;

import io.github.storemaven.emulator.web.Answer;
import io.github.storemaven.emulator.web.Endpoint;
import io.github.storemaven.emulator.web.Received;
import io.github.storemaven.emulator.web.Remarks;
import io.github.storemaven.emulator.web.Streams;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;

/** Answers {@code /{account}/ingestion/{guid}}: PUT, block, block list, and reading back (reference 8.5, 8.6). */
public final class BlobEndpoint implements Endpoint {
    private static final long DRAINED = 300L * 1024 * 1024;

    private final BlobStore blobs;
    private final Signature signature;
    private final InstantSource clock;
    private final Remarks remarks;
    private final BlobWrites writes;
    private final BlobReads reads;

    public BlobEndpoint(BlobStore blobs, Signature signature, InstantSource clock, Remarks remarks) {
        this.blobs = blobs;
        this.signature = signature;
        this.clock = clock;
        this.remarks = remarks;
        this.writes = new BlobWrites(clock);
        this.reads = new BlobReads();
    }

    @Override
    public Answer answer(Received request) throws IOException {
        String version = request.header("x-ms-version").orElse("2014-02-14");
        return dispatch(request)
                .with("x-ms-version", version)
                .with("x-ms-request-id", UUID.randomUUID().toString());
    }

    private Answer dispatch(Received request) throws IOException {
        try {
            String guid = request.segments().get(request.segments().size() - 1);
            requireSasAlone(request);
            signature.check(guid, request.query(), clock.instant());
            ProtocolVersion version = ProtocolVersion.of(request);
            Blob blob = blobs.find(guid).orElseThrow(BlobEndpoint::notFound);
            return carryOut(request, blob, version);
        } catch (StorageProblem problem) {
            problem.detail().ifPresent(detail -> remarks.add(request.method() + " of the upload URL: 403, " + detail));
            Streams.drain(request.body(), DRAINED);
            return problem.answer();
        }
    }

    /** A header wins over the SAS, and no key of the account is given to anybody (reference 8.5). */
    private static void requireSasAlone(Received request) throws StorageProblem {
        if (request.header("Authorization").isPresent()) {
            throw StorageProblem.notAuthenticated(
                    "An Authorization header is there beside the signature of fileUploadUrl.");
        }
    }

    private Answer carryOut(Received request, Blob blob, ProtocolVersion version) throws IOException, StorageProblem {
        String comp = request.query().get("comp").orElse("").toLowerCase(Locale.ROOT);
        return switch (request.method() + " " + comp) {
            case "PUT " -> writes.blob(request, blob, version);
            case "PUT block" -> writes.block(request, blob, version);
            case "PUT blocklist" -> writes.blockList(request, blob);
            case "GET ", "HEAD " -> reads.blob(request, blob);
            case "GET blocklist" -> reads.blockList(request, blob);
            case "DELETE " ->
                throw new StorageProblem(
                        403,
                        "AuthorizationPermissionMismatch",
                        "This request is not authorized to perform this operation using this permission.");
            default ->
                throw new StorageProblem(
                        405, "UnsupportedHttpVerb", "The resource doesn't support specified Http Verb.");
        };
    }

    static StorageProblem notFound() {
        return new StorageProblem(404, "BlobNotFound", "The specified blob does not exist.");
    }
}
