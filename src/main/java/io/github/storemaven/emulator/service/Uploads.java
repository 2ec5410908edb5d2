package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.product.Submission;
import io.github.storemaven.emulator.product.UploadTicket;
import io.github.storemaven.emulator.storage.BlobStore;
import io.github.storemaven.emulator.storage.Signature;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Upload URLs: every second one has a raw {@code +} in its signature (reference 8.5). Thread safe. */
public final class Uploads {
    private static final String ACCOUNT = "emulated-account";

    private final BlobStore blobs;
    private final Signature signature;
    private final Supplier<URI> root;
    private final AtomicLong count = new AtomicLong();

    /** @param root of the server; asked for when a URL is shown */
    public Uploads(BlobStore blobs, Signature signature, Supplier<URI> root) {
        this.blobs = blobs;
        this.signature = signature;
        this.root = root;
    }

    UploadTicket issue(Instant expires) {
        boolean rawPlus = count.incrementAndGet() % 2 == 0;
        String guid = UUID.randomUUID().toString();
        while (rawPlus && !signature.sign(guid, expires).contains("+")) {
            guid = UUID.randomUUID().toString();
        }
        blobs.create(guid);
        return new UploadTicket(guid, expires, rawPlus);
    }

    String url(UploadTicket ticket) {
        return root.get() + "/" + ACCOUNT + "/ingestion/" + ticket.blob() + "?"
                + signature.query(ticket.blob(), ticket.expires(), ticket.rawPlus());
    }

    Optional<Path> data(Submission submission) {
        return submission.upload().flatMap(ticket -> blobs.data(ticket.blob()));
    }

    void delete(Submission submission) {
        submission.upload().ifPresent(ticket -> blobs.delete(ticket.blob()));
    }
}
