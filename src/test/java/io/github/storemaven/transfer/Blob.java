package io.github.storemaven.transfer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block blob by the rules of submission-api.md, 8.6. */
final class Blob {
    private static final Pattern LATEST = Pattern.compile("<Latest>([^<]+)</Latest>");

    private final Map<String, byte[]> committed = new LinkedHashMap<>();
    private final Map<String, byte[]> waiting = new LinkedHashMap<>();
    private boolean exists;

    synchronized BlobAnswer serve(BlobRequest request) {
        if (request.method().equals("GET")) {
            return list();
        }
        if (request.isBlock()) {
            return block(request);
        }
        return request.isBlockList() ? commit(request) : BlobAnswer.error(405, "UnsupportedHttpVerb");
    }

    synchronized byte[] content() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        committed.values().forEach(all::writeBytes);
        return all.toByteArray();
    }

    synchronized void forgetBlocks() {
        waiting.clear();
    }

    synchronized void leaveBlock(String id) {
        waiting.put(id, new byte[10]);
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private BlobAnswer list() {
        if (!exists && waiting.isEmpty()) {
            return BlobAnswer.error(404, "BlobNotFound");
        }
        return BlobAnswer.ok(
                200,
                "<BlockList><CommittedBlocks>" + names(committed) + "</CommittedBlocks><UncommittedBlocks>"
                        + names(waiting) + "</UncommittedBlocks></BlockList>");
    }

    private static String names(Map<String, byte[]> blocks) {
        StringBuilder xml = new StringBuilder();
        blocks.forEach((id, bytes) -> xml.append("<Block><Name>" + id + "</Name><Size>" + bytes.length)
                .append("</Size></Block>"));
        return xml.toString();
    }

    private BlobAnswer block(BlobRequest request) {
        String id = request.parameter("blockid");
        if (waiting.keySet().stream().anyMatch(other -> other.length() != id.length())) {
            return BlobAnswer.error(400, "InvalidBlobOrBlock");
        }
        waiting.put(id, request.body());
        return BlobAnswer.ok(201, "");
    }

    private BlobAnswer commit(BlobRequest request) {
        Map<String, byte[]> wanted = new LinkedHashMap<>();
        Matcher names = LATEST.matcher(new String(request.body(), StandardCharsets.UTF_8));
        while (names.find()) {
            wanted.put(names.group(1), waiting.getOrDefault(names.group(1), committed.get(names.group(1))));
        }
        return wanted.containsValue(null) ? BlobAnswer.error(400, "InvalidBlockList") : become(wanted);
    }

    private BlobAnswer become(Map<String, byte[]> blocks) {
        committed.clear();
        committed.putAll(blocks);
        waiting.clear();
        exists = true;
        return BlobAnswer.ok(201, "");
    }
}
