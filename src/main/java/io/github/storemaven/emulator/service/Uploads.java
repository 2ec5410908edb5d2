package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.Status;
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

/** Upload URLs; as a switch wants it, their signature holds a raw {@code +} (reference 8.5). Thread safe. */
public final class Uploads {
    private static final String ACCOUNT = "emulated-account";

    private final BlobStore blobs;
    private final Signature signature;
    private final Supplier<URI> root;
    private final Switches switches;
    private final AtomicLong count = new AtomicLong();

    /** @param root of the server; asked for when a URL is shown */
    public Uploads(BlobStore blobs, Signature signature, Switches switches, Supplier<URI> root) {
        this.blobs = blobs;
        this.signature = signature;
        this.switches = switches;
        this.root = root;
    }

    UploadTicket issue(Instant expires) {
        boolean rawPlus = switch (switches.rawPlus()) {
            case NEVER -> false;
            case SOMETIMES -> count.incrementAndGet() % 2 == 0;
            case ALWAYS -> true;
        };
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

    /** Deletes what no commit needs any more; a client may read it until then. */
    public void deleteUnneeded(Catalog catalog) {
        for (Kind kind : Kind.values()) {
            for (Product product : catalog.all(kind)) {
                product.submissions().stream()
                        .filter(submission -> isUnneeded(submission, catalog.now()))
                        .forEach(this::delete);
            }
        }
    }

    private static boolean isUnneeded(Submission submission, Instant now) {
        boolean expired = submission
                .upload()
                .filter(ticket -> ticket.expires().isBefore(now))
                .isPresent();
        return submission.status() == Status.PUBLISHED
                || (expired && submission.status().failed());
    }

    void delete(Submission submission) {
        submission.upload().ifPresent(ticket -> blobs.delete(ticket.blob()));
    }
}
