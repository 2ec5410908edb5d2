package io.github.storemaven.transfer.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

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
                threads.execute(new SinkConnection(socket, line, all, received, blocks));
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
}
