package io.github.storemaven.transfer;

import io.github.storemaven.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the blob storage answers, and the address that the Store gives for it. */
public final class StorageResponseFuzz {
    private static final SasUrl ADDRESS =
            SasUrl.of("https://storage.example/ingestion/1?sig=signature&se=2026-12-01T00:00:00Z");

    private StorageResponseFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        StorageError.of(new Response(403, Map.of(), input), ADDRESS);
        try {
            BlockList.names(input);
        } catch (IOException expected) {
            // No list of blocks.
        }
        try {
            SasUrl.of(new String(input, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException expected) {
            // No address.
        }
    }
}
