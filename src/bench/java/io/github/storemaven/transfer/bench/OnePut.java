package io.github.storemaven.transfer.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** What the public example does. */
final class OnePut implements Contender.Way {
    @Override
    public void send(Sources sources, String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("x-ms-blob-type", "BlockBlob")
                .PUT(BodyPublishers.ofFile(sources.readyArchive()))
                .build();
        int status = HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
        if (status != 201) {
            throw new IOException("status " + status);
        }
    }
}
