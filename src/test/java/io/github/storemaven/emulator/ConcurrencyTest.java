package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many clients and many requests. */
class ConcurrencyTest {
    private static final int CLIENTS = 8;
    private static final int MEGABYTE = 1 << 20;

    private final StoreFixture scene = new StoreFixture();
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
    @ReferenceRow("12.6-11")
    @DisplayName("One of eight creates and one of eight commits succeeds")
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
        List<Integer> statuses = parallel(80, i -> () -> {
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
                .hasSize(80);
    }

    /** A large ZIP is read for half a second or more, and a call takes milliseconds. */
    @Test
    void othersAreServedWhileTheZipOfACommitIsRead() throws Exception {
        String product = "applications/" + scene.app();
        JsonObject created = scene.create(product);
        String one = StoreFixture.one(product, created);
        scene.client.call("PUT", one, Documents.set(created, "/listings", AbstractCommitTest.listings()));
        scene.client.upload(created, largeWhenUnpacked());

        Future<Integer> commit =
                threads.submit(() -> scene.client.call("POST", one + "/commit").status());
        int answers = 0;
        while (!commit.isDone() && answers == 0) {
            answers += scene.status(product, created).equals("CommitStarted") ? 1 : 0;
        }

        assertThat(answers).isEqualTo(1);
        assertThat(commit.get()).isEqualTo(202);
    }

    /** Zeros, hundreds of megabytes, behind as many random bytes as an upload has to have for them. */
    private static byte[] largeWhenUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            byte[] random = new byte[MEGABYTE];
            byte[] zeros = new byte[MEGABYTE];
            new Random(1).nextBytes(random);
            zip.putNextEntry(new ZipEntry("filler"));
            for (int i = 0; i < 2; i++) {
                zip.write(random);
            }
            zip.putNextEntry(new ZipEntry("s.png"));
            for (int i = 0; i < 350; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void theHeapDoesNotGrow() throws Exception {
        assertThat(new Soak(scene).growth(500, 1_000)).isLessThan(2 * 1024 * 1024);
    }
}
