package io.github.storemaven.transfer;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;

/** A request as it came, read to its end. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BlobRequest(String method, URI uri, Headers headers, byte[] body) {
    static BlobRequest of(HttpExchange exchange) throws IOException {
        return new BlobRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
    }

    String parameter(String name) {
        return SasUrl.SignedQuery.value(uri, name).orElse("");
    }

    boolean isBlock() {
        return method.equals("PUT") && parameter("comp").equals("block");
    }

    boolean isBlockList() {
        return method.equals("PUT") && parameter("comp").equals("blocklist");
    }
}
