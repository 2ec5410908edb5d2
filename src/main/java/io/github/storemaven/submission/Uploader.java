package io.github.storemaven.submission;

import io.github.storemaven.service.StoreRefusedException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.NavigableSet;

/** Brings the files that a draft waits for to the Store. */
public interface Uploader {
    /** Asks the Store for the draft once more, for a fresh upload address. */
    @FunctionalInterface
    interface Asking {
        JsonObject draft() throws StoreRefusedException, IOException, InterruptedException;
    }

    /**
     * Uploads.
     *
     * @param names the paths in the archive that the draft waits for
     * @param draft as the Store holds it, with the upload address
     * @throws ReleaseRefused when a file is missing or the address is not to be trusted
     */
    void upload(NavigableSet<String> names, ReleaseRequest wanted, JsonObject draft, Asking asking)
            throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException;
}
