package io.github.storemaven.transfer;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The upload address in use; all requests change to a fresh one together when it expires. */
final class CurrentAddress {
    private final FreshAddress fresh;
    private UploadAddress address;

    CurrentAddress(UploadAddress address, FreshAddress fresh) {
        this.address = address;
        this.fresh = fresh;
    }

    /** An address that has not expired. */
    synchronized UploadAddress at(Instant now) throws IOException, InterruptedException {
        if (address.expiredAt(now)) {
            replace(address);
        }
        return address;
    }

    /**
     * Takes an address out of use, unless that was done already.
     *
     * @throws UploadAddressExpired when the service gives no other
     * @throws StartOver when the other one is of another blob
     */
    synchronized void replace(UploadAddress refused) throws IOException, InterruptedException {
        if (!address.equals(refused)) {
            return;
        }
        Optional<UploadAddress> other = fresh.ask().filter(given -> !given.equals(refused));
        address = other.orElseThrow(() -> new UploadAddressExpired(refused));
        if (!address.sameBlob(refused)) {
            throw new StartOver("the service moved the upload to " + address);
        }
    }
}
