package io.github.storemaven.emulator.storage;

import io.github.storemaven.emulator.web.Request;
import io.github.storemaven.emulator.web.Response;
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

/** Writes a blob: in one PUT, in blocks, and by a block list; bytes are written to disk as they come. */
final class BlobWriter {
    private static final int MAX_LIST = 16 * 1024 * 1024;
    private static final int MAX_BLOCK_ID = 64;

    private final InstantSource clock;
    private final BlockList lists = new BlockList();

    BlobWriter(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The whole blob in one PUT.
     *
     * @param limit in bytes
     */
    Response putBlob(Request request, BlockBlob blob, long limit) throws IOException, StorageErrorException {
        long length = length(request, limit);
        requireBlockBlob(request);
        requireAbsent(request, blob);
        Path file = blob.incoming();
        String md5 = receive(request, file, length);
        blob.replace(file, clock.instant());
        return BlobEndpoint.tagged(Response.empty(201), blob).with("Content-MD5", md5);
    }

    /**
     * One block.
     *
     * @param limit in bytes
     */
    Response putBlock(Request request, BlockBlob blob, long limit) throws IOException, StorageErrorException {
        long length = length(request, limit);
        String id = blockId(request);
        if (length == 0) {
            throw StorageErrorException.emptyBlock();
        }
        Path file = blob.incoming();
        String md5 = receive(request, file, length);
        blob.stage(id, file, length);
        return Response.empty(201).with("Content-MD5", md5);
    }

    Response putBlockList(Request request, BlockBlob blob) throws IOException, StorageErrorException {
        length(request, MAX_LIST);
        requireAbsent(request, blob);
        byte[] xml = request.body(MAX_LIST).orElseThrow(StorageErrorException::bodyTooLarge);
        blob.commit(lists.read(xml), clock.instant());
        return BlobEndpoint.tagged(Response.empty(201), blob);
    }

    private static long length(Request request, long limit) throws StorageErrorException {
        OptionalLong length = request.contentLength();
        if (length.isEmpty()) {
            throw StorageErrorException.lengthRequired();
        }
        if (length.getAsLong() > limit) {
            throw StorageErrorException.bodyTooLarge();
        }
        return length.getAsLong();
    }

    private static void requireBlockBlob(Request request) throws StorageErrorException {
        String type = request.header("x-ms-blob-type").orElseThrow(StorageErrorException::missingHeader);
        if (!type.equalsIgnoreCase("BlockBlob")) {
            throw StorageErrorException.invalidHeader("x-ms-blob-type");
        }
    }

    private static void requireAbsent(Request request, BlockBlob blob) throws StorageErrorException {
        boolean onlyIfAbsent =
                request.header("If-None-Match").filter("*"::equals).isPresent();
        if (onlyIfAbsent && blob.data().isPresent()) {
            throw StorageErrorException.blobExists();
        }
    }

    /** Base64 of at most 64 bytes. */
    private static String blockId(Request request) throws StorageErrorException {
        String id = request.query().get("blockid").orElse("");
        try {
            int length = Base64.getDecoder().decode(id).length;
            if (length > 0 && length <= MAX_BLOCK_ID) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Answered below like any other id that is not allowed.
        }
        throw StorageErrorException.invalidParameter("blockid");
    }

    /** Stores the body and returns its MD5 in base64; nothing is left of a body that is refused. */
    private static String receive(Request request, Path file, long length) throws IOException, StorageErrorException {
        boolean whole = false;
        try (OutputStream out = BlockBlob.newFile(file);
                DigestOutputStream digested = new DigestOutputStream(out, md5())) {
            request.copyBody(digested, length);
            String md5 = Base64.getEncoder()
                    .encodeToString(digested.getMessageDigest().digest());
            requireSameMd5(request, md5);
            whole = true;
            return md5;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void requireSameMd5(Request request, String md5) throws StorageErrorException {
        if (!request.header("Content-MD5").orElse(md5).equals(md5)) {
            throw StorageErrorException.md5Mismatch();
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
