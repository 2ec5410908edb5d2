package io.github.storemaven.transfer;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The upload address in use; all requests change to a fresh one together when it expires. */
final class CurrentAddress {
    private final FreshAddress fresh;
    private SasUrl address;
    private boolean asked;

    CurrentAddress(SasUrl address, FreshAddress fresh) {
        this.address = address;
        this.fresh = fresh;
    }

    /** The address to use. One that is past its end by our clock is used where there is no other: the storage's counts. */
    synchronized SasUrl at(Instant now) throws IOException, InterruptedException {
        if (!asked && address.expiredAt(now)) {
            asked = true;
            change(other().orElse(address));
        }
        return address;
    }

    /** The same, without a look at the clock. */
    synchronized SasUrl inUse() {
        return address;
    }

    /**
     * Takes an address out of use, unless that was done already.
     *
     * @throws SasExpiredException when the service gives no other
     * @throws RestartException when the other one is of another blob
     */
    synchronized void replace(SasUrl refused) throws IOException, InterruptedException {
        if (address.equals(refused)) {
            change(other().orElseThrow(() -> new SasExpiredException(refused)));
        }
    }

    private Optional<SasUrl> other() throws IOException, InterruptedException {
        return fresh.ask().filter(given -> !given.equals(address));
    }

    private void change(SasUrl other) throws RestartException {
        SasUrl old = address;
        address = other;
        if (!other.sameBlob(old)) {
            throw new RestartException("the service moved the upload to " + other);
        }
    }
}
