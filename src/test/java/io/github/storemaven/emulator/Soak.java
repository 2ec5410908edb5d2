package io.github.storemaven.emulator;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Rounds of four requests (create, read, status, delete) by eight clients at once, and what they leave on the heap. */
record Soak(StoreFixture scene) {
    private static final int CLIENTS = 8;

    /** Bytes more on the heap after so many requests than before them, and before those that warm up. */
    long growth(int warm, int requests) throws Exception {
        run(warm);
        long before = used();
        long start = System.nanoTime();
        run(requests);
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        long after = used();
        System.out.println("heap after " + warm + " requests: " + before / 1024 + " KiB, after " + requests
                + " more in " + seconds + " s: " + after / 1024 + " KiB");
        return after - before;
    }

    private void run(int requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        String app = scene.app();
        List<Callable<Void>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            String addon = "inappproducts/" + scene.addon(app);
            clients.add(() -> rounds(addon, requests / CLIENTS / 4));
        }
        for (Future<Void> client : threads.invokeAll(clients)) {
            client.get();
        }
        threads.shutdown();
    }

    private Void rounds(String addon, int rounds) {
        for (int i = 0; i < rounds; i++) {
            JsonObject created = scene.create(addon);
            String one = StoreFixture.one(addon, created);
            scene.client.call("GET", one);
            scene.client.call("GET", one + "/status");
            scene.client.call("DELETE", one);
        }
        return null;
    }

    private static long used() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
