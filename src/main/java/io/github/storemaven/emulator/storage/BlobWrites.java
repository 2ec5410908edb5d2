package io.github.storemaven.emulator.storage;

import io.github.storemaven.emulator.web.Answer;
import io.github.storemaven.emulator.web.Received;
import io.github.storemaven.emulator.web.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.OptionalLong;

/** Writing a blob: in one PUT, in blocks, and by a block list; bytes go to disk as they come. */
final class BlobWrites {
    private static final int LARGEST_LIST = 16 * 1024 * 1024;

    private final InstantSource clock;
    private final BlockListXml lists = new BlockListXml();

    BlobWrites(InstantSource clock) {
        this.clock = clock;
    }

    Answer blob(Received request, Blob blob, ProtocolVersion version) throws IOException, StorageProblem {
        long length = length(request, version.largestBlob());
        BlobHeaders.requireBlockBlob(request);
        BlobHeaders.requireAbsent(request, blob);
        Path file = blob.incoming();
        String md5 = receive(request, file, length);
        blob.replace(file, clock.instant());
        return BlobReads.tagged(Answer.empty(201), blob).with("Content-MD5", md5);
    }

    Answer block(Received request, Blob blob, ProtocolVersion version) throws IOException, StorageProblem {
        long length = length(request, version.largestBlock());
        String id = BlobHeaders.blockId(request);
        if (length == 0) {
            throw new StorageProblem(400, "InvalidHeaderValue", "Content-Length of a block must not be zero.");
        }
        Path file = blob.incoming();
        String md5 = receive(request, file, length);
        blob.stage(id, file, length);
        return Answer.empty(201).with("Content-MD5", md5);
    }

    Answer blockList(Received request, Blob blob) throws IOException, StorageProblem {
        length(request, LARGEST_LIST);
        BlobHeaders.requireAbsent(request, blob);
        byte[] xml = request.body(LARGEST_LIST).orElseThrow(BlobWrites::tooLarge);
        blob.commit(lists.read(xml), clock.instant());
        return BlobReads.tagged(Answer.empty(201), blob);
    }

    private static long length(Received request, long largest) throws StorageProblem {
        OptionalLong length = request.contentLength();
        if (length.isEmpty()) {
            throw new StorageProblem(
                    411, "MissingContentLengthHeader", "Content-Length HTTP header was not specified.");
        }
        if (length.getAsLong() > largest) {
            throw tooLarge();
        }
        return length.getAsLong();
    }

    private static StorageProblem tooLarge() {
        return new StorageProblem(
                413, "RequestBodyTooLarge", "The request body is too large and exceeds the maximum permissible limit.");
    }

    /** Stores the body and returns its MD5 in base64; nothing is left of a body that is refused. */
    private static String receive(Received request, Path file, long length) throws IOException, StorageProblem {
        boolean whole = false;
        try (OutputStream out = Blob.writing(file);
                DigestOutputStream digested = new DigestOutputStream(out, md5())) {
            Streams.copy(request.body(), digested, length);
            String md5 = Base64.getEncoder()
                    .encodeToString(digested.getMessageDigest().digest());
            BlobHeaders.requireSameMd5(request, md5);
            whole = true;
            return md5;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
