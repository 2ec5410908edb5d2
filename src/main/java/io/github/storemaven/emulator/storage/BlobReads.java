package io.github.storemaven.emulator.storage;

import io.github.storemaven.emulator.web.Answer;
import io.github.storemaven.emulator.web.Content;
import io.github.storemaven.emulator.web.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reading a blob or its block lists back; the SAS allows it ({@code sp=rwl}). */
final class BlobReads {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

    Answer blob(Received request, Blob blob) throws IOException, StorageProblem {
        Path data = blob.data().orElseThrow(BlobEndpoint::notFound);
        long size = Files.size(data);
        Matcher range = RANGE.matcher(
                request.header("x-ms-range").or(() -> request.header("Range")).orElse(""));
        return tagged(range.matches() ? part(data, size, range) : whole(data, size), blob);
    }

    private static Answer whole(Path data, long size) {
        return Answer.of(200, "application/octet-stream", Content.of(data, 0, size));
    }

    private static Answer part(Path data, long size, Matcher range) throws StorageProblem {
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        if (first > last) {
            throw new StorageProblem(
                    416, "InvalidRange", "The range specified is invalid for the current size of the resource.");
        }
        return Answer.of(206, "application/octet-stream", Content.of(data, first, last - first + 1))
                .with("Content-Range", "bytes " + first + "-" + last + "/" + size);
    }

    Answer blockList(Received request, Blob blob) throws IOException, StorageProblem {
        String type = request.query().get("blocklisttype").orElse("committed").toLowerCase(Locale.ROOT);
        if (!Set.of("committed", "uncommitted", "all").contains(type)) {
            throw new StorageProblem(
                    400,
                    "InvalidQueryParameterValue",
                    "Value for one of the query parameters specified in the request URI is invalid: blocklisttype.");
        }
        if (blob.data().isEmpty() && blob.uncommitted().isEmpty()) {
            throw BlobEndpoint.notFound();
        }
        long size = blob.data().isPresent() ? Files.size(blob.data().get()) : 0;
        Answer list = Answer.of(200, "application/xml", Content.of(BlockListXml.write(blob, type)));
        return tagged(list, blob).with("x-ms-blob-content-length", Long.toString(size));
    }

    /** With what names the state of the blob. */
    static Answer tagged(Answer answer, Blob blob) {
        return answer.with(
                        "ETag",
                        "\"0x"
                                + Long.toHexString(blob.modified().toEpochMilli())
                                        .toUpperCase(Locale.ROOT) + "\"")
                .with("Last-Modified", HTTP_DATE.format(blob.modified()));
    }
}
