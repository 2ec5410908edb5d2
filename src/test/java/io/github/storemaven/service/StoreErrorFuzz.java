package io.github.storemaven.service;

import io.github.storemaven.http.Response;
import io.github.storemaven.text.Secrets;
import java.util.Map;

/** The Store's refusals, or what a proxy answers in its place. */
public final class StoreErrorFuzz {
    private StoreErrorFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        StoreError.from(new Response(400, Map.of(), input), new Secrets());
    }
}
