package io.github.storemaven.transfer;

import io.github.storemaven.http.ThrowingSupplier;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The SAS URL of an upload; all requests change to a fresh one together when it expires. One of them asks the service, and
 * the others wait for the end of that; no lock is held meanwhile. Whoever reads the submission besides may offer the one that it
 * has then: of two of one blob, the one that is valid for longer is used, whatever their order.
 */
public final class RenewableSas {
    private final ThrowingSupplier<Optional<SasUrl>, IOException> fresh;
    private SasUrl current;
    private boolean expirySeen;
    private CompletableFuture<Optional<SasUrl>> renewal;

    /**
     * A SAS URL.
     *
     * @param fresh asks the service for another one; empty, or the same as before, when it has none
     */
    public RenewableSas(SasUrl first, ThrowingSupplier<Optional<SasUrl>, IOException> fresh) {
        this.current = first;
        this.fresh = fresh;
    }

    /** Takes one that the service gave besides. One of another blob is left, since the blocks are not there. */
    public synchronized void offer(SasUrl given) {
        if (given.sameBlob(current) && !given.endsBefore(current)) {
            current = given;
        }
    }

    /** Whether it is of the blob that is written now. */
    public synchronized boolean isOf(SasUrl other) {
        return current.sameBlob(other);
    }

    synchronized SasUrl inUse() {
        return current;
    }

    /** The one to use. Past its end by our clock it is used where there is no other: the storage's clock counts. */
    SasUrl at(Instant now) throws IOException, InterruptedException {
        SasUrl used;
        synchronized (this) {
            used = current;
            if (renewal == null && (expirySeen || !used.expiredAt(now))) {
                return used;
            }
            expirySeen = true;
        }
        return other(used).orElse(used);
    }

    /**
     * Takes a SAS URL out of use, unless that was done already.
     *
     * @throws SasExpiredException when the service has no other
     * @throws RestartException when the other one is of another blob
     */
    void replace(SasUrl refused) throws IOException, InterruptedException {
        if (other(refused).isEmpty()) {
            throw new SasExpiredException(refused);
        }
    }

    private Optional<SasUrl> other(SasUrl old) throws IOException, InterruptedException {
        Optional<SasUrl> other = renewed(old);
        if (other.isPresent() && !other.get().sameBlob(old)) {
            throw new RestartException("the service moved the upload to " + other.get());
        }
        return other;
    }

    private Optional<SasUrl> renewed(SasUrl old) throws IOException, InterruptedException {
        CompletableFuture<Optional<SasUrl>> running = new CompletableFuture<>();
        CompletableFuture<Optional<SasUrl>> others;
        synchronized (this) {
            if (!current.equals(old)) {
                return Optional.of(current);
            }
            others = renewal;
            renewal = others == null ? running : others;
        }
        return others == null ? ask(old, running) : await(others);
    }

    private Optional<SasUrl> ask(SasUrl old, CompletableFuture<Optional<SasUrl>> running)
            throws IOException, InterruptedException {
        try {
            Optional<SasUrl> other = end(old, fresh.get());
            running.complete(other);
            return other;
        } catch (IOException | InterruptedException | RuntimeException e) {
            Optional<SasUrl> offered = end(old, Optional.empty());
            if (offered.isPresent() && e instanceof IOException) {
                running.complete(offered);
                return offered;
            }
            running.completeExceptionally(e);
            throw e;
        }
    }

    /** What is in use after a renewal; empty where that is the old one. */
    private synchronized Optional<SasUrl> end(SasUrl old, Optional<SasUrl> given) {
        renewal = null;
        boolean offered = !current.equals(old);
        if (given.isPresent()
                && !(offered && given.get().sameBlob(current) && given.get().endsBefore(current))) {
            current = given.get();
        }
        return Optional.of(current).filter(used -> !used.equals(old));
    }

    private static Optional<SasUrl> await(CompletableFuture<Optional<SasUrl>> others)
            throws IOException, InterruptedException {
        try {
            return others.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException problem) {
                throw problem;
            }
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new InterruptedException();
        }
    }
}
