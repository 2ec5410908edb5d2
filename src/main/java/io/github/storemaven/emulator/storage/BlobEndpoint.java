package io.github.storemaven.emulator.storage;

import io.github.storemaven.emulator.web.OperatorRemarks;
import io.github.storemaven.emulator.web.Request;
import io.github.storemaven.emulator.web.Response;
import io.github.storemaven.emulator.web.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /{account}/ingestion/{guid}}: PUT, block, block list, and reading back (reference 8.5, 8.6). */
public final class BlobEndpoint implements WebServer.Handler {
    private static final long MAX_DRAINED = 300L * 1024 * 1024;
    private static final String VERSION_HEADER = "x-ms-version";
    private static final String OLDEST_VERSION = "2014-02-14";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

    private final UploadContainer container;
    private final SasSignature signature;
    private final InstantSource clock;
    private final OperatorRemarks remarks;
    private final BlobWriter writer;

    public BlobEndpoint(
            UploadContainer container, SasSignature signature, InstantSource clock, OperatorRemarks remarks) {
        this.container = container;
        this.signature = signature;
        this.clock = clock;
        this.remarks = remarks;
        this.writer = new BlobWriter(clock);
    }

    @Override
    public Response handle(Request request) throws IOException {
        String version = request.header(VERSION_HEADER).orElse(OLDEST_VERSION);
        return checked(request)
                .with(VERSION_HEADER, version)
                .with("x-ms-request-id", UUID.randomUUID().toString());
    }

    private Response checked(Request request) throws IOException {
        try {
            String guid = request.segments().get(request.segments().size() - 1);
            requireSasOnly(request);
            signature.check(guid, request.query(), clock.instant());
            ProtocolVersion version = ProtocolVersion.of(request);
            BlockBlob blob = container.find(guid).orElseThrow(StorageErrorException::blobNotFound);
            return dispatch(request, blob, version);
        } catch (StorageErrorException e) {
            e.detail().ifPresent(detail -> remarks.add(request.method() + " of the upload URL: 403, " + detail));
            request.drain(MAX_DRAINED);
            return e.response();
        }
    }

    /** A header wins over the SAS, and no key of the account is given to anybody (reference 8.5). */
    private static void requireSasOnly(Request request) throws StorageErrorException {
        if (request.header("Authorization").isPresent()) {
            throw StorageErrorException.authenticationFailed(
                    "An Authorization header is there beside the signature of fileUploadUrl.");
        }
    }

    private Response dispatch(Request request, BlockBlob blob, ProtocolVersion version)
            throws IOException, StorageErrorException {
        String comp = request.query().get("comp").orElse("").toLowerCase(Locale.ROOT);
        return switch (request.method() + " " + comp) {
            case "PUT " -> writer.putBlob(request, blob, version.maxBlob());
            case "PUT block" -> writer.putBlock(request, blob, version.maxBlock());
            case "PUT blocklist" -> writer.putBlockList(request, blob);
            case "GET ", "HEAD " -> getBlob(request, blob);
            case "GET blocklist" -> getBlockList(request, blob);
            case "DELETE " -> throw StorageErrorException.permissionMismatch();
            default -> throw StorageErrorException.unsupportedVerb();
        };
    }

    /** The SAS allows to read the blob back ({@code sp=rwl}). */
    private static Response getBlob(Request request, BlockBlob blob) throws IOException, StorageErrorException {
        Path data = blob.data().orElseThrow(StorageErrorException::blobNotFound);
        long size = Files.size(data);
        Matcher range = RANGE.matcher(
                request.header("x-ms-range").or(() -> request.header("Range")).orElse(""));
        return tagged(range.matches() ? part(data, size, range) : whole(data, size), blob);
    }

    private static Response whole(Path data, long size) {
        return Response.of(200, "application/octet-stream", Response.Content.of(data, 0, size));
    }

    private static Response part(Path data, long size, Matcher range) throws StorageErrorException {
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        if (first > last) {
            throw StorageErrorException.invalidRange();
        }
        return Response.of(206, "application/octet-stream", Response.Content.of(data, first, last - first + 1))
                .with("Content-Range", "bytes " + first + "-" + last + "/" + size);
    }

    private static Response getBlockList(Request request, BlockBlob blob) throws IOException, StorageErrorException {
        String type = request.query().get("blocklisttype").orElse("committed").toLowerCase(Locale.ROOT);
        if (!Set.of("committed", "uncommitted", "all").contains(type)) {
            throw StorageErrorException.invalidParameter("blocklisttype");
        }
        if (blob.data().isEmpty() && blob.uncommitted().isEmpty()) {
            throw StorageErrorException.blobNotFound();
        }
        long size = blob.data().isPresent() ? Files.size(blob.data().get()) : 0;
        Response list = Response.of(200, "application/xml", Response.Content.of(BlockList.write(blob, type)));
        return tagged(list, blob).with("x-ms-blob-content-length", Long.toString(size));
    }

    /** With what names the state of the blob. */
    static Response tagged(Response response, BlockBlob blob) {
        return response.with(
                        "ETag",
                        "\"0x"
                                + Long.toHexString(blob.modified().toEpochMilli())
                                        .toUpperCase(Locale.ROOT) + "\"")
                .with("Last-Modified", HTTP_DATE.format(blob.modified()));
    }

    /**
     * The limits of one request by protocol version: the header {@code x-ms-version}, else the SAS's own (reference 8.6).
     *
     * @param name a date, for example {@code 2014-02-14}
     */
    private record ProtocolVersion(String name) {
        private static final long MEBIBYTE = 1024L * 1024;

        static ProtocolVersion of(Request request) throws StorageErrorException {
            String name = request.header(VERSION_HEADER)
                    .orElse(request.query().get("sv").orElse(OLDEST_VERSION));
            if (!name.matches("20\\d\\d-\\d\\d-\\d\\d")) {
                throw StorageErrorException.invalidHeader(VERSION_HEADER);
            }
            return new ProtocolVersion(name);
        }

        /** In bytes, for a PUT of the whole blob. */
        long maxBlob() {
            return limit(64, 256, 5000);
        }

        /** In bytes, for one block. */
        long maxBlock() {
            return limit(4, 100, 4000);
        }

        private long limit(long oldest, long middle, long newest) {
            if (name.compareTo("2016-05-31") < 0) {
                return oldest * MEBIBYTE;
            }
            return (name.compareTo("2019-12-12") < 0 ? middle : newest) * MEBIBYTE;
        }
    }
}
