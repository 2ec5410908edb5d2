package io.github.storemaven.transfer.bench;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.http.Transport;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.service.Throttle;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.FolderListing;
import io.github.storemaven.submission.PackageFile;
import io.github.storemaven.submission.PackageMode;
import io.github.storemaven.submission.Release;
import io.github.storemaven.submission.ReleaseLog;
import io.github.storemaven.submission.ReleaseOptions;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.submission.ReleaseRequest;
import io.github.storemaven.submission.SubmissionUpload;
import io.github.storemaven.submission.UploadFiles;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadSettings;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A whole release in a Java of its own, up to the draft that is ready to be committed: with the embedded Store, whose upload
 * addresses lead to the storage of the benchmark. Tells the seconds from the create, as its last line: to the last byte, and to
 * the end of both halves.
 */
final class ReleaseLap {
    private static final Product APP = new Product.Application("9PAPPDEMO001");

    private final Transport network = new HttpTransport(Proxy.Selector.direct());
    private final String sink;
    private final Duration slowness;
    private volatile long created;
    private volatile long lastByte;

    private ReleaseLap(String sink, Duration slowness) {
        this.sink = sink;
        this.slowness = slowness;
    }

    /** Arguments: the package, the address of the storage, how long update and read take besides. */
    public static void main(String[] arguments) throws Exception {
        ReleaseLap lap = new ReleaseLap(arguments[1], Duration.parse(arguments[2]));
        Path file = Path.of(arguments[0]);
        try (EmbeddedStore store = EmbeddedStore.builder().start()) {
            store.add(ApplicationSeed.published(APP.id()));
            lap.release(store, file).run();
            long end = System.nanoTime();
            System.out.println();
            System.out.println((lap.lastByte - lap.created) / 1e9 + " " + (end - lap.created) / 1e9);
        }
        Runtime.getRuntime().halt(0);
    }

    private Release release(EmbeddedStore store, Path file) {
        TimeSource time = TimeSource.system();
        RetryPolicy retryPolicy = new RetryPolicy(time, Math::random);
        TokenCache tokens = new TokenCache(
                new TokenEndpoint(store.loginUrl(), network, time),
                new ClientSecret(store.tenantId(), store.clientId(), store.clientSecret(), "bench"));
        StoreClient client = new StoreClient(new StoreConnection(
                store.serviceUrl(), tokens, new Throttle(this::send, time, 20, new ArrayDeque<>()), retryPolicy));
        SilentLog log = new SilentLog();
        SubmissionUpload upload = new SubmissionUpload(
                new BlockUpload(this::store, time, retryPolicy, UploadSettings.chosen()),
                new UploadListener() {},
                store.serviceUrl());
        ReleaseOptions options = new ReleaseOptions(
                OnPending.REPLACE, false, WaitFor.NONE, Duration.ofHours(1), file.resolveSibling("draft.json"));
        return new Release(
                client, upload, time, log, APP, request(file), options, (published, merged) -> new ConfigurationProblems());
    }

    private static ReleaseRequest request(Path file) {
        String name = "app.msix";
        return new ReleaseRequest(
                APP.type(),
                Json.PROVIDER
                        .createObjectBuilder()
                        .add("notesForCertification", "bench")
                        .build(),
                FolderListing.none(),
                JsonValue.EMPTY_JSON_OBJECT,
                List.of(new PackageFile(name, file, "1.1.0.0", "x64")),
                PackageMode.REPLACE,
                0,
                Optional.empty(),
                new UploadFiles(Map.of(name, file), Map.of(), Optional.empty(), Optional.empty()));
    }

    /** A call of the Store; from the create on, update and read of a submission are slow. */
    private Response send(Request request) throws IOException, InterruptedException {
        if (request.method().equals("POST")) {
            created = System.nanoTime();
        } else if (created > 0) {
            Thread.sleep(slowness.toMillis());
        }
        Response response = network.send(request);
        String text = new String(response.body(), StandardCharsets.UTF_8)
                .replaceAll(
                        "\"fileUploadUrl\" ?: ?\"[^\"]*\"",
                        Matcher.quoteReplacement("\"fileUploadUrl\":\"" + sink + "\""));
        return new Response(response.status(), Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    private Response store(Request request) throws IOException, InterruptedException {
        Response response = network.send(request);
        if (request.uri().getQuery().contains("comp=block&")) {
            lastByte = System.nanoTime();
        }
        return response;
    }

    private static final class SilentLog extends ReleaseLog {
        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {
            System.out.println(line);
        }
    }
}
