package io.github.storemaven.transfer.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Serves the requests of one connection, as slowly as the line is. */
final class SinkConnection implements Runnable {
    private static final Pattern BLOCK = Pattern.compile("[?&]blockid=([^& ]+)");
    private static final String CREATED = String.join(
            "\r\n",
            "HTTP/1.1 201 Created",
            "ETag: \"1\"",
            "Last-Modified: Mon, 23 Nov 2026 10:00:00 GMT",
            "x-ms-request-server-encrypted: true",
            "Content-Length: 0",
            "",
            "");
    private static final String NOTHING_THERE =
            String.join("\r\n", "HTTP/1.1 404 Not Found", "x-ms-error-code: BlobNotFound", "Content-Length: 0", "", "");

    private final Socket socket;
    private final Line line;
    private final Rate all;
    private final Rate own;
    private final AtomicLong received;
    private final Set<String> blocks;
    private final byte[] buffer = new byte[64 * 1024];

    SinkConnection(Socket socket, Line line, Rate all, AtomicLong received, Set<String> blocks) {
        this.socket = socket;
        this.line = line;
        this.all = all;
        this.own = new Rate(line.bytesPerConnection(), Line.CONNECTION_SLACK_MILLIS);
        this.received = received;
        this.blocks = blocks;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            String head = head();
            while (!head.isEmpty()) {
                take(length(head), !head.contains("comp=blocklist"));
                Matcher block = BLOCK.matcher(head);
                if (block.find()) {
                    blocks.add(URLDecoder.decode(block.group(1), StandardCharsets.US_ASCII));
                }
                Thread.sleep(line.latencyMillis());
                String answer = head.startsWith("PUT") ? CREATED : list();
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                head = head();
            }
        } catch (IOException | InterruptedException e) {
            // The other end went away, or the benchmark is over.
        }
    }

    private String list() {
        if (blocks.isEmpty()) {
            return NOTHING_THERE;
        }
        String names = blocks.stream()
                .map(name -> "<Block><Name>" + name + "</Name><Size>1</Size></Block>")
                .collect(Collectors.joining());
        String list = "<?xml version=\"1.0\"?><BlockList><CommittedBlocks/><UncommittedBlocks>" + names
                + "</UncommittedBlocks></BlockList>";
        return "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: " + list.length() + "\r\n\r\n" + list;
    }

    /** Request line and header fields; empty at the end of the connection. */
    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static long length(String head) {
        return head.lines()
                .filter(field -> field.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToLong(field -> Long.parseLong(field.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    private void take(long length, boolean counts) throws IOException {
        for (long rest = length; rest > 0; ) {
            int count = socket.getInputStream().read(buffer, 0, (int) Math.min(buffer.length, rest));
            if (count < 0) {
                throw new IOException("the connection ended within a body");
            }
            rest -= count;
            received.addAndGet(counts ? count : 0);
            waitUntil(Math.max(own.pass(count), all.pass(count)));
        }
    }

    private static void waitUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
