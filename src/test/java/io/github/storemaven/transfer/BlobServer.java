package io.github.storemaven.transfer;

import com.sun.net.httpserver.HttpExchange;
import io.github.storemaven.testing.LoopbackServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** A blob storage of one blob, with its faults in the order in which they are to strike. */
final class BlobServer implements AutoCloseable {
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<BlobRequest> requests = new ArrayList<>();
    private final LoopbackServer server = new LoopbackServer().on("/", this::handle);
    final Blob blob = new Blob();

    /** A fault strikes each request that it is meant for until it says that it is over. */
    @FunctionalInterface
    interface Fault {
        /** Null where the request is to be served; an answer before or after that. */
        Strike strike(BlobRequest request);
    }

    /**
     * What happens instead of the right answer.
     *
     * @param status 0 for a connection that is cut
     * @param afterServing whether the request has had its effect
     */
    record Strike(int status, String code, boolean afterServing) {}

    void fault(Fault fault) {
        faults.add(fault);
    }

    /** The address with a signature in which a raw + stands. */
    SasUrl address(String more) {
        return SasUrl.of(server.root() + "/ingestion/guid?sv=2014-02-14&sr=b&sig=S+CRET%3D" + more);
    }

    synchronized List<BlobRequest> requests(Predicate<BlobRequest> wanted) {
        return requests.stream().filter(wanted).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        BlobRequest request = BlobRequest.of(exchange);
        synchronized (this) {
            requests.add(request);
        }
        Strike strike = strike(request);
        if (strike == null || strike.afterServing()) {
            BlobAnswer answer = blob.serve(request);
            if (strike == null) {
                send(exchange, answer);
                return;
            }
        }
        if (strike.status() > 0) {
            send(exchange, BlobAnswer.error(strike.status(), strike.code()));
        }
    }

    private Strike strike(BlobRequest request) {
        for (Fault fault : faults) {
            Strike strike = fault.strike(request);
            if (strike != null) {
                return strike;
            }
        }
        return null;
    }

    private static void send(HttpExchange exchange, BlobAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        LoopbackServer.respond(exchange, answer.status(), answer.body());
    }

    @Override
    public void close() {
        server.close();
    }
}
