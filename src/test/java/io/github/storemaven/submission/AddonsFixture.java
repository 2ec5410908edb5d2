package io.github.storemaven.submission;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.RecordedRequest;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.http.Transport;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.RequestLog;
import io.github.storemaven.service.SharedBackOff;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.service.Throttle;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.OnRollout;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.testing.ConcurrentTimeSource;
import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.text.Secrets;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/** Folders of add-ons and a release of them against the embedded Store. */
public final class AddonsFixture implements AutoCloseable {
    public static final String APP = "9PAPPDEMO001";

    public final List<String> log = new CopyOnWriteArrayList<>();
    public final EmbeddedStore store;
    final Path folder;
    WaitFor waitFor = WaitFor.COMMIT;
    Optional<Duration> timeout = Optional.empty();
    boolean commit = true;
    Duration busyTimeout = Duration.ZERO;
    List<String> patterns = List.of();

    private final TimeSource time;
    private final ThreadFactory threads;
    private final int requestsPerMinute;

    /** On a clock of the test's, with the service's limit. */
    AddonsFixture(Path folder, Duration pace) throws IOException {
        this(folder, pace, new ConcurrentTimeSource());
    }

    private AddonsFixture(Path folder, Duration pace, ConcurrentTimeSource time) throws IOException {
        this(folder, pace, time, time.threads(), 20);
    }

    /** On any clock. */
    public AddonsFixture(Path folder, Duration pace, TimeSource time, ThreadFactory threads, int requestsPerMinute)
            throws IOException {
        this.folder = folder;
        this.time = time;
        this.threads = threads;
        this.requestsPerMinute = requestsPerMinute;
        this.store = EmbeddedStore.builder().pace(pace).clock(time).start();
        ReleaseFixture.NETWORK.add(store);
        store.add(ApplicationSeed.published(APP));
    }

    /** A folder that asks for a tag. */
    public AddonsFixture folder(String productId, String tag) throws IOException {
        return file(productId, "submission.json", "{\"tag\":\"" + tag + "\"}");
    }

    AddonsFixture file(String productId, String name, String text) throws IOException {
        Path file = folder.resolve("src/store/addons").resolve(productId).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** A folder of an add-on that is published with other data. */
    public AddonsFixture changed(String productId) throws IOException {
        publish(productId);
        return folder(productId, "autumn");
    }

    /** A folder that asks for what is published. */
    public AddonsFixture unchanged(String productId) throws IOException {
        publish(productId);
        return file(productId, "submission.json", "{\"visibility\":\"Public\"}");
    }

    /** A folder of an add-on that the Store does not have. */
    public AddonsFixture missing(String productId) throws IOException {
        file(productId, "addon.json", "{\"productType\":\"Durable\"}");
        return file(
                productId,
                "submission.json",
                "{\"contentType\":\"OnlineDownload\",\"lifetime\":\"Forever\",\"pricing\":{\"priceId\":\"Tier2\"},"
                        + "\"tag\":\"autumn\",\"listings\":{\"en-us\":{\"title\":\"Tides\"}}}");
    }

    void publish(String productId) {
        store.add(AddonSeed.published(storeId(productId), productId, APP));
    }

    static String storeId(String productId) {
        return String.format(Locale.ROOT, "9N%010X", productId.hashCode() & 0xffffffffL);
    }

    /** Reads and checks all folders, as the goal does before anything is sent. */
    List<AddonEntry> check() throws IOException {
        ConfigurationProblems problems = new ConfigurationProblems();
        return reader(folder, log())
                .check(
                        new AddonFolders(folder.resolve("src/store"), patterns, Optional.of(APP)).find(problems),
                        problems);
    }

    static AddonReader reader(Path folder, ReleaseLog log) {
        return new AddonReader(
                new AddonReader.Settings(
                        folder,
                        folder.resolve("src/store"),
                        false,
                        Optional.of(APP),
                        TextSource.asWritten(),
                        false,
                        Set.of()),
                new Secrets(),
                false,
                log);
    }

    public AddonsReport run() throws Exception {
        return run(ReleaseFixture.NETWORK);
    }

    AddonsReport run(Transport network) throws Exception {
        ReleaseOptions options = new ReleaseOptions(
                OnPending.REPLACE,
                commit,
                waitFor,
                timeout.orElseGet(waitFor::usualTimeout),
                folder.resolve("target/draft.json"),
                false,
                OnRollout.FAIL,
                busyTimeout);
        return run(new Way(address(), network, time, threads, requestsPerMinute), folder, patterns, options, log());
    }

    ReleaseFixture.Address address() {
        return new ReleaseFixture.Address(
                store.serviceUrl(),
                store.loginUrl(),
                new ClientSecret(store.tenantId(), store.clientId(), store.clientSecret(), "test"));
    }

    /** How a release reaches a Store, and by what time. */
    record Way(
            ReleaseFixture.Address address,
            Transport network,
            TimeSource time,
            ThreadFactory threads,
            int requestsPerMinute) {
        AddonsRelease.Service service(ReleaseLog log) {
            RetryPolicy policy = new RetryPolicy(time, () -> 0.5);
            RequestLog calls = new RequestLog(line -> {});
            SharedBackOff backOff = new SharedBackOff(
                    new Throttle(calls.wrap(network), time, requestsPerMinute, new ArrayDeque<>()),
                    time,
                    policy,
                    log::info);
            // Workers wait for the one who asks for a token, so its pauses must not wait for them.
            RetryPolicy ofTokens = new RetryPolicy(new FakeTimeSource(), () -> 0.5);
            TokenCache tokens = new TokenCache(
                    new TokenEndpoint(address.loginUrl(), ofTokens.wrap(network), time), address.credential());
            return new AddonsRelease.Service(
                    new StoreClient(new StoreConnection(address.serviceUrl(), tokens, backOff, policy)),
                    backOff,
                    () -> new SubmissionUpload(
                            new BlockUpload(network, time, policy, UploadSettings.chosen()),
                            new UploadListener() {},
                            address.serviceUrl()),
                    time,
                    calls::requests,
                    requestsPerMinute);
        }
    }

    /** Reads, checks and releases, as the goal does. */
    static AddonsReport run(Way way, Path folder, List<String> patterns, ReleaseOptions options, ReleaseLog log)
            throws Exception {
        AddonReader reader = reader(folder, log);
        ConfigurationProblems problems = new ConfigurationProblems();
        List<AddonEntry> entries = reader.check(
                new AddonFolders(folder.resolve("src/store"), patterns, Optional.of(APP)).find(problems), problems);
        if (problems.message().isPresent()) {
            throw new ReleaseRefusedException(problems.message().get());
        }
        return new AddonsRelease(
                        way.service(log),
                        reader,
                        new Product.Application(APP),
                        options,
                        Optional.of(folder.resolve("target/addons-record.json")),
                        log,
                        way.threads())
                .run(entries);
    }

    Path record() {
        return folder.resolve("target/addons-record.json");
    }

    /** The calls of the service so far. */
    public List<RecordedRequest> calls() {
        return store.requests().stream()
                .filter(request -> request.path().startsWith("/v1.0/my/"))
                .toList();
    }

    long count(String method, String end) {
        return calls().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().endsWith(end))
                .count();
    }

    public Duration elapsed() {
        return time.elapsed();
    }

    ReleaseLog log() {
        return new ReleaseLog() {
            @Override
            public void info(String line) {
                log.add(line);
            }

            @Override
            public void warn(String line) {
                log.add("WARN " + line);
            }
        };
    }

    @Override
    public void close() {
        ReleaseFixture.NETWORK.remove(store);
        store.close();
    }
}
