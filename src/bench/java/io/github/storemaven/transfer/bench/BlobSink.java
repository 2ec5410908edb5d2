package io.github.storemaven.transfer.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A blob storage at the other end of a line: it counts what comes, and keeps nothing but the names of whole blocks. */
final class BlobSink implements AutoCloseable {
    /** Small, so that a sender cannot hand its bytes to the system and be ahead of the line. */
    private static final int WINDOW = 128 * 1024;

    private final ServerSocket listening = new ServerSocket();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong received = new AtomicLong();
    private final Set<String> blocks = ConcurrentHashMap.newKeySet();
    private final Line line;
    private final Rate all;

    BlobSink(Line line) throws IOException {
        this.line = line;
        this.all = new Rate(line.bytesInAll(), Line.SLACK_MILLIS);
        if (line.bytesInAll() > 0) {
            listening.setReceiveBufferSize(WINDOW);
        }
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        threads.execute(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + listening.getLocalPort()
                + "/account/ingestion/blob?sv=2014-02-14&sr=b&sig=bench%3D&se=2036-01-01T00:00:00Z&sp=rwl";
    }

    /** Bytes of blocks and blobs so far, those of broken ones too. */
    long received() {
        return received.get();
    }

    /** Makes room for the next contender. */
    void forget() {
        received.set(0);
        blocks.clear();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                threads.execute(new Connection(socket, line, all, received, blocks));
            }
        } catch (IOException e) {
            if (!listening.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }

    /** Serves the requests of one connection, as slowly as the line is. */
    private static final class Connection implements Runnable {
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
        private static final String NOTHING_THERE = String.join(
                "\r\n", "HTTP/1.1 404 Not Found", "x-ms-error-code: BlobNotFound", "Content-Length: 0", "", "");

        private final Socket socket;
        private final Line line;
        private final Rate all;
        private final Rate own;
        private final AtomicLong received;
        private final Set<String> blocks;
        private final byte[] buffer = new byte[64 * 1024];

        Connection(Socket socket, Line line, Rate all, AtomicLong received, Set<String> blocks) {
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
            return "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: " + list.length() + "\r\n\r\n"
                    + list;
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

    /** Bytes per second, shared by all who take from it. */
    private static final class Rate {
        private final double nanosPerByte;
        private final long slackNanos;
        private long free = System.nanoTime();

        /**
         * A rate.
         *
         * @param bytesPerSecond 0 for no limit
         * @param slackMillis what may be caught up on after a pause, since a busy machine wakes its threads late
         */
        Rate(double bytesPerSecond, long slackMillis) {
            this.slackNanos = slackMillis * 1_000_000;
            this.nanosPerByte = bytesPerSecond > 0 ? 1e9 / bytesPerSecond : 0;
        }

        /** When a number of bytes has passed, by the JVM's nano clock. */
        synchronized long pass(int bytes) {
            free = Math.max(free, System.nanoTime() - slackNanos) + (long) (bytes * nanosPerByte);
            return free;
        }
    }

    /**
     * A line to a storage.
     *
     * @param latencyMillis from the end of a request to its answer
     * @param bytesPerConnection a second, 0 for no limit
     * @param bytesInAll a second, 0 for no limit
     */
    record Line(String name, long latencyMillis, double bytesPerConnection, double bytesInAll) {
        static final Line SHAPED =
                new Line("40 ms a request, 12.5 MB/s a connection, 50 MB/s in all", 40, 12.5e6, 50e6);
        static final Line UNSHAPED = new Line("loopback, not shaped", 0, 0, 0);

        static final long SLACK_MILLIS = 50;

        /** Much less than the latency, which a connection would else make up for after each request. */
        static final long CONNECTION_SLACK_MILLIS = 5;

        /** How long a number of bytes takes at best, in seconds; 0 without a limit. */
        double limit(long bytes) {
            return bytesInAll > 0 ? bytes / bytesInAll : 0;
        }
    }
}
