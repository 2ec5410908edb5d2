package io.github.storemaven.emulator;

import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A Store on a clock of the test's, a client, and ways to bring products into any state. */
final class StoreFixture implements AutoCloseable {
    private static final String NEW_PACKAGE = "new.msix";

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    final EmbeddedStore store;
    final EmulatorClient client;
    private final AtomicInteger count = new AtomicInteger();

    StoreFixture(Switch... switches) {
        this(builder -> {
            for (Switch choice : switches) {
                builder.with(choice);
            }
        });
    }

    StoreFixture(Consumer<EmbeddedStoreBuilder> settings) {
        EmbeddedStoreBuilder builder =
                EmbeddedStore.builder().pace(Duration.ofMinutes(1)).clock(now::get);
        settings.accept(builder);
        try {
            store = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = new EmulatorClient(store);
    }

    void wait(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
        client.renew();
    }

    /** A published app of its own. */
    String app() {
        String id = String.format(java.util.Locale.ROOT, "9PAPPDEMO%03d", count.incrementAndGet());
        store.add(ApplicationSeed.published(id).identity("40001Harbour.TideTableDemo", "CN=Harbour"));
        return id;
    }

    String unpublishedApp() {
        String id = String.format(java.util.Locale.ROOT, "9PAPPDEMO%03d", count.incrementAndGet());
        store.add(ApplicationSeed.unpublished(id));
        return id;
    }

    String addon(String app) {
        String id = String.format(java.util.Locale.ROOT, "9NADDON%05d", count.incrementAndGet());
        store.add(AddonSeed.published(id, "product-" + id, app));
        return id;
    }

    String flight(String app) {
        String id = String.format(java.util.Locale.ROOT, "0f7d3c1a-6f55-4c1e-9a40-%012d", count.incrementAndGet());
        store.add(FlightSeed.published(id, "flight-" + id, app));
        return id;
    }

    JsonObject create(String product) {
        return client.call("POST", product + "/submissions").json();
    }

    static String one(String product, JsonObject submission) {
        return product + "/submissions/" + submission.getString("id");
    }

    /** A draft with a new package whose ZIP is uploaded. */
    JsonObject filled(String product, UnaryOperator<JsonObject> change) {
        JsonObject created = create(product);
        String member = created.containsKey("flightPackages") ? "flightPackages" : "applicationPackages";
        JsonObject changed = change.apply(Documents.replacePackages(created, member, NEW_PACKAGE));
        JsonObject stored = client.call("PUT", one(product, created), changed).json();
        client.upload(created, Zips.zip(NEW_PACKAGE, Zips.msix("2.0.0.0", "x64")));
        return stored;
    }

    /** A submission that was committed a moment ago. */
    JsonObject committed(String product, UnaryOperator<JsonObject> change) {
        JsonObject submission = filled(product, change);
        client.call("POST", one(product, submission) + "/commit");
        return submission;
    }

    JsonObject published(String product, UnaryOperator<JsonObject> change) {
        JsonObject submission = committed(product, change);
        wait(Duration.ofMinutes(10));
        return submission;
    }

    static JsonObject rollout(JsonObject document) {
        return Documents.set(
                Documents.set(
                        document,
                        "/packageDeliveryOptions/packageRollout/isPackageRollout",
                        jakarta.json.JsonValue.TRUE),
                "/packageDeliveryOptions/packageRollout/packageRolloutPercentage",
                Json.PROVIDER.createValue(25));
    }

    /** The id of a submission in a state; the product has nothing else pending. */
    JsonObject bring(String product, String state) {
        String id = product.substring(product.lastIndexOf('/') + 1);
        if (state.endsWith("Failed")) {
            store.faults()
                    .set(
                            "fail",
                            Json.object().add("state", state).add("times", 1).build());
        }
        JsonObject submission = switch (state) {
            case "PendingCommit", "PendingCommit (edited in PC)" -> create(product);
            case "PendingCommit (PC)" -> inPartnerCenter(product, id);
            case "Published, rollout in progress" -> published(product, StoreFixture::rollout);
            case "Published" -> published(product, UnaryOperator.identity());
            default -> committed(product, UnaryOperator.identity());
        };
        walk(product, submission, state);
        if (state.equals("PendingCommit (edited in PC)")) {
            store.editInPartnerCenter(id);
        }
        if (state.equals("Canceled")) {
            store.cancelInPartnerCenter(id);
        }
        return submission;
    }

    private JsonObject inPartnerCenter(String product, String id) {
        store.createInPartnerCenter(id);
        JsonObject resource = client.call("GET", product).json();
        String member = resource.keySet().stream()
                .filter(name -> name.startsWith("pending"))
                .findFirst()
                .orElseThrow();
        return resource.getJsonObject(member);
    }

    private void walk(String product, JsonObject submission, String state) {
        for (int i = 0;
                i < 8 && !state.contains(" ") && !status(product, submission).equals(state);
                i++) {
            if (state.equals("Canceled")) {
                return;
            }
            wait(Duration.ofMinutes(1));
        }
    }

    String status(String product, JsonObject submission) {
        return client.call("GET", one(product, submission) + "/status").json().getString("status");
    }

    /** Sends what no HTTP client sends, with our own host for {@code Host: x}: the status and storage's code, nothing when the connection is closed. */
    String raw(String request) {
        URI root = store.serviceUrl();
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(request.replace("Host: x\r\n", "Host: " + root.getAuthority() + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            String code = answer.lines()
                    .filter(line -> line.regionMatches(true, 0, "x-ms-error-code: ", 0, 17))
                    .map(line -> line.substring(16))
                    .findFirst()
                    .orElse("");
            return answer.replaceFirst("(?s)^HTTP/1.1 (\\d+).*", "$1") + code;
        } catch (SocketException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
