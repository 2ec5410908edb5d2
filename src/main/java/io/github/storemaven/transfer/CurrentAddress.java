package io.github.storemaven.transfer;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The upload address in use; all requests change to a fresh one together when it expires. */
final class CurrentAddress {
    private final FreshAddress fresh;
    private UploadAddress address;
    private boolean asked;

    CurrentAddress(UploadAddress address, FreshAddress fresh) {
        this.address = address;
        this.fresh = fresh;
    }

    /** The address to use. One that is past its end by our clock is used where there is no other: the storage's counts. */
    synchronized UploadAddress at(Instant now) throws IOException, InterruptedException {
        if (!asked && address.expiredAt(now)) {
            asked = true;
            change(other().orElse(address));
        }
        return address;
    }

    /** The same, without a look at the clock. */
    synchronized UploadAddress inUse() {
        return address;
    }

    /**
     * Takes an address out of use, unless that was done already.
     *
     * @throws UploadAddressExpired when the service gives no other
     * @throws StartOver when the other one is of another blob
     */
    synchronized void replace(UploadAddress refused) throws IOException, InterruptedException {
        if (address.equals(refused)) {
            change(other().orElseThrow(() -> new UploadAddressExpired(refused)));
        }
    }

    private Optional<UploadAddress> other() throws IOException, InterruptedException {
        return fresh.ask().filter(given -> !given.equals(address));
    }

    private void change(UploadAddress other) throws StartOver {
        UploadAddress old = address;
        address = other;
        if (!other.sameBlob(old)) {
            throw new StartOver("the service moved the upload to " + other);
        }
    }
}
