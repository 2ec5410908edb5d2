package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many clients and many requests. */
class LoadTest {
    private static final int CLIENTS = 8;

    private final Scene scene = new Scene();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
        scene.close();
    }

    private List<Integer> parallel(int times, java.util.function.IntFunction<Callable<Integer>> call) throws Exception {
        List<Future<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            futures.add(threads.submit(call.apply(i)));
        }
        List<Integer> results = new ArrayList<>();
        for (Future<Integer> future : futures) {
            results.add(future.get());
        }
        return results;
    }

    @Test
    void oneOfEightCreatesAndOneOfEightCommitsSucceeds() throws Exception {
        String product = "applications/" + scene.app();
        assertThat(parallel(
                        CLIENTS,
                        i -> () -> scene.client
                                .call("POST", product + "/submissions")
                                .status()))
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 409)
                .hasSize(CLIENTS - 1);
        String id = scene.client
                .call("GET", product)
                .json()
                .getJsonObject("pendingApplicationSubmission")
                .getString("id");
        String commit = product + "/submissions/" + id + "/commit";
        assertThat(parallel(
                        CLIENTS, i -> () -> scene.client.call("POST", commit).status()))
                .containsOnlyOnce(202)
                .filteredOn(status -> status == 409)
                .hasSize(CLIENTS - 1);
    }

    @Test
    void noAddonOfEightClientsIsLost() throws Exception {
        String owner = scene.app();
        List<Integer> statuses = parallel(200, i -> () -> {
            JsonObject body = Json.object()
                    .add("applicationIds", Json.texts(List.of(owner)))
                    .add("productId", "product-" + i)
                    .add("productType", "Durable")
                    .build();
            return scene.client.call("POST", "inappproducts", body).status();
        });
        assertThat(statuses).containsOnly(201);
        JsonObject list = scene.client.call("GET", "inappproducts").json();
        assertThat(Json.objects(list, "value").stream()
                        .map(item -> item.getString("id"))
                        .distinct())
                .hasSize(200);
    }

    @Test
    void theHeapDoesNotGrow() throws Exception {
        assertThat(growth(12_000, 12_000)).isLessThan(8 * 1024 * 1024);
    }

    /** Run by hand, it takes minutes: a million requests. */
    @Test
    @Tag("bench")
    void theHeapDoesNotGrowOverAMillionRequests() throws Exception {
        assertThat(growth(20_000, 1_000_000)).isLessThan(8 * 1024 * 1024);
    }

    private long growth(int warm, int requests) throws Exception {
        String product = "applications/" + scene.app();
        run(product, warm);
        long before = used();
        run(product, requests);
        long after = used();
        System.out.println("heap after " + warm + " requests: " + before / 1024 + " KiB, after " + requests + " more: "
                + after / 1024 + " KiB");
        return after - before;
    }

    /** Four requests a round: create, read, status, delete. */
    private void run(String product, int requests) throws Exception {
        String own = "inappproducts/";
        List<String> addons = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            addons.add(own + scene.addon(product.substring(product.indexOf('/') + 1)));
        }
        parallel(CLIENTS, client -> () -> {
            for (int i = 0; i < requests / CLIENTS / 4; i++) {
                JsonObject created = scene.create(addons.get(client));
                String one = Scene.one(addons.get(client), created);
                scene.client.call("GET", one);
                scene.client.call("GET", one + "/status");
                scene.client.call("DELETE", one);
            }
            return 0;
        });
    }

    private static long used() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
